import {
  type CompletionItem,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type MarkdownString,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { closeAll, openExample, openText } from './documents.ts';
import { equal, includes, ok } from './expect.ts';

const REPORT = `Exam: MRI thoracic spine

FINDINGS
Spinal canal: Masses at D4 to `;

describe('writing and reading', () => {
  afterEach(closeAll);

  it('completes levels after "D4 to"', async () => {
    const document = await openText(REPORT);
    const items = await completions(document);
    equal(
      items.slice(0, 3).map(({ label }) => label),
      ['D5', 'D6', 'D7'],
    );
    await take(
      document,
      items.find(({ label }) => label === 'D7'),
    );
    equal(document.getText(), `${REPORT}D7`);
  });

  it('completes signal after "T1"', async () => {
    const document = await openText(`${REPORT}D7. The masses are T1 `);
    await take(
      document,
      (await completions(document)).find(({ label }) => label === 'isointense'),
    );
    equal(document.getText(), `${REPORT}D7. The masses are T1 isointense`);
  });

  it('explains a finding', async () => {
    const document = await openExample('case-1-mri-spine.flawed.emh');
    const at = document.positionAt(document.getText().indexOf('cord compression') + 6);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    includes(hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value)).join('\n'), 'cord compression');
  });

  it('outlines the report', async () => {
    const document = await openExample('case-1-mri-spine.flawed.emh');
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const names = symbols.map(({ name }) => name);
    ok(names.includes('FINDINGS') && names.includes('IMPRESSION'), names.join(', '));
    const findings = symbols.find(({ name }) => name === 'FINDINGS');
    ok(
      findings?.children.some(({ name }) => name.startsWith('Spinal canal')),
      'no topic',
    );
  });

  it('colours words by what they are', async () => {
    const document = await openExample('case-1-mri-spine.flawed.emh');
    const legend = await commands.executeCommand<SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    const words = coloured(document, tokens, legend);
    const types = { masses: 'type', compression: 'function', 'D4 to D7': 'enumMember', 'T1 and T2': 'class', isointense: 'property' };
    for (const [word, type] of Object.entries(types)) equal(words.find(({ text }) => text === word)?.type, type, word);
  });
});

async function completions(document: TextDocument): Promise<CompletionItem[]> {
  const end = document.positionAt(document.getText().length);
  return (await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, end)).items;
}

/** Puts a completion where the editor would. */
async function take(document: TextDocument, item: CompletionItem | undefined): Promise<void> {
  ok(item?.range, 'no such completion, or none with a place');
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, item.range instanceof Range ? item.range : item.range.inserting, String(item.insertText ?? item.label));
  await workspace.applyEdit(edit);
}

interface Coloured {
  readonly text: string;
  readonly type: string | undefined;
}

/** Semantic tokens are numbers, each place counted from the token before. */
function coloured(document: TextDocument, { data }: SemanticTokens, { tokenTypes }: SemanticTokensLegend): Coloured[] {
  const words: Coloured[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    words.push({ text: document.getText(new Range(line, character, line, character + length)), type: tokenTypes[type] });
  }
  return words;
}
