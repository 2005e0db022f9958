import { type CodeAction, commands, Position, Range, Selection, type TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import { closeAll, openText } from './documents.ts';
import { equal, ok } from './expect.ts';
import { when } from './when.ts';

const REPORT = 'FINDINGS\nMasses D3 to D8,  lobulated. \nCanal narrowing and cord compression at D5.\nIMPRESSION\n2. Masses D3 to D8.\n';

describe('formatting and refactors', () => {
  afterEach(closeAll);

  it('formats a report', async () => {
    const document = await openText(REPORT);
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {});
    ok(edits?.length > 0, 'no edits');
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
    equal(
      document.getText(),
      'FINDINGS\nMasses D3 to D8, lobulated.\nCanal narrowing and cord compression at D5.\n\nIMPRESSION\n1. Masses D3 to D8.\n',
    );
  });

  it('begins the next number where Enter is pressed behind an item, and puts the cursor behind it', async () => {
    const document = await openText(REPORT.replace('2. Masses', '1. Masses'));
    const editor = window.activeTextEditor;
    ok(editor, 'no editor');
    const end = new Position(4, 19);
    editor.selection = new Selection(end, end);
    await commands.executeCommand('type', { text: '\n' });
    await when(
      workspace.onDidChangeTextDocument,
      () => document.getText().endsWith('\n2. \n') || undefined,
      () => `the next number in ${JSON.stringify(document.getText())}`,
    );
    await commands.executeCommand('type', { text: 'Splenomegaly.' });
    equal(document.lineAt(5).text, '2. Splenomegaly.');
  });

  it('splits a statement', async () => {
    const document = await openText(REPORT);
    const range = new Range(2, 20, 2, 20);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'refactor.rewrite.split',
    );
    equal(
      actions.map(({ title }) => title),
      ['Split into a sentence for each finding'],
    );
    ok(actions[0]?.edit, 'no edit');
    await workspace.applyEdit(actions[0].edit);
    equal(document.lineAt(2).text, 'Canal narrowing at D5. Cord compression at D5.');
  });
});
