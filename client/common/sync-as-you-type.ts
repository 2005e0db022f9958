import {
  Disposable,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type TextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { IMPRESSION_EDITS, type ImpressionEdits, type ImpressionEditsParams } from '../../server/impression-edits.ts';
import { isReport } from './report.ts';

/** How long typing must rest, in milliseconds. */
const REST_MS = 700;

/** Brings the impression in step as the findings are typed, where the setting asks for that. What is undone stays undone until the findings say something else. */
export function syncAsYouType(client: BaseLanguageClient): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOurs = false;
  /** The last edits, and those that a person took back. */
  let last = '';
  let refused = '';

  const sync = async (document: TextDocument): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor?.document !== document || client.state !== State.Running) return;
    const { code2ProtocolConverter: to, protocol2CodeConverter: from } = client;
    const params: ImpressionEditsParams = {
      textDocument: to.asTextDocumentIdentifier(document),
      positions: editor.selections.flatMap(({ anchor, active }) => [to.asPosition(anchor), to.asPosition(active)]),
    };
    const { version, edits } = await client.sendRequest<ImpressionEdits>(IMPRESSION_EDITS, params);
    const key = edits.map(({ newText }) => newText).join('\0');
    if (edits.length === 0 || key === refused || document.version !== version) return;
    last = key;
    isOurs = true;
    await workspace.applyEdit(editOf(document, await from.asTextEdits([...edits])));
    isOurs = false;
  };

  const changed = ({ document, contentChanges, reason }: TextDocumentChangeEvent): void => {
    if (isOurs || contentChanges.length === 0 || !isReport(document)) return;
    clearTimeout(timer);
    if (reason === TextDocumentChangeReason.Undo) refused = last;
    if (reason !== undefined || !isAskedFor(document)) return;
    timer = setTimeout(() => void sync(document).catch(() => undefined), REST_MS);
  };
  return Disposable.from(workspace.onDidChangeTextDocument(changed), new Disposable(() => clearTimeout(timer)));
}

const isAskedFor = (document: TextDocument): boolean => workspace.getConfiguration('emh', document).get('syncAsYouType', false);

/** One edit of the editor is one step to undo. */
function editOf(document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range, newText }) => ({ range: new Range(range.start, range.end), newText })),
  );
  return edit;
}
