import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { PlacedText } from '../document-part.ts';
import type { Session } from '../session.ts';

/** Edits of one document: of that version alone, where the client can hold to it. */
export function workspaceEdit({ capabilities }: Session, { uri, version }: PlacedText, edits: TextEdit[]): WorkspaceEdit {
  return capabilities.workspace?.workspaceEdit?.documentChanges === true
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
