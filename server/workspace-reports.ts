import type { CancellationToken } from 'vscode-languageserver';
import { isAuthored } from './document-kind.ts';
import { guarded } from './run.ts';
import type { Opened, Session } from './session.ts';

/** Files of a workspace that are read for one request, at most. */
export const MOST_FILES = 2000;

/**
 * The reports of a client's workspace, read: those that are open as they are being written, then those below its folders where the host
 * has files; or, where one is given, those in that folder alone. Other messages are answered between them; ends early when the request is cancelled.
 */
export async function* workspaceReports(session: Session, token: CancellationToken, only: string | null = null): AsyncGenerator<Opened> {
  const seen = new Set<string>();
  for (const document of session.documents.all()) {
    if (isAuthored(document)) continue;
    seen.add(document.uri);
    const opened = await turn(session, token, () => session.opened(document.uri));
    if (opened === 'cancelled') return;
    if (opened !== undefined) yield opened;
  }
  let left = MOST_FILES;
  for (const folder of only === null ? session.folders : [only]) {
    for await (const { uri, text } of session.environment.reportFiles?.(folder, only === null ? 'any' : 'one') ?? []) {
      if (seen.has(uri)) continue;
      if (left-- === 0) return session.connection.console.info(`Only the first ${MOST_FILES} reports of the workspace are read.`);
      seen.add(uri);
      await session.lookUpSite(uri);
      const opened = await turn(session, token, () => session.closed(uri, text));
      if (opened === 'cancelled') return;
      if (opened !== undefined) yield opened;
    }
  }
}

/** Makes a value once messages that have come are answered. */
function turn<T>(session: Session, token: CancellationToken, make: () => T): Promise<T | undefined | 'cancelled'> {
  return new Promise((resolve) => {
    session.environment.defer(() => resolve(token.isCancellationRequested ? 'cancelled' : guarded(session, 'workspace', undefined, make)));
  });
}
