import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  TextDocumentContentResult,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { findSite } from '../../server/node/site-files.ts';
import type { RuleExamples } from '../../server/rule-examples.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient, URI } from './client.ts';

const environment = shipped(setImmediate, { findSite });
const RENAMING = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
  workspace: { ...PULLING.workspace, textDocumentContent: {} },
};

const RULE = `rule mass-without-level
title    A mass without its level
when     mass called M at L
expect   canal narrowing overlapping L
warning  The mass {at L} has no narrowing.
because  It is asked for.
good     Mass and canal narrowing at D5.
bad      Mass at [D5].
`;

/** A rule file whose `|` is the cursor, opened in a client. */
async function opened(marked: string, capabilities = RENAMING, options?: unknown) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const before = text.slice(0, offset).split('\n');
  const client = await connected(capabilities, { environment, options });
  await client.open(text, 'emhr');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { client, text, ask: <T>(method: string, more: object = {}) => client.request<T>(method, { position, ...more }) };
}

const wordsAt = (text: string, { range: { start, end } }: Pick<Location, 'range'>): string => {
  assert.equal(start.line, end.line);
  return (text.split('\n')[start.line] ?? '').slice(start.character, end.character);
};

const pull = async (client: TestClient): Promise<Diagnostic[]> => {
  const report = await client.request<DocumentDiagnosticReport>('diagnostic');
  return report.kind === 'full' ? report.items : [];
};

