import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { LEGEND } from '../../server/features/semantic-tokens.ts';
import { connected, PULLING, type TestClient, URI } from './client.ts';

const REPORT = `Exam: MRI dorsal spine

FINDINGS
Spinal canal: Masses D3 to D8 with cord
  compression at D4 to D7. No wrong effusion.
Ribs: Masses T1 

IMPRESSION
1. Masses drift wrong.
`;

const open = async (capabilities = PULLING): Promise<TestClient> => {
  const client = await connected(capabilities);
  await client.open(REPORT);
  return client;
};

const newText = (item: CompletionItem | undefined): unknown => item?.textEdit;

describe('completion over the protocol', () => {
  it('gives edits with a range to insert at and one to replace', async () => {
    const client = await open();
    const list = await client.at<CompletionList>('completion', 3, 27, { context: { triggerKind: 1 } });
    const item = list.items.find(({ label }) => label === 'D7');
    const at = (from: number, to: number) => ({ start: { line: 3, character: from }, end: { line: 3, character: to } });
    assert.deepEqual(newText(item), { newText: 'D7', insert: at(27, 27), replace: at(27, 27) });
    const begun = await client.at<CompletionList>('completion', 3, 28, { context: { triggerKind: 1 } });
    assert.deepEqual(newText(begun.items.find(({ label }) => label === 'D7')), { newText: 'D7', insert: at(27, 28), replace: at(27, 29) });
  });

  it('only inserts for a client that knows no difference', async () => {
    const client = await open({});
    const list = await client.at<CompletionList>('completion', 3, 28);
    assert.deepEqual(newText(list.items[0]), {
      newText: list.items[0]?.label,
      range: { start: { line: 3, character: 27 }, end: { line: 3, character: 28 } },
    });
  });

  it('tells a client that takes it once where all items go', async () => {
    const completion = { completionItem: { insertReplaceSupport: true }, completionList: { itemDefaults: ['editRange'] } };
    const client = await open({ ...PULLING, textDocument: { ...PULLING.textDocument, completion } });
    const list = await client.at<CompletionList>('completion', 3, 28, { context: { triggerKind: 1 } });
    const at = (from: number, to: number) => ({ start: { line: 3, character: from }, end: { line: 3, character: to } });
    assert.deepEqual(list.itemDefaults, { editRange: { insert: at(27, 28), replace: at(27, 29) } });
    const item = list.items.find(({ label }) => label === 'D7');
    assert.deepEqual([item?.textEdit, item?.textEditText], [undefined, 'D7']);
  });

  it('gives documentation when asked for it', async () => {
    const client = await open();
    const list = await client.at<CompletionList>('completion', 5, 16, { context: { triggerKind: 2, triggerCharacter: ' ' } });
    assert.equal(list.items[0]?.label, 'isointense');
    assert.equal(list.items[0]?.documentation, undefined);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0]);
    assert.match(JSON.stringify(resolved.documentation), /\*\*isointense\*\* \(signal\)/);
  });
});

describe('hover, outline and colours over the protocol', () => {
  it('hovers', async () => {
    const client = await open();
    const hover = await client.at<Hover>('hover', 3, 15);
    assert.deepEqual(hover.range, { start: { line: 3, character: 14 }, end: { line: 3, character: 20 } });
    assert.match(JSON.stringify(hover.contents), /\*\*mass\*\*/);
    assert.equal(await client.at('hover', 1, 0), null);
  });

  it('outlines, as a tree and as a list', async () => {
    const tree = await (await open()).request<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      tree.map(({ name }) => name),
      ['Exam', 'FINDINGS', 'IMPRESSION'],
    );
    assert.deepEqual(
      tree[1]?.children?.map(({ name }) => name),
      ['Spinal canal', 'Ribs'],
    );
    const list = await (await open({})).request<SymbolInformation[]>('documentSymbol');
    assert.ok(list.some(({ name, containerName }) => name === 'Ribs' && containerName === 'FINDINGS'));
  });

  it('folds and highlights', async () => {
    const client = await open();
    const folds = await client.request<FoldingRange[]>('foldingRange');
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 2 && endLine === 5));
    const marks = await client.at<DocumentHighlight[]>('documentHighlight', 3, 15);
    assert.deepEqual(
      marks.map(({ range }) => range.start.line),
      [3, 5, 8],
    );
  });

  it('colours words, one token for each line that they are on', async () => {
    const client = await open();
    const words = tokensOf(await client.request<SemanticTokens>('semanticTokens/full'));
    assert.ok(words.includes('type Masses') && words.includes('enumMember D3 to D8') && words.includes('operator No'), words.join('\n'));
    assert.ok(words.every((word) => !word.includes('\n')));
    const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 20 } };
    assert.deepEqual(tokensOf(await client.request<SemanticTokens>('semanticTokens/range', { range })), ['type Masses']);
  });

  it('colours each of several reports where it stands', async () => {
    const client = await open();
    const one = tokensOf(await client.request<SemanticTokens>('semanticTokens/full'));
    const many = [REPORT.trim(), '// of no report', REPORT.trim(), REPORT.trim()].join('\n---\n');
    await client.open(many);
    const all = await client.request<SemanticTokens>('semanticTokens/full');
    assert.deepEqual(tokensOf(all, many), [...one, ...one, ...one]);
    // From within the first report to within the last.
    const last = many.split('\n').length - 1;
    const range = { start: { line: 3, character: 0 }, end: { line: last, character: 0 } };
    const part = tokensOf(await client.request<SemanticTokens>('semanticTokens/range', { range }), many);
    assert.ok(part.length < 3 * one.length && part.length > one.length);
    assert.equal(part.filter((word) => word === 'operator No').length, 3);
  });
});

