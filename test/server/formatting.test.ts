import assert from 'node:assert/strict';
import { type CodeAction, DidChangeConfigurationNotification, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver-protocol';
import { OpenDocument } from '../../server/document.ts';
import { shipped } from '../../server/shipped.ts';
import { connected, PULLING, type TestClient } from './client.ts';

const environment = shipped(setImmediate);
const OPTIONS = { tabSize: 2, insertSpaces: true };
const REPORT = 'FINDINGS\nMasses D3 – D8,  lobulated. \nCanal narrowing and cord compression at D5.\nIMPRESSION\n1. Masses D3 – D8.\n';

async function opened(text: string, options?: unknown, languageId = 'emh'): Promise<TestClient> {
  const client = await connected(PULLING, { environment, options });
  await client.open(text, languageId);
  return client;
}

/** The text after edits, last first. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const document = new OpenDocument('', '', 1, text);
  return edits
    .map(({ range, newText }) => ({ ...document.spanOf(range), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

const editsOf = ({ edit }: CodeAction): TextEdit[] =>
  ((edit?.documentChanges ?? []) as TextDocumentEdit[]).flatMap(({ edits }) => edits as TextEdit[]);

describe('formatting over the protocol', () => {
  it('formats a report', async () => {
    const client = await opened(REPORT);
    const edits = await client.request<TextEdit[]>('formatting', { options: OPTIONS });
    assert.equal(edited(REPORT, edits), REPORT.replace(',  ', ', ').replace('. \n', '.\n').replace('IMPRESSION', '\nIMPRESSION'));
  });

  it('formats lines of it', async () => {
    const client = await opened(REPORT);
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } };
    const edits = await client.request<TextEdit[]>('rangeFormatting', { range, options: OPTIONS });
    assert.equal(edited(REPORT, edits), REPORT.replace(',  ', ', ').replace('. \n', '.\n'));
  });

  it('begins the next number at a line break', async () => {
    const text = `${REPORT}\n`;
    const client = await opened(text);
    const edits = await client.at<TextEdit[]>('onTypeFormatting', 5, 0, { ch: '\n', options: OPTIONS });
    assert.equal(edited(text, edits), `${REPORT}2. \n`);
    assert.deepEqual(await client.at('onTypeFormatting', 1, 0, { ch: '\n', options: OPTIONS }), []);
  });

  it('does it as settings say, from the start and when they change', async () => {
    const client = await opened(REPORT, { format: { levelDash: 'hyphen' } });
    const formatted = async (): Promise<string> => edited(REPORT, await client.request<TextEdit[]>('formatting', { options: OPTIONS }));
    assert.match(await formatted(), /Masses D3-D8, lobulated/);
    const settings = { emh: { format: { levelDash: 'enDash', doubleBlanks: false, unknown: 1 } } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    assert.match(await formatted(), /Masses D3–D8, {2}lobulated/);
  });

  it('leaves rule files alone', async () => {
    const client = await opened('rule  a \n', undefined, 'emhr');
    assert.deepEqual(await client.request('formatting', { options: OPTIONS }), []);
  });
});

describe('refactors over the protocol', () => {
  const range = { start: { line: 2, character: 20 }, end: { line: 2, character: 20 } };
  const actions = async (only?: string[]): Promise<CodeAction[]> => {
    const client = await opened(REPORT);
    return client.request<CodeAction[]>('codeAction', { range, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } });
  };

  it('are offered with the other actions, with edits of the version that was read', async () => {
    const split = (await actions()).find(({ kind }) => kind === 'refactor.rewrite.split');
    assert.equal(split?.title, 'Split into a sentence for each finding');
    assert.equal(edited(REPORT, editsOf(split)), REPORT.replace('narrowing and cord', 'narrowing at D5. Cord'));
  });

  it('are offered by kind', async () => {
    const kinds = async (only: string[]): Promise<string[]> => (await actions(only)).map(({ kind = '' }) => kind);
    assert.ok((await kinds(['refactor'])).includes('refactor.rewrite.split'));
    assert.ok((await kinds(['refactor'])).every((kind) => kind.startsWith('refactor.rewrite.')));
    assert.deepEqual(await kinds(['refactor.rewrite.split']), ['refactor.rewrite.split']);
    assert.deepEqual(await kinds(['refactor.extract']), []);
    assert.ok((await kinds(['quickfix'])).every((kind) => kind === 'quickfix'));
  });
});
