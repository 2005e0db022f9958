import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { createLanguage } from '../../language/language.ts';
import { mutate } from '../../mutation/mutate.ts';
import { packs, rules } from '../../packs/emh.ts';
import { root } from '../../scripts/root.ts';
import { findSite } from '../../server/node/site-files.ts';
import { shipped } from '../../server/shipped.ts';
import { emh, folderWith } from '../cli/harness.ts';
import { connected, PULLING } from './client.ts';

const REPORT = `Exam: CT abdomen

FINDINGS
Splenomegaly, 13 cm. Enlarged para-aortic node, 11 mm in short axis.
Extradural mass from D3 to D14.

IMPRESSION
1. Splenomegaly.
`;
const SEVERITY = ['', 'error', 'warning', 'info', 'hint'];

interface Said {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const saidInEditor = (pulled: DocumentDiagnosticReport): Said[] =>
  (pulled.kind === 'full' ? pulled.items : []).map(({ code, severity, message, range: { start } }) => ({
    rule: String(code),
    severity: SEVERITY[severity ?? 0] ?? '',
    message: String(message),
    line: start.line + 1,
    column: start.character + 1,
  }));

type Written = Omit<Said, 'line' | 'column'> & { readonly start: { readonly line: number; readonly column: number } };
const saidOnCommandLine = (diagnostics: readonly Written[]): Said[] =>
  diagnostics.map(({ rule, severity, message, start }) => ({ rule, severity, message, ...start }));

describe('server and command line', () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** What each says of the report, beside a configuration and with settings of a person's own. */
  async function both(config: object | null, settings: object, report = REPORT): Promise<{ server: Said[]; cli: Said[] }> {
    const folder = mkdtempSync(join(tmpdir(), 'emh-'));
    folders.push(folder);
    if (config !== null) {
      mkdirSync(join(folder, '.emh'));
      writeFileSync(join(folder, '.emh/config.json'), JSON.stringify(config));
    }
    writeFileSync(join(folder, 'a.emh'), report);
    const client = await connected(PULLING, { environment: shipped(setImmediate, { findSite }), options: settings });
    const uri = pathToFileURL(join(folder, 'a.emh')).href;
    await client.open(report, 'emh', uri);
    const pulled = await client.request<DocumentDiagnosticReport>('diagnostic', { textDocument: { uri } });
    const [{ diagnostics }] = JSON.parse((await emh(['check', 'a.emh', '--format', 'json'], { cwd: folder })).out);
    return { server: saidInEditor(pulled), cli: saidOnCommandLine(diagnostics) };
  }
  const limit = (said: readonly Said[]): string | undefined =>
    said.map(({ message }) => /limit is (\d+ mm)/.exec(message)?.[1]).find(Boolean);

  it('say the same without a site', async () => {
    const { server, cli } = await both(null, {});
    assert.deepEqual(server, cli);
    assert.ok(server.some(({ rule }) => rule === 'level-invalid'));
    assert.equal(limit(server), undefined);
  });

  it('both say which rule was not finished on a very long report', async function () {
    this.timeout(120_000);
    const { server, cli } = await both(null, {}, `FINDINGS\n${'Left mass at D5, 2 cm.\nRight mass at D5, 3 cm.\n'.repeat(1000)}`);
    assert.deepEqual(server, cli);
    const [said] = server.filter(({ rule }) => rule === 'rule-unfinished');
    assert.deepEqual([said?.severity, said?.line], ['warning', 1]);
    assert.match(said?.message ?? '', /side-conflict-findings was not finished/);
  });

  it('say the same where a site sets severities and parameters, whatever a person set', async () => {
    const config = { severities: { 'level-invalid': 'hint' }, parameters: { 'spleen-mm': 140, 'node-mm': 12 } };
    const own = { severities: { 'level-invalid': 'off' }, parameters: { 'spleen-mm': 150, 'node-mm': 5 } };
    const { server, cli } = await both(config, own);
    assert.deepEqual(server, cli);
    assert.equal(limit(server), '140 mm');
    assert.ok(server.some(({ rule, severity }) => rule === 'level-invalid' && severity === 'hint'));
    assert.ok(server.some(({ rule }) => rule === 'node-size-vs-word'));
  });

  it("count a person's own where the site sets nothing, in the editor alone", async () => {
    const { server, cli } = await both(
      { parameters: { 'node-mm': 12 } },
      { parameters: { 'spleen-mm': 135, 'node-mm': 1, 'fast-days': 'x' } },
    );
    assert.equal(limit(server), '135 mm');
    assert.equal(limit(cli), undefined);
    assert.deepEqual(
      server.filter(({ message }) => !message.includes('135 mm')),
      cli,
    );
  });
});

describe('server and command line, of all examples and of mistakes put into them,', () => {
  const language = createLanguage({ packs, rules });
  const texts = new Map<string, string>();
  for (const name of readdirSync(join(root, 'examples')).filter((each) => each.endsWith('.emh'))) {
    const text = readFileSync(join(root, 'examples', name), 'utf8');
    texts.set(name, text);
    if (name.endsWith('.flawed.emh')) continue;
    for (const [i, mutant] of mutate(text, language, { seed: 1, each: 4 }).entries())
      texts.set(`${name}-${mutant.class}-${i}.emh`, mutant.text);
  }
  const folder = folderWith(Object.fromEntries(texts));

  it('say the same of each', async function () {
    this.timeout(120_000);
    const checked = JSON.parse((await emh(['check', '.', '--format', 'json'], { cwd: folder })).out) as {
      file: string;
      diagnostics: Written[];
    }[];
    assert.equal(checked.length, texts.size);
    const client = await connected(PULLING, { environment: shipped(setImmediate, { findSite }) });
    let said = 0;
    for (const { file, diagnostics } of checked) {
      const uri = pathToFileURL(join(folder, file)).href;
      await client.open(texts.get(file) ?? '', 'emh', uri);
      const pulled = await client.request<DocumentDiagnosticReport>('diagnostic', { textDocument: { uri } });
      const server = saidInEditor(pulled);
      assert.deepEqual(server, saidOnCommandLine(diagnostics), file);
      said += server.length;
    }
    assert.ok(texts.size > 100 && said > texts.size, `${texts.size} reports, ${said} messages`);
  });
});