/** Tokens as `type words`, checked to lie in their lines and not in one another. */
function tokensOf({ data }: SemanticTokens, text = REPORT): string[] {
  const lines = text.split('\n');
  const words: string[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [byLine = 0, by = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = byLine > 0 ? by : character + by;
    assert.ok(byLine > 0 || character >= end, 'tokens overlap');
    line += byLine;
    end = character + length;
    assert.ok(end <= (lines[line]?.length ?? 0), 'a token leaves its line');
    words.push(`${LEGEND.tokenTypes[type]} ${lines[line]?.slice(character, end)}`);
  }
  return words;
}

describe('code actions', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const place = { start: { line: 4, character: 31 }, end: { line: 4, character: 31 } };
  const ask = (client: TestClient, range: object, context: object = {}): Promise<CodeAction[]> =>
    client.request('codeAction', { range, context: { diagnostics: [], ...context } });
  const edits = (action: CodeAction | undefined): unknown =>
    action?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : []));

  it('are quick fixes, attached to the diagnostic that the client shows', async () => {
    const client = await open();
    const report = await client.request<DocumentDiagnosticReport>('diagnostic');
    const [shown] = (report.kind === 'full' ? report.items : []) as Diagnostic[];
    const actions = await ask(client, place, { diagnostics: [shown] });
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred]),
      [
        ['Write `right`', 'quickfix', true],
        ['Remove it', 'quickfix', false],
      ],
    );
    assert.deepEqual(actions[0]?.diagnostics, [shown]);
    assert.deepEqual(edits(actions[0]), [{ range: shown?.range, newText: 'right' }]);
  });

  it('fix all that is sure, or sync the impression, when asked for by kind', async () => {
    const client = await open();
    const [all] = await ask(client, whole, { only: ['source.fixAll'] });
    assert.equal(all?.kind, 'source.fixAll.emh');
    assert.equal((edits(all) as unknown[]).length, 2);
    const [sync, ...others] = await ask(client, whole, { only: ['source.syncImpression'] });
    assert.equal(sync?.kind, 'source.syncImpression');
    assert.deepEqual(edits(sync), [{ range: { start: { line: 8, character: 10 }, end: { line: 8, character: 15 } }, newText: 'step' }]);
    assert.deepEqual(others, []);
    assert.deepEqual(
      (await ask(client, whole, { only: ['source'] })).map(({ kind }) => kind),
      ['source.fixAll.emh', 'source.syncImpression'],
    );
    assert.deepEqual(await ask(client, whole, { only: ['refactor'] }), []);
  });

  it('offer the sync in the impression, and are plain changes for older clients', async () => {
    const client = await open({});
    const at = { line: 8, character: 4 };
    const actions = await ask(client, { start: at, end: at });
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.syncImpression'],
    );
    assert.equal(actions[0]?.edit?.changes?.[URI]?.length, 1);
  });
});

describe('colours of a changed report', () => {
  const tokens = (client: TestClient): Promise<SemanticTokens> => client.request('semanticTokens/full');
  const since = (client: TestClient, previousResultId: string | undefined): Promise<SemanticTokens & SemanticTokensDelta> =>
    client.request('semanticTokens/full/delta', { previousResultId });
  const applied = (data: readonly number[], edits: SemanticTokensDelta['edits']): number[] =>
    edits.reduceRight((done, { start, deleteCount, data: own = [] }) => done.toSpliced(start, deleteCount, ...own), [...data]);

  it('are given as edits of the answer that the client has', async () => {
    const client = await open();
    const before = await tokens(client);
    await client.change([3, 21], [3, 23], 'left D4');
    const { edits, resultId } = await since(client, before.resultId);
    const whole = await tokens(client);
    assert.ok((edits[0]?.data?.length ?? 0) < before.data.length / 2);
    assert.deepEqual(applied(before.data, edits), whole.data);
    assert.equal(resultId, whole.resultId);
    assert.deepEqual((await since(client, resultId)).edits, []);
  });

  it('are given whole where the client has another', async () => {
    const client = await open();
    const { data } = await tokens(client);
    assert.deepEqual((await since(client, 'unknown')).data, data);
  });
});

describe('incremental changes', () => {
  it('keep positions true', async () => {
    const client = await open();
    await client.change([3, 14], [3, 20], 'Wide 🦴\r\nmasses');
    const hover = await client.at<Hover>('hover', 4, 1);
    assert.deepEqual(hover.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 6 } });
    await client.shutdown();
  });
});
