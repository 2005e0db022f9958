import type { PrepareRenameParams, RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TYPES } from '../../language/authoring/template/completion.ts';
import { fieldRefusal, nameAt, sameNames } from '../../language/authoring/template/names.ts';
import { refusal, variableAt } from '../../language/authoring/variables.ts';
import { notRenamed, renamingAt, renamingRefusal } from '../../language/authoring/vocabulary/rename.ts';
import { renameTerm } from '../lexicon-files/rename.ts';
import { LSPErrorCodes, ResponseError } from '../protocol.ts';
import { guarded, openedLexicon, run } from '../run.ts';
import type { Opened, OpenedLexicon, OpenedRules, Session } from '../session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Renames a rule's variable in all lines of the rule, a template's field in all of the template; a term of a site's lexicon, by its id or its words, in all files. */
export function rename(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(
    run(session, 'rename', null, (opened, params) => whatFieldIsRenamed(session, opened, params), whatIsRenamed, whatTermIsRenamed),
  );
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
      (opened, asked: RenameParams) => renamedField(session, opened, asked),
      (opened, asked: RenameParams) => renamed(session, opened, asked),
    )(params, token);
  });
}

/** Not an error of the server: the person is told why. */
const failed = (reason: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, reason);

function guardedRefusal(session: Session, { textDocument, position, newName }: RenameParams): string | null {
  const template = session.openedTemplate(textDocument.uri);
  if (template !== undefined) {
    const place = nameAt(template.template, template.document.offsetAt(position));
    return place === undefined ? null : fieldRefusal(template.template, place, newName, TYPES);
  }
  const opened = session.openedRules(textDocument.uri);
  return opened === undefined ? null : refusal(opened.reading, opened.document.offsetAt(position), newName);
}

function whatIsRenamed({ reading, document }: OpenedRules, { position }: PrepareRenameParams) {
  const offset = document.offsetAt(position);
  const here = variableAt(reading, offset).find(({ range }) => range.start <= offset && offset <= range.end);
  return here === undefined ? null : { range: document.rangeOf(here.range), placeholder: here.name };
}

function whatFieldIsRenamed(session: Session, { document }: Opened, { position }: PrepareRenameParams) {
  const template = session.openedTemplate(document.uri)?.template;
  const place = template && nameAt(template, document.offsetAt(position));
  if (template === undefined || place === undefined || place.is === 'template') return null;
  if (!sameNames(template, place).every(({ isWritten }) => isWritten)) return null;
  return { range: document.rangeOf(place.range), placeholder: document.text.slice(place.range.start, place.range.end) };
}

function renamedField(session: Session, { document }: Opened, { position, newName }: RenameParams): WorkspaceEdit | null {
  const template = session.openedTemplate(document.uri)?.template;
  const place = template && nameAt(template, document.offsetAt(position));
  if (template === undefined || place === undefined) return null;
  const edits = sameNames(template, place).map(({ range }) => ({ range: document.rangeOf(range), newText: newName.trim() }));
  return workspaceEdit(session, document, edits);
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
