import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { refusal, variableAt } from '../../language/authoring/variables.ts';
import { notRenamed, renamingAt, renamingRefusal } from '../../language/authoring/vocabulary/rename.ts';
import { renameTerm } from '../lexicon-files/rename.ts';
import { guarded, openedLexicon, run } from '../run.ts';
import type { OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Renames a rule's variable in all lines of the rule; a term of a site's lexicon, by its id or its words, in all files. */
export function rename(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(run(session, 'rename', null, () => null, whatIsRenamed, whatTermIsRenamed));
  connection.onRenameRequest(async (params, token) => {
    const lexicon = await openedLexicon(session, params.textDocument.uri);
    if (lexicon !== undefined) {
      const renaming = renamingAt(lexicon.vocabulary, lexicon.document.offsetAt(params.position));
      if (renaming === null) throw failed(notRenamed(lexicon.vocabulary, lexicon.document.offsetAt(params.position)));
      const refused = guarded(session, 'rename', null, () => renamingRefusal(lexicon.vocabulary, renaming, params.newName, lexicon.parse));
      if (refused !== null) throw failed(refused);
      return renameTerm(session, lexicon, renaming, params.newName, token);
    }
    const refused = guardedRefusal(session, params);
    if (refused !== null) throw failed(refused);
    return run(
      session,
      'rename',
      null as WorkspaceEdit | null,
      () => null,
      (opened, asked: RenameParams) => renamed(session, opened, asked),
    )(params, token);
  });
}

/** Not an error of the server: the person is told why. */
const failed = (reason: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, reason);

function guardedRefusal(session: Session, { textDocument, position, newName }: RenameParams): string | null {
  const opened = session.openedRules(textDocument.uri);
  return opened === undefined ? null : refusal(opened.reading, opened.document.offsetAt(position), newName);
}

function whatIsRenamed({ reading, document }: OpenedRules, { position }: PrepareRenameParams) {
  const offset = document.offsetAt(position);
  const here = variableAt(reading, offset).find(({ range }) => range.start <= offset && offset <= range.end);
  return here === undefined ? null : { range: document.rangeOf(here.range), placeholder: here.name };
}

function whatTermIsRenamed({ vocabulary, document }: OpenedLexicon, { position }: PrepareRenameParams) {
  const renaming = renamingAt(vocabulary, document.offsetAt(position));
  return renaming === null ? null : { range: document.rangeOf(renaming.range), placeholder: renaming.name };
}

function renamed(session: Session, { reading, document }: OpenedRules, { position, newName }: RenameParams): WorkspaceEdit | null {
  const edits = variableAt(reading, document.offsetAt(position)).map(
    ({ range }): TextEdit => ({ range: document.rangeOf(range), newText: newName }),
  );
  return edits.length === 0 ? null : workspaceEdit(session, document, edits);
}
