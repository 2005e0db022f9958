import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { refusal, variableAt } from '../../language/authoring/variables.ts';
import { run } from '../run.ts';
import type { OpenedRules, Session } from '../session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Renames a rule's variable in all lines of the rule. */
export function rename(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(run(session, 'rename', null, () => null, whatIsRenamed));
  connection.onRenameRequest((params, token) => {
    // Not an error of the server: the person is told why.
    const refused = guardedRefusal(session, params);
    if (refused !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
    return run(
      session,
      'rename',
      null as WorkspaceEdit | null,
      () => null,
      (opened, asked: RenameParams) => renamed(session, opened, asked),
    )(params, token);
  });
}

function guardedRefusal(session: Session, { textDocument, position, newName }: RenameParams): string | null {
  const opened = session.openedRules(textDocument.uri);
  return opened === undefined ? null : refusal(opened.reading, opened.document.offsetAt(position), newName);
}

function whatIsRenamed({ reading, document }: OpenedRules, { position }: PrepareRenameParams) {
  const offset = document.offsetAt(position);
  const here = variableAt(reading, offset).find(({ range }) => range.start <= offset && offset <= range.end);
  return here === undefined ? null : { range: document.rangeOf(here.range), placeholder: here.name };
}

function renamed(session: Session, { reading, document }: OpenedRules, { position, newName }: RenameParams): WorkspaceEdit | null {
  const edits = variableAt(reading, document.offsetAt(position)).map(
    ({ range }): TextEdit => ({ range: document.rangeOf(range), newText: newName }),
  );
  return edits.length === 0 ? null : workspaceEdit(session, document, edits);
}
