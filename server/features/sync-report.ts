import type { TextEdit } from 'vscode-languageserver';
import { guarded } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The command that brings the impressions of a report in step; its argument is the report's URI. */
export const SYNC_REPORT = 'emh.syncReport';

/** The edits that bring the impression of every report in step. */
export const syncEditsOf = ({ reports }: Opened): TextEdit[] =>
  reports.flatMap(({ snapshot, document }) =>
    snapshot.syncEdits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text })),
  );

/** Has the client change the report, in one step to undo. Resolves with whether it did; false where there is nothing to change. */
export async function syncReport(session: Session, [uri]: readonly unknown[]): Promise<boolean> {
  if (typeof uri !== 'string') return false;
  await session.lookUpSite(uri);
  const edit = guarded(session, 'sync', null, () => {
    const opened = session.opened(uri);
    const edits = opened === undefined ? [] : syncEditsOf(opened);
    return opened === undefined || edits.length === 0 ? null : workspaceEdit(session, opened.document, edits);
  });
  if (edit === null) return false;
  const { applied } = await session.connection.workspace.applyEdit({ label: 'Bring the impression in step', edit });
  return applied;
}
