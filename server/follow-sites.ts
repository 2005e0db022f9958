import type { Diagnostic, InitializeParams } from 'vscode-languageserver';
import { SITE_FOLDER } from '../packs/site-file.ts';
import { isAuthored } from './document-kind.ts';
import type { SiteWatcher } from './environment.ts';
import { isPulling } from './features/diagnostics.ts';
import { DidChangeWatchedFilesNotification } from './protocol.ts';
import { refresh } from './refresh.ts';
import { guarded } from './run.ts';
import type { Session } from './session.ts';
import { SITE_FILES, type SiteFilesParams } from './site-files.ts';

/**
 * Follows the `.emh` folders around the workspace and its documents: reads them, again whenever a file in one changes, and shows
 * what is wrong in them. `changed` is called when documents must be checked anew. Gives what to do once the client is ready.
 */
export function followSites(session: Session, changed: () => void): () => void {
  const { connection, sites } = session;
  const show = problemShower(session);
  const lookUpAll = async (): Promise<void> => {
    const folders = [...session.folders, ...session.documents.keys().map((uri) => session.folderOf(uri))];
    await Promise.all(folders.map((folder) => sites.lookUp(folder)));
  };
  const renew = (): void => {
    session.renew();
    changed();
    // New terms have colours too.
    if (session.capabilities.workspace?.semanticTokens?.refreshSupport === true) refresh(session, 'semanticTokens');
    show();
  };
  const reread = (): void => {
    sites.forget();
    void lookUpAll().then(renew);
  };
  const canWatch = (): boolean => session.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  let watcher: SiteWatcher | undefined;
  const watch = (): void => {
    if (canWatch()) return;
    watcher ??= session.environment.watchSites?.(reread);
    watcher?.follow([...session.folders, ...sites.all.map(({ root }) => root)]);
  };
  sites.onFound = () => {
    show();
    watch();
  };
  session.documents.onDidOpen(({ document }) => isAuthored(document) && show());
  session.documents.onDidClose(({ document }) => isAuthored(document) && show());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.split('/').includes(SITE_FOLDER))) reread();
    else session.filesChanged();
  });
  connection.onNotification(SITE_FILES, (params: SiteFilesParams) => {
    void sites
      .take({ files: filesOf(params) })
      .then((isNewest) => isNewest && renew())
      .catch((error: unknown) => connection.console.error(`site files: ${String(error)}`));
  });
  return () => {
    if (session.capabilities.workspace?.workspaceFolders === true)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => withoutSlash(uri));
        session.folders = [...session.folders.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => withoutSlash(uri))];
        void lookUpAll().then(renew);
      });
    if (session.environment.findSite === undefined) return;
    void lookUpAll();
    if (!canWatch()) return watch();
    const watchers = [`**/${SITE_FOLDER}/**`, `**/${SITE_FOLDER}`, '**/*.{emh,emht}'].map((globPattern) => ({ globPattern }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  };
}

/** Only what has the right shape: the message comes from outside. */
const filesOf = (params: unknown): SiteFilesParams['files'] => {
  const files = typeof params === 'object' && params !== null && 'files' in params && Array.isArray(params.files) ? params.files : [];
  return files.filter((file): file is { path: string; text: string } => typeof file?.path === 'string' && typeof file.text === 'string');
};

/** Gives what soon shows the problems of all sites, and takes away what no longer holds. */
function problemShower(session: Session): () => void {
  let shown = new Set<string>();
  let isWaiting = false;
  const show = async (): Promise<void> => {
    isWaiting = false;
    if (session.sites.all.length === 0 && shown.size === 0) return;
    const { siteDiagnostics } = await import('./site-problems.ts');
    const found = new Map([...shown].map((uri) => [uri, [] as Diagnostic[]]));
    for (const site of session.sites.all) {
      const own = guarded(session, 'site files', new Map<string, Diagnostic[]>(), () =>
        siteDiagnostics(site, session.languageOfSite(site), session.encoding),
      );
      for (const [uri, diagnostics] of own) if (diagnostics.length > 0) found.set(uri, diagnostics);
    }
    // A rule file or lexicon that is open is checked as it is written.
    for (const { uri } of session.documents.all().filter(isAuthored)) {
      if (isPulling(session.capabilities) && shown.has(uri)) found.set(uri, []);
      else found.delete(uri);
    }
    for (const [uri, diagnostics] of found) void session.connection.sendDiagnostics({ uri, diagnostics });
    shown = new Set([...found].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri]) => uri));
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    session.environment.defer(() => void show());
  };
}

/** URIs of the folders that the client works in. */
export const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): string[] =>
  (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null || rootUri === undefined ? [] : [rootUri])).map(withoutSlash);

const withoutSlash = (uri: string): string => uri.replace(/\/+$/, '');
