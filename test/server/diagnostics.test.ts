import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { connected, PULLING, URI } from './client.ts';
import { counted } from './toy.ts';

const TEXT = 'Exam: MRI\n\nFINDINGS\nThis is wrong.\n';

describe('diagnostics', () => {
  it('are pulled, with all that a client can show', async () => {
    const client = await connected(PULLING);
    await client.open(TEXT);
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items, [
      {
        range: { start: { line: 3, character: 8 }, end: { line: 3, character: 13 } },
        severity: 3,
        code: 'toy-wrong',
        source: 'emh',
        message: 'This is wrong.',
        relatedInformation: [
          { message: 'Said here.', location: { uri: URI, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } } },
        ],
        data: {
          because: 'It is a toy.',
          fixes: [
            { title: 'Write `right`', sure: true },
            { title: 'Remove it', sure: false },
          ],
        },
      },
    ]);
    assert.deepEqual(client.pushed, []);
  });

  it('are said to be unchanged until the text changes', async () => {
    const client = await connected(PULLING);
    await client.open(TEXT);
    const first = await client.request<DocumentDiagnosticReport>('diagnostic');
    const again = await client.request<DocumentDiagnosticReport>('diagnostic', { previousResultId: first.resultId });
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    await client.change([3, 8], [3, 13], 'right');
    const changed = await client.request<DocumentDiagnosticReport>('diagnostic', { previousResultId: first.resultId });
    assert.ok(changed.kind === 'full' && changed.items.length === 0);
  });

  it('are said to be unchanged where what is typed is not near them, and they stand where they stood', async () => {
    const client = await connected(PULLING);
    await client.open(TEXT);
    const first = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(first.kind === 'full' && first.items.length === 1);
    const { range } = first.items[0] as Diagnostic;
    const again = () => client.request<DocumentDiagnosticReport>('diagnostic', { previousResultId: first.resultId });
    const { line } = range.start;
    await client.change([line, range.end.character + 1], [line, range.end.character + 1], 'x');
    assert.deepEqual(await again(), { kind: 'unchanged', resultId: first.resultId });
    await client.change([line, range.end.character + 1], [line, range.end.character + 2], '');
    assert.deepEqual(await again(), { kind: 'unchanged', resultId: first.resultId });
    // What is pasted in the place of the same words: an editor has taken the line under them away.
    await client.change([line, range.start.character], [line, range.end.character], 'wrong');
    const pasted = await again();
    assert.ok(pasted.kind === 'full');
    assert.deepEqual(pasted.items, first.items);
  });

  it('are told anew where more than one change lies between', async () => {
    const client = await connected(PULLING);
    await client.open(TEXT);
    const first = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(first.kind === 'full');
    const { range } = first.items[0] as Diagnostic;
    const { line } = range.start;
    await client.change([line, range.start.character], [line, range.end.character], '');
    await client.change([line, range.start.character], [line, range.start.character], 'wrong');
    const again = await client.request<DocumentDiagnosticReport>('diagnostic', { previousResultId: first.resultId });
    assert.ok(again.kind === 'full');
    assert.deepEqual(again.items, first.items);
  });

  it('are pushed to a client that cannot pull, and taken back when the document closes', async () => {
    const client = await connected({});
    await client.open(TEXT);
    const first = await client.nextPush();
    assert.deepEqual([first.uri, first.version, first.diagnostics.length], [URI, 1, 1]);
    await client.change([3, 13], [3, 13], ' and wrong');
    assert.equal((await client.nextPush()).diagnostics.length, 2);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    assert.deepEqual((await client.nextPush()).diagnostics, []);
  });

  it('are computed for the last of changes that come together', async () => {
    const client = await connected({});
    await client.open(TEXT);
    for (const word of ['a', 'b', 'c']) await client.change([3, 0], [3, 0], word);
    while (client.pushed.at(-1)?.version !== 4) await client.nextPush();
    assert.equal(client.pushed.at(-1)?.diagnostics[0]?.range.start.character, 11);
  });

  it('follow the severities of initializationOptions and of settings', async () => {
    const client = await connected({}, { options: { severities: { 'toy-wrong': 'off' } } });
    await client.open(TEXT);
    assert.deepEqual((await client.nextPush()).diagnostics, []);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { emh: { severities: {} } } });
    assert.equal((await client.nextPush()).diagnostics.length, 1);
  });

  it('ask the client for its settings where it can be asked, and to pull again when they change', async () => {
    let severities: object = { 'toy-wrong': 'off' };
    const client = await connected({ ...PULLING, workspace: { ...PULLING.workspace, configuration: true } });
    const refreshed = new Promise<void>((resolve) => client.connection.onRequest('workspace/diagnostic/refresh', () => resolve()));
    client.connection.onRequest('workspace/configuration', () => [{ severities }]);
    await refreshed;
    await client.open(TEXT);
    const silent = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(silent.kind === 'full' && silent.items.length === 0);
    severities = {};
    const again = new Promise<void>((resolve) => client.connection.onRequest('workspace/diagnostic/refresh', () => resolve()));
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await again;
    const report = await client.request<DocumentDiagnosticReport>('diagnostic', { previousResultId: silent.resultId });
    assert.ok(report.kind === 'full' && report.items.length === 1);
  });

  it('are given on where a client refuses to ask again', async () => {
    // One that nobody takes ends a server's process.
    const untaken: unknown[] = [];
    const note = (reason: unknown): void => void untaken.push(reason);
    process.on('unhandledRejection', note);
    const { workspace } = PULLING;
    const refreshing = { ...workspace, inlayHint: { refreshSupport: true } };
    const client = await connected({ ...PULLING, workspace: refreshing });
    const refused = ['diagnostic', 'inlayHint'].map(
      (what) =>
        new Promise<void>((resolve) =>
          client.connection.onRequest(`workspace/${what}/refresh`, () => {
            resolve();
            throw new Error('not now');
          }),
        ),
    );
    await client.open(TEXT);
    const settings = { emh: { severities: { 'toy-wrong': 'error' }, hints: { grades: true } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await Promise.all(refused);
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    assert.ok(report.kind === 'full' && report.items.length === 1);
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', note);
    assert.deepEqual(untaken, []);
  });

  it('are not made of closed documents, nor of cancelled requests', async () => {
    const client = await connected(PULLING);
    assert.deepEqual(await client.request('diagnostic'), { kind: 'full', items: [] });
    await client.open(TEXT);
    const before = counted.diagnostics;
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const pending = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    await assert.rejects(pending, { code: -32800 });
    assert.equal(counted.diagnostics, before);
  });

  it('are none where the core fails; the log says why, without the text', async () => {
    const client = await connected(PULLING);
    await client.open('FINDINGS\nthrow away, a secret.\n');
    assert.deepEqual(await client.request('diagnostic'), { kind: 'full', items: [] });
    await client.request('foldingRange');
    assert.match(client.logged.join('\n'), /diagnostics: Error: toy failure/);
    assert.doesNotMatch(client.logged.join('\n'), /secret/);
  });
});
