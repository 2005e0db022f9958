import { guarded } from '../run.ts';
import type { Session } from '../session.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The command that brings the impressions of a report in step; its argument is the report's URI. */
export const SYNC_REPORT = 'emh.syncReport';

/** Has the client change the report, in one step to undo. Resolves with whether it did; false where there is nothing to change. */
export async function syncReport(session: Session, [uri]: readonly unknown[]): Promise<boolean> {
  if (typeof uri !== 'string') return false;
  await session.lookUpSite(uri);
  const edit = guarded(session, 'sync', null, () => {
    const opened = session.opened(uri);
    if (opened === undefined || opened.snapshot.syncEdits.length === 0) return null;
    const { document, snapshot } = opened;
    return workspaceEdit(
      session,
      document,
      snapshot.syncEdits.map(({ range, text }) => ({ range: document.rangeOf(range), newText: text })),
    );
  });
  if (edit === null) return false;
  const { applied } = await session.connection.workspace.applyEdit({ label: 'Bring the impression in step', edit });
  return applied;
}
