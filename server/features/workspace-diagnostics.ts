import type { CancellationToken, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind } from '../protocol.ts';
import { guarded } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { TURN_MS } from '../turns.ts';
import { workspaceReports } from '../workspace-reports.ts';
import { diagnosticsOf } from './diagnostics.ts';

/**
 * Diagnostics of all reports of the workspace, where options ask for them: each as it is made to a client that takes parts. Such a
 * client asks again as soon as it is answered, so while all is as it knows it, the answer waits for a change.
 */
export function workspaceDiagnostics(session: Session): void {
  const nextChange = changes(session);
  session.connection.languages.diagnostics.onWorkspace(async (params, token, progress, parts) => {
    for (;;) {
      const changed = nextChange(token);
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      let isNews = false;
      progress.begin('Checking reports', undefined, undefined, true);
      for await (const opened of workspaceReports(session, token)) {
        const isChecked = await checkInTurns(session, opened, token);
        if (!isChecked) {
          known.delete(opened.document.uri);
          continue;
        }
        const report = reportOf(session, opened, known);
        isNews ||= report.kind === DocumentDiagnosticReportKind.Full;
        known.delete(opened.document.uri);
        if (parts === undefined) items.push(report);
        else if (report.kind === DocumentDiagnosticReportKind.Full) parts.report({ items: [report] });
      }
      progress.done();
      // What is no longer there has nothing wrong with it.
      const gone = token.isCancellationRequested ? [] : [...known.keys()].map(empty);
      if (parts === undefined) return { items: [...items, ...gone] };
      if (gone.length > 0) parts.report({ items: gone });
      if (isNews || gone.length > 0 || token.isCancellationRequested) return { items: [] };
      await changed;
      if (token.isCancellationRequested) return { items: [] };
    }
  });
}

/** False where that is cancelled, or something is typed meanwhile: the client asks again. */
async function checkInTurns(session: Session, opened: Opened, token: CancellationToken): Promise<boolean> {
  const { document } = opened;
  while (!guarded(session, 'workspace diagnostics', false, () => session.reportDiagnostics.settle(opened, TURN_MS))) {
    await session.turns.next();
    const now = session.documents.get(document.uri);
    if (token.isCancellationRequested || (now !== undefined && now !== document)) return false;
  }
  return true;
}

function reportOf(session: Session, opened: Opened, known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport {
  const { document, id } = opened;
  const { uri } = document;
  const version = session.documents.get(uri) === document ? document.version : null;
  if (known.get(uri) === id) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: id };
  const items = guarded(session, 'workspace diagnostics', [], () => diagnosticsOf(session, opened));
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items };
}

const empty = (uri: string): WorkspaceDocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  uri,
  version: null,
  items: [],
});

/** Gives what waits for the next change of a document, a file or the settings, or until the request is cancelled. */
function changes(session: Session): (token: CancellationToken) => Promise<void> {
  const waiting = new Set<() => void>();
  const changed = (): void => {
    for (const go of [...waiting]) go();
  };
  session.documents.onDidChangeContent(changed);
  session.documents.onDidClose(changed);
  session.onRenewed(changed);
  return (token) =>
    new Promise((resolve) => {
      const go = (): void => {
        waiting.delete(go);
        resolve();
      };
      waiting.add(go);
      token.onCancellationRequested(go);
    });
}
