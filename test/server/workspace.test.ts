import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  type DocumentLink,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol';
import { reportFiles } from '../../server/node/report-files.ts';
import { findSite } from '../../server/node/site-files.ts';
import { shipped } from '../../server/shipped.ts';
import { folderWith } from '../cli/harness.ts';
import { connected, PULLING, type TestClient } from './client.ts';

const environment = shipped(setImmediate, { findSite, reportFiles });
const WRONG = 'Exam: MRI dorsal spine\n\nFINDINGS\nLeft paraspinal mass at D14.\n';
const SOUND = 'Exam: CT thorax\n\nFINDINGS\nSpinal canal: Extradural mass at D4.\n';
const FILES = { 'a.emh': WRONG, 'b/c.emh': SOUND, 'b/note.txt': WRONG, '.hidden/d.emh': WRONG, 'node_modules/e.emh': WRONG };

describe('a workspace of reports', () => {
  const one = folderWith(FILES);
  const folder = folderWith(FILES);
  const two = folderWith({ 'x.emh': WRONG });
  const uriIn = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;
  const open = (...folders: string[]): Promise<TestClient> =>
    connected(PULLING, {
      environment,
      options: { checkWorkspace: true },
      folders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: 'reports' })),
    });
  const symbols = async (client: TestClient, query: string): Promise<string[]> =>
    (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).map(
      ({ name, containerName, location }) => `${name} | ${containerName} | ${location.uri.split('/').at(-1)}:${location.range.start.line}`,
    );
  const pull = (client: TestClient, more: object = {}): Promise<WorkspaceDiagnosticReport> =>
    client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], ...more });
  const told = ({ items }: WorkspaceDiagnosticReport): string[] =>
    items.map(
      (item) =>
        `${item.uri.split('/').at(-1)} ${item.kind === 'full' ? item.items.map(({ code }) => code).includes('level-invalid') : item.kind}`,
    );

  it('gives its findings by any of their words, whether their reports are open or not', async () => {
    const client = await open(one);
    assert.deepEqual(await symbols(client, 'extradural'), []);
    assert.deepEqual(await symbols(client, 'D4 MASS'), ['mass D4 | c.emh: Spinal canal | c.emh:3']);
    await client.open(SOUND.replace('D4', 'D7'), 'emh', uriIn(one, 'b/c.emh'));
    assert.deepEqual(await symbols(client, 'mass d'), ['mass D7 | c.emh: Spinal canal | c.emh:3']);
    assert.equal((await symbols(client, '')).length, 2);
  });

  it('is read at any depth, or a folder of it alone', async () => {
    const read = async (depth: 'any' | 'one'): Promise<string[]> => {
      const names: string[] = [];
      for await (const { uri } of reportFiles(pathToFileURL(one).href, depth)) names.push(uri.split('/').at(-1) ?? '');
      return names;
    };
    assert.deepEqual(await read('any'), ['a.emh', 'c.emh']);
    assert.deepEqual(await read('one'), ['a.emh']);
  });

  it('has no files below what is no place on this machine', async () => {
    for (const folder of ['file:///a%2Fb', 'file://%20/c', 'untitled:d', ''])
      for await (const { uri } of reportFiles(folder, 'one')) assert.fail(uri);
  });

  it('is checked whole, in all its folders', async () => {
    const client = await open(one, two);
    assert.deepEqual(told(await pull(client)), ['a.emh true', 'c.emh false', 'x.emh true']);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: pathToFileURL(two).href, name: 'two' }] },
    });
    assert.deepEqual(told(await pull(client)), ['a.emh true', 'c.emh false']);
  });

  it('is said to be unchanged where it is, with nothing wrong where a report has gone', async () => {
    const client = await open(folder);
    const first = await pull(client);
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    assert.deepEqual(told(await pull(client, { previousResultIds })), ['a.emh unchanged', 'c.emh unchanged']);
    writeFileSync(join(folder, 'b/c.emh'), WRONG);
    assert.deepEqual(told(await pull(client, { previousResultIds })), ['a.emh unchanged', 'c.emh true']);
    rmSync(join(folder, 'a.emh'));
    const last = await pull(client, { previousResultIds });
    assert.deepEqual(told(last), ['c.emh true', 'a.emh false']);
  });

  it('comes in parts to a client that takes them, which is then answered when something changes', async () => {
    const client = await open(one);
    const parts: string[] = [];
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'parts', (part) => void parts.push(...told(part)));
    assert.deepEqual((await pull(client, { partialResultToken: 'parts' })).items, []);
    assert.deepEqual(parts, ['a.emh true', 'c.emh false']);
    const all = await pull(client);
    const previousResultIds = all.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    let isAnswered = false;
    const waiting = pull(client, { previousResultIds, partialResultToken: 'parts' }).then(() => (isAnswered = true));
    await pull(client);
    assert.ok(!isAnswered);
    await client.open(SOUND.replace('D4', 'D15'), 'emh', uriIn(one, 'b/c.emh'));
    await waiting;
    assert.equal(parts.at(-1), 'c.emh true');
  });

  it('shows how far its work is where it is asked to', async () => {
    const client = await open(one);
    const kinds: string[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void kinds.push(value.kind));
    await client.connection.sendRequest('workspace/symbol', { query: 'mass', workDoneToken: 'work' });
    assert.deepEqual([kinds[0], kinds.at(-1), kinds.includes('report')], ['begin', 'end', true]);
  });

  it('stops its work when that is cancelled', async () => {
    const client = await open(one);
    const all = await pull(client);
    const previousResultIds = all.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest('workspace/diagnostic', { previousResultIds, partialResultToken: 'parts' }, source.token);
    source.cancel();
    await Promise.race([waiting.catch(() => undefined), new Promise((_, reject) => setTimeout(reject, 15000, new Error('still at work')))]);
  });

  it('has only what is open where the host has no files', async () => {
    const client = await connected(PULLING, { environment: shipped(setImmediate) });
    await client.open(WRONG);
    assert.deepEqual(await symbols(client, 'mass'), ['mass left | report.emh: FINDINGS | report.emh:3']);
  });
});