describe('rule files of the server', () => {
  it('are checked as they are written, words and examples', async () => {
    const { client, text } = await opened(`|${RULE}`);
    assert.deepEqual(await pull(client), []);
    await client.change([2, 9], [2, 13], 'mas');
    assert.ok((await pull(client)).some(({ message }) => /names no finding/.test(String(message))));
    await client.change([2, 9], [2, 12], 'mass');
    await client.change([7, 9], [7, 13], 'Mas');
    const [failing] = await pull(client);
    assert.deepEqual([failing?.code, failing?.severity, failing?.range.start.line], ['example', 1, 7]);
    assert.ok(text.length > 0);
  });

  it('are checked for clients that are sent diagnostics', async () => {
    const client = await connected({}, { environment });
    const push = client.nextPush();
    await client.open(RULE.replace('overlapping L', 'overlapping K'), 'emhr');
    assert.match(String((await push).diagnostics[0]?.message), /Nothing above is called K/);
  });

  it('get completions', async () => {
    const { ask } = await opened(RULE.replace('overlapping L', 'overl|'));
    const { items } = await ask<CompletionList>('completion');
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ['overlapping M', 'overlapping L'],
    );
  });

  it('explain themselves', async () => {
    const { ask } = await opened(RULE.replace('canal nar', 'canal nar|'));
    assert.match(JSON.stringify((await ask<Hover>('hover')).contents), /canal narrowing/);
  });

  it('lead from a variable to where it gets its meaning, and back', async () => {
    const { ask, text } = await opened(RULE.replace('overlapping L', 'overlapping |L'));
    const found = await ask<Location>('definition');
    assert.deepEqual([wordsAt(text, found), found.range.start.line], ['L', 2]);
    const all = await ask<Location[]>('references', { context: { includeDeclaration: true } });
    assert.deepEqual(
      all.map(({ range }) => range.start.line),
      [2, 3, 4],
    );
    const highlights = await ask<DocumentHighlight[]>('documentHighlight');
    assert.deepEqual(
      highlights.map(({ kind }) => kind),
      [3, 2, 2],
    );
  });

  it('lead from a term to its entry in the lexicon that ships', async () => {
    const { ask, client } = await opened(RULE.replace('canal nar', 'canal nar|'));
    const { uri } = await ask<Location>('definition');
    assert.match(uri, /^emh-lexicon:\/head\/canal-narrowing\.yaml/);
    const { text } = await client.connection.sendRequest<TextDocumentContentResult>('workspace/textDocumentContent', { uri });
    assert.match(text, /id: canal-narrowing\n/);
    const none = await client.connection.sendRequest<TextDocumentContentResult>('workspace/textDocumentContent', {
      uri: 'emh-lexicon:/head/nothing.yaml',
    });
    assert.equal(none.text, '');
  });

  it('rename a variable in its rule alone, to a letter that is free', async () => {
    const { ask } = await opened(RULE.replace('at L\n', 'at |L\n') + RULE.replace('mass-without-level', 'another'));
    assert.deepEqual(await ask('prepareRename'), {
      range: { start: { line: 2, character: 26 }, end: { line: 2, character: 27 } },
      placeholder: 'L',
    });
    const edit = await ask<WorkspaceEdit>('rename', { newName: 'P' });
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(
      change.edits.map((each) => ('range' in each ? each.range.start.line : -1)),
      [2, 3, 4],
    );
    await assert.rejects(ask('rename', { newName: 'M' }), /another variable M/);
    await assert.rejects(ask('rename', { newName: 'level' }), /one capital letter/);
  });

  it('rename nothing else', async () => {
    const { ask } = await opened(RULE.replace('title', 'ti|tle'));
    assert.equal(await ask('prepareRename'), null);
    assert.equal(await ask('rename', { newName: 'P' }), null);
  });

  it('carry a lens over each rule that runs its examples', async () => {
    const { ask, client } = await opened(`|${RULE}`, RENAMING, { showsExamples: true });
    const [lens] = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(lens?.command, {
      title: 'Run examples (all 2 pass)',
      command: 'emh.runExamples',
      arguments: [URI, 'mass-without-level'],
    });
    await client.change([7, 9], [7, 13], 'Mas');
    const { command = { title: '', command: '' } } = (await ask<CodeLens[]>('codeLens'))[0] ?? {};
    assert.equal(command.title, 'Run examples (1 of 2 fails)');
    const { rules } = await client.connection.sendRequest<RuleExamples>('workspace/executeCommand', {
      command: command.command,
      arguments: command.arguments,
    });
    assert.deepEqual(
      rules[0]?.examples.map(({ label, failure }) => [label, failure === null]),
      [
        ['good: Mass and canal narrowing at D5.', true],
        ['bad: Mas at D5.', false],
      ],
    );
  });

  it('tell what became of examples where the client shows nothing', async () => {
    const { client } = await opened(`|${RULE}`);
    const told = new Promise<string>((resolve) => {
      client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message));
    });
    await client.connection.sendRequest('workspace/executeCommand', { command: 'emh.runExamples', arguments: [URI] });
    assert.equal(await told, 'mass-without-level: all 2 pass.');
  });

  it('answer nonsense with nothing', async () => {
    const { client } = await opened(`|${RULE}`);
    const run = (given: unknown[]): Promise<unknown> =>
      client.connection.sendRequest('workspace/executeCommand', { command: 'emh.runExamples', arguments: given });
    assert.deepEqual(await run([]), { rules: [] });
    assert.deepEqual(await run([7, {}]), { rules: [] });
    assert.deepEqual(await run(['file:///nowhere.emhr']), { rules: [] });
  });

  it('have an outline', async () => {
    const { ask } = await opened(`|${RULE}`);
    const [symbol] = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual([symbol?.name, symbol?.detail], ['mass-without-level', 'A mass without its level']);
    assert.equal((await ask<unknown[]>('foldingRange')).length, 1);
  });

  describe('of a site', () => {
    const folder = mkdtempSync(join(tmpdir(), 'emh-'));
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('use the words of its own lexicon, and lead to them', async () => {
      for (const part of ['lexicon', 'rules']) mkdirSync(join(folder, '.emh', part), { recursive: true });
      const lexicon = join(folder, '.emh/lexicon/ours.yaml');
      writeFileSync(
        lexicon,
        'version: 1\nterms:\n  - { id: cyst, category: head, label: cyst }\n  - { id: fibroma, category: head, label: fibroma }\n',
      );
      const client = await connected(RENAMING, { environment });
      const uri = pathToFileURL(join(folder, '.emh/rules/ours.emhr')).href;
      const text = 'rule fibroma-anywhere\ntitle T\nwhen fibroma\nhint A fibroma.\nbecause B\ngood Mass.\nbad [Fibroma].\n';
      writeFileSync(join(folder, '.emh/rules/ours.emhr'), text.replace('when fibroma', 'when fibrom'));
      await client.open(text, 'emhr', uri);
      const textDocument = { uri };
      const report = await client.request<DocumentDiagnosticReport>('diagnostic', { textDocument });
      assert.deepEqual(report.kind === 'full' && report.items, []);
      const found = await client.request<Location>('definition', { textDocument, position: { line: 2, character: 7 } });
      assert.deepEqual([found.uri, found.range.start.line], [pathToFileURL(lexicon).href, 3]);
      // What is wrong with the file as it was saved is not shown beside what is open.
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.deepEqual(
        client.pushed.filter((params) => params.uri === uri && params.diagnostics.length > 0),
        [],
      );
    });
  });
});
