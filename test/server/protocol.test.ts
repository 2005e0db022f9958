import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  InlineCompletionItem,
  LinkedEditingRanges,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { root } from '../../scripts/root.ts';
import { PULLING } from './client.ts';
import { BuiltServer, type Marked } from './marked.ts';

const REPORT = `Exam: MRI dorsal spine

FINDINGS
Spinal canal: Extradural masses D3 to D8, causing cord compression at D4 to D7.
Paraspinal: Left paraspinal mass at D9.

IMPRESSION
1. Cord compression at D4 to D7 from extradural masses D3 to D8.
2. Left paraspinal mass at D9.
`;
/** The report with a cursor in words that stand in it once. */
const cursorIn = (words: string): string => {
  assert.equal(REPORT.split(words.replace('|', '')).length, 2, words);
  return REPORT.replace(words.replace('|', ''), words);
};
const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');

describe('the built server over stdio', () => {
  let server: BuiltServer;
  const open = (marked: string, ending?: 'emh' | 'emhr'): Promise<Marked> => server.open(marked, ending);
  before(async function () {
    this.timeout(60_000);
    server = await BuiltServer.start(
      { ...PULLING, workspace: { ...PULLING.workspace, textDocumentContent: {} } },
      { hints: { supportingFindings: true, grades: true, levels: true } },
    );
  });
  after(async () => assert.deepEqual(await server.end(), [0, null]));

  const labels = async (marked: string): Promise<string[]> => {
    const { items } = await (await open(marked)).at<CompletionList>('completion', { context: { triggerKind: 1 } });
    return items.map(({ label }) => label);
  };

  it('completes levels, attributes, signal, terms, headings', async () => {
    assert.deepEqual((await labels('Exam: MRI dorsal spine\n\nFINDINGS\nMasses D4 to |')).slice(0, 2), ['D5', 'D6']);
    assert.deepEqual((await labels('Exam: MRI dorsal spine\n\nFINDINGS\nExtradural mass |')).slice(0, 3), ['at', 'from', 'on the left']);
    assert.equal((await labels('Exam: MRI dorsal spine\n\nFINDINGS\nMass T1 |'))[0], 'isointense');
    assert.ok((await labels('Exam: MRI dorsal spine\n\nFINDINGS\nscc|')).includes('cord compression'));
    assert.ok((await labels('Exam: MRI dorsal spine\n\nFINDINGS\nMass.\n\nimp|')).includes('IMPRESSION'));
  });

  it('documents a completion when it is looked at', async () => {
    const { items } = await (await open('Exam: MRI\n\nFINDINGS\nscc|')).at<CompletionList>('completion', { context: { triggerKind: 1 } });
    const item = items.find(({ label }) => label === 'cord compression');
    const resolved = await server.client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match(JSON.stringify(resolved.documentation), /SNOMED CT 71286001.*snomed\.info/);
  });

  it('explains', async () => {
    const marked = await open(cursorIn('cord comp|ression at D4 to D7.\nPara'));
    const hover = await marked.at<Hover>('hover');
    assert.equal(hover.range && marked.words(hover.range), '4: cord compression');
    assert.match(JSON.stringify(hover.contents), /levels D4 to D7.*Elsewhere in the report/);
  });

  it('leads from the impression to its finding and back', async () => {
    const item = await open(cursorIn('2. Left para|spinal'));
    assert.deepEqual(
      (await item.at<Location[]>('definition')).map(({ range }) => item.words(range)),
      ['5: mass'],
    );
    const finding = await open(cursorIn('Paraspinal: Left paraspinal m|ass'));
    const places = await finding.at<Location[]>('references', { context: { includeDeclaration: true } });
    assert.deepEqual(
      places.map(({ range }) => finding.words(range)),
      ['5: mass', '9: mass'],
    );
  });

  it('leads to entries and rules, and gives their pages', async () => {
    const page = (uri: string): Promise<{ text: string }> => server.client.connection.sendRequest('workspace/textDocumentContent', { uri });
    const term = await open(cursorIn('cord comp|ression at D4 to D7.\nPara'));
    const [entry] = await term.at<Location[]>('typeDefinition');
    assert.match((await page(entry?.uri ?? '')).text, /id: cord-compression/);
    const ignoring = await open('FINDINGS\n// emh-ignore level-inv|alid: sure\nMass at D14.\n// emh-ignore level-invalid\nMass at D15.\n');
    const [rule] = await ignoring.at<Location[]>('definition');
    const line = (await page(rule?.uri ?? '')).text.split('\n')[rule?.range.start.line ?? -1];
    assert.equal(line, 'rule level-invalid');
    const others = await ignoring.at<Location[]>('references', { context: { includeDeclaration: true } });
    assert.deepEqual(
      others.map(({ range }) => ignoring.words(range)),
      ['2: level-invalid', '4: level-invalid'],
    );
    assert.equal((await page('emh-rules:/rules/none.emhr')).text, '');
  });

  it('marks the same finding, and links its levels', async () => {
    const marked = await open(cursorIn('Paraspinal: Left paraspinal m|ass'));
    const same = await marked.at<DocumentHighlight[]>('documentHighlight');
    assert.deepEqual(
      same.map(({ range }) => marked.words(range)),
      ['4: masses', '5: mass', '8: masses', '9: mass'],
    );
    const level = await open(cursorIn('mass at D|9.\n\nIMP'));
    const linked = await level.at<LinkedEditingRanges>('linkedEditingRange');
    assert.deepEqual(linked.ranges.map(level.words), ['5: D9', '9: D9']);
  });

  it('selects more and more', async () => {
    const marked = await open(cursorIn('Left para|spinal mass at D9.\n\nIMP'));
    const [first] = await marked.ask<SelectionRange[]>('selectionRange', { positions: [marked.here.start] });
    const words: string[] = [];
    for (let each: SelectionRange | undefined = first; each !== undefined; each = each.parent) words.push(marked.words(each.range));
    assert.equal(words[0], '5: paraspinal');
    assert.ok(
      words.includes('5: Left paraspinal mass at D9.') && words.includes('5: Paraspinal: Left paraspinal mass at D9.'),
      words.join('\n'),
    );
    assert.equal(words.at(-1), `1: ${REPORT}`);
  });

  it('outlines, folds and finds findings', async () => {
    const marked = await open(REPORT);
    const outline = await marked.ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      outline.map(({ name }) => name),
      ['Exam', 'FINDINGS', 'IMPRESSION'],
    );
    assert.ok((await marked.ask<FoldingRange[]>('foldingRange')).some(({ startLine, endLine }) => startLine === 2 && endLine === 4));
    const found = await server.client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'mass d9 left' });
    assert.ok(found.some(({ location }) => location.uri === marked.uri && marked.words(location.range) === '5: mass'));
  });

  it('colours, and tells what has changed', async () => {
    const marked = await open(REPORT);
    const { data, resultId } = await marked.ask<SemanticTokens>('semanticTokens/full');
    assert.equal(data.length % 5, 0);
    const part = await marked.ask<SemanticTokens>('semanticTokens/range', { range: marked.here });
    assert.ok(part.data.length < data.length);
    assert.deepEqual(await marked.ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: resultId }), {
      resultId,
      edits: [],
    });
  });

  it('hints what was read', async () => {
    const marked = await open(REPORT.replace('causing cord', 'causing marked cord'));
    const hints = await marked.ask<InlayHint[]>('inlayHint', { range: marked.whole });
    const said = hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    for (const words of ['= severe', '= T4-T7', '← cord compression D4 to D7'])
      assert.ok(said.includes(words), `${words} in ${said.join('; ')}`);
  });

  it('offers ghost text for the next item and the next denial', async () => {
    const item = await open(REPORT.replace('2. Left paraspinal mass at D9.', '2. |'));
    const [next] = await item.at<InlineCompletionItem[]>('inlineCompletion', { context: { triggerKind: 2 } });
    assert.equal(next?.insertText, 'Left paraspinal mass at D9.');
    const denial = await open('Exam: MRI dorsal spine\n\nFINDINGS\nExtradural mass D3.\nNo |');
    const [first] = await denial.at<InlineCompletionItem[]>('inlineCompletion', { context: { triggerKind: 2 } });
    assert.equal(first?.insertText, 'No cord compression.');
  });

  it('says over the impression how it stands', async () => {
    const [lens] = await (await open(REPORT)).ask<CodeLens[]>('codeLens');
    assert.equal(lens?.command?.title, 'In step with the findings');
  });

  it('fixes a level, all that is sure, and the impression', async () => {
    const edits = (action: CodeAction | undefined): TextEdit[] =>
      action?.edit?.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])) ?? [];
    const marked = await open(cursorIn('2. Left para|spinal mass at D9').replace('at D9.\n\nIMP', 'at D10.\n\nIMP'));
    const actions = await marked.ask<CodeAction[]>('codeAction', { range: marked.whole, context: { diagnostics: [] } });
    const fix = actions.find(({ title }) => title.includes('D10'));
    assert.match(marked.edited(edits(fix)), /2\. Left paraspinal mass at D10\./);
    const source = (of: Marked, kind: string): Promise<CodeAction[]> =>
      of.ask('codeAction', { range: of.whole, context: { diagnostics: [], only: [kind] } });
    const [sync] = await source(marked, 'source.syncImpression');
    assert.match(marked.edited(edits(sync)), /2\. Left paraspinal mass at D10\./);
    const reversed = await open(REPORT.replaceAll('D4 to D7', 'D7 to D4'));
    const [all] = await source(reversed, 'source.fixAll');
    assert.equal(reversed.edited(edits(all)), REPORT);
  });

  it('helps with rules: problems, completion, rename', async () => {
    const rule = 'rule masses\ntitle A mass\nwhen mass at L|\nwarning Mass at {L}.\nbecause It is one.\ngood Liver.\nbad [Mass] at D4.\n';
    const marked = await open(rule, 'emhr');
    const edit = await marked.at<WorkspaceEdit>('rename', { newName: 'M' });
    const changes = edit.documentChanges?.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])) ?? [];
    assert.match(marked.edited(changes), /when mass at M\nwarning Mass at \{M\}/);
    const report = await marked.ask<DocumentDiagnosticReport>('diagnostic');
    assert.equal(report.kind, 'full');
  });

  for (const name of readdirSync(join(root, 'examples')).filter((each) => each.endsWith('.flawed.emh'))) {
    it(`finds in ${name} what must be found there`, async () => {
      const { mistakes } = JSON.parse(example(name.replace('.emh', '.expected.json'))) as {
        mistakes: { rule: string; words: string; line: number }[];
      };
      const marked = await open(example(name));
      const report = await marked.ask<DocumentDiagnosticReport>('diagnostic');
      const found = report.kind === 'full' ? report.items : [];
      const isAt = (range: Range, line: number, words: string): boolean => {
        const [, at, said = ''] = /^(\d+): (.*)$/s.exec(marked.words(range)) ?? [];
        return Number(at) === line && words.includes(said);
      };
      const missed = mistakes.filter(
        ({ rule, words, line }) => !found.some(({ code, range }) => code === rule && isAt(range, line, words)),
      );
      assert.deepEqual(missed, []);
      assert.ok(mistakes.length > 0);
    });
  }

  it('traces requests where it is told to, without a word of the report', async () => {
    const traced: string[] = [];
    server.client.connection.onNotification('$/logTrace', ({ message }: { message: string }) => void traced.push(message));
    await server.client.connection.sendNotification('$/setTrace', { value: 'messages' });
    const marked = await open(cursorIn('Left para|spinal mass at D9.\n\nIMP'));
    await marked.at('hover');
    await server.client.connection.sendNotification('$/setTrace', { value: 'off' });
    await marked.at('hover');
    assert.deepEqual(traced, ['hover']);
  });

  it('has logged no error', () => assert.deepEqual(server.client.logged, []));
});