describe('the comparison of a report', () => {
  const links = async (text: string, files: Readonly<Record<string, string>>): Promise<string[]> => {
    const folder = mkdtempSync(join(tmpdir(), 'emh-'));
    try {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const uri = pathToFileURL(join(folder, 'case-mri.emh')).href;
      const client = await connected(PULLING, { environment });
      await client.open(text, 'emh', uri);
      const found = await client.request<DocumentLink[]>('documentLink', { textDocument: { uri } });
      return found.map(
        ({ range, target }) => `${range.start.line}:${range.start.character} ${target?.slice(pathToFileURL(folder).href.length + 1)}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const earlier = (exam: string, date: string, patient: string): string =>
    `Exam: ${exam}\nDate: ${date}\nPatient: ${patient}\n\nFINDINGS\nMass.\n`;
  const REPORT =
    'Exam: MRI dorsal spine\nDate: 2021-03-02\nPatient: 21-year-old female\nComparison: CT thorax 2021-02-27.\n\nFINDINGS\nMass.\n';
  const CT = earlier('CT thorax', '27 Feb 2021', '21-year-old female');

  it('leads to the report of that study in the same folder', async () => {
    assert.deepEqual(await links(REPORT, { 'case-ct.emh': CT, 'case-mri.emh': REPORT }), ['3:22 case-ct.emh']);
  });

  it('leads to nobody else, to no other day or modality, and not to another folder', async () => {
    const others = {
      'a.emh': earlier('CT thorax', '2021-02-27', '21-year-old male'),
      'b.emh': earlier('CT thorax', '2021-02-27', '43-year-old female'),
      'c.emh': earlier('CT thorax', '2021-02-26', '21-year-old female'),
      'd.emh': earlier('Ultrasound abdomen', '2021-02-27', '21-year-old female'),
      'e/case-ct.emh': CT,
    };
    assert.deepEqual(await links(REPORT, others), []);
    assert.deepEqual(await links(REPORT.replace('CT thorax 2021-02-27', 'CT thorax of February 2021'), { 'case-ct.emh': CT }), []);
  });

  it('leads to the one of several that is named most like it', async () => {
    assert.deepEqual(await links(REPORT, { 'case-ct.old.emh': CT, 'case-ct.emh': CT, 'other.emh': CT }), ['3:22 case-ct.emh']);
  });
});
