import { type Disposable, l10n, RelativePattern, type Uri, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { SITE_FILES, type SiteFilesParams } from '../../server/site-files.ts';

const PATTERN = '**/.emh/**';
/** Sites have tens of files; a folder of that name with more than this holds something else. */
const MOST = 1000;

/** Sends the site files (`.emh/`) of all workspace folders to a server that cannot read files: when it starts, and whenever one changes. */
export function sendSiteFiles(client: BaseLanguageClient): Disposable {
  const decoder = new TextDecoder();
  let turn = 0;

  const read = async (uri: Uri): Promise<SiteFilesParams['files']> => {
    try {
      return [{ path: uri.toString(), text: decoder.decode(await workspace.fs.readFile(uri)) }];
    } catch {
      return []; // Gone since it was found; the watcher tells of that too.
    }
  };

  const send = async (): Promise<void> => {
    const mine = ++turn;
    const uris = (
      await Promise.all(
        (workspace.workspaceFolders ?? []).map((folder) => workspace.findFiles(new RelativePattern(folder, PATTERN), null, MOST)),
      )
    ).flat();
    const files = (await Promise.all(uris.map(read))).flat();
    if (mine === turn && client.state === State.Running) await client.sendNotification(SITE_FILES, { files } satisfies SiteFilesParams);
  };

  const sendQuietly = (): void => void send().catch((error) => client.error(l10n.t('The site files could not be sent.'), error, false));
  const watcher = workspace.createFileSystemWatcher(PATTERN);
  const subscriptions = [
    watcher,
    watcher.onDidCreate(sendQuietly),
    watcher.onDidChange(sendQuietly),
    watcher.onDidDelete(sendQuietly),
    workspace.onDidChangeWorkspaceFolders(sendQuietly),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) sendQuietly();
    }),
  ];
  return { dispose: () => subscriptions.forEach((each) => void each.dispose()) };
}
