import { commands, Disposable, Selection, type TextEditor, type TextEditorEdit, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { REPORT_FIELDS, type ReportFields, type ReportFieldsParams } from '../../server/report-fields.ts';
import { isReport } from './report.ts';

/** Set where the active report has open fields, so that their keys are free elsewhere. */
const HAS_FIELDS = 'emh.hasFields';
const FIELD = /\[[^[\]\n]*\]/;

/** Moves through the open fields of the active report: registers the commands and tells the keys when they count. */
export function fieldCommands(client: BaseLanguageClient): Disposable {
  const update = (): void => {
    const document = window.activeTextEditor?.document;
    void commands.executeCommand('setContext', HAS_FIELDS, document !== undefined && isReport(document) && FIELD.test(document.getText()));
  };
  update();
  return Disposable.from(
    commands.registerCommand('emh.nextField', () => move(client, 1)),
    commands.registerCommand('emh.previousField', () => move(client, -1)),
    commands.registerCommand('emh.acceptDefault', () => acceptDefault(client)),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(update),
  );
}

interface Fields {
  readonly editor: TextEditor;
  readonly fields: readonly { readonly selection: Selection; readonly usual: string | null }[];
}

async function fieldsOf(client: BaseLanguageClient): Promise<Fields | null> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isReport(editor.document) || client.state !== State.Running) return null;
  const params: ReportFieldsParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document) };
  const { version, fields } = await client.sendRequest<ReportFields>(REPORT_FIELDS, params);
  if (version !== editor.document.version) return null;
  return {
    editor,
    fields: fields.map(({ range, default: usual }) => {
      const { start, end } = client.protocol2CodeConverter.asRange(range);
      return { selection: new Selection(start, end), usual };
    }),
  };
}

/** Selects the next field behind the selection, or the one before it; behind the last comes the first. */
async function move(client: BaseLanguageClient, by: 1 | -1): Promise<void> {
  const found = await fieldsOf(client);
  if (found === null || found.fields.length === 0) return;
  const { editor, fields } = found;
  const { start } = editor.selection;
  const isSelected = fields.some(({ selection }) => selection.isEqual(editor.selection));
  const next =
    by === 1
      ? (fields.find(({ selection }) => (isSelected ? selection.start.isAfter(start) : !selection.start.isBefore(start))) ?? fields[0])
      : (fields.findLast(({ selection }) => selection.start.isBefore(start)) ?? fields.at(-1));
  if (next === undefined) return;
  editor.selection = next.selection;
  editor.revealRange(next.selection);
}

/** Puts the default in the place of the field at the cursor, and goes on to the next field. Without a default the field stays. */
async function acceptDefault(client: BaseLanguageClient): Promise<void> {
  const found = await fieldsOf(client);
  if (found === null) return;
  const { editor, fields } = found;
  const field = fields.find(({ selection }) => selection.contains(editor.selection));
  const usual = field?.usual;
  if (field !== undefined && usual !== null && usual !== undefined) {
    await editor.edit((edit: TextEditorEdit) => edit.replace(field.selection, usual));
    editor.selection = new Selection(editor.selection.end, editor.selection.end);
  }
  await move(client, 1);
}
