import type { CancellationToken, ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { packEdits, type Renaming, textEdits } from '../../language/authoring/vocabulary/rename.ts';
import type { TextEdit as Edit } from '../../language/text/edit.ts';
import type { OpenDocument } from '../document.ts';
import { guarded } from '../run.ts';
import type { OpenedLexicon, Session } from '../session.ts';
import { sitePacks, siteTexts } from './site-texts.ts';

/** Names the edits of reports, which somebody has signed perhaps: a client that can, asks for each. */
const IN_REPORTS = 'reports';

/** The edits that rename a term's id, or words of it, wherever they stand. */
export async function renameTerm(
  session: Session,
  opened: OpenedLexicon,
  renaming: Renaming,
  newName: string,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { capabilities } = session;
  const { documentChanges, changeAnnotationSupport } = capabilities.workspace?.workspaceEdit ?? {};
  const isAsked = documentChanges === true && changeAnnotationSupport !== undefined;
  const all: { document: OpenDocument; isOpen: boolean; edits: TextEdit[] }[] = [];
  const add = (document: OpenDocument, isOpen: boolean, edits: readonly Edit[], isReport: boolean): void => {
    const own = edits.map(({ range, text }) => ({
      range: document.rangeOf(range),
      newText: text,
      ...(isReport && isAsked ? { annotationId: IN_REPORTS } : {}),
    }));
    if (own.length > 0) all.push({ document, isOpen, edits: own });
  };
  for (const { pack, document, isOpen } of sitePacks(session, opened)) add(document, isOpen, packEdits(pack, renaming, newName), false);
  for await (const { document, kind, isOpen } of siteTexts(session, opened, token)) {
    if (token.isCancellationRequested) return null;
    const edits = guarded(session, 'rename', [], () => textEdits(document.text, kind, renaming, newName, opened.vocabulary.lexicon));
    add(document, isOpen, edits, kind === 'report');
  }
  if (documentChanges !== true) return { changes: Object.fromEntries(all.map(({ document, edits }) => [document.uri, edits])) };
  const changes = all.map(
    ({ document: { uri, version }, isOpen, edits }): TextDocumentEdit => ({
      textDocument: { uri, version: isOpen ? version : null },
      edits,
    }),
  );
  const annotation: ChangeAnnotation = { label: 'Words of reports', needsConfirmation: true };
  const inReports = changes.some(({ edits }) => edits.some((edit) => 'annotationId' in edit));
  return { documentChanges: changes, ...(inReports ? { changeAnnotations: { [IN_REPORTS]: annotation } } : {}) };
}
