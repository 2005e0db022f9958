import { type ChildProcess, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endGroup, startGroup } from './process-group.ts';
import { vscodeServer } from './vscode-server.ts';
import { makeWorkspace, type Workspace, writeSettings } from './workspace.ts';

/** A VS Code that a browser can open. */
export interface Editor {
  readonly origin: string;
  readonly workspace: Workspace;
  /** Where the package was installed, if one was. */
  readonly installed: string | null;
  /** Names a file of this machine for the editor and its node extension host. */
  uri(path: string): string;
  /** Address of a window on the workspace; `payload` is what a desktop window would be given on its command line. */
  windowUrl(payload: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

/** Starts a VS Code with a fresh profile; a package (.vsix) is installed first. Rejects where that fails or the server ends early. */
export async function startEditor({ vsix = null, settings }: { vsix?: string | null; settings?: object } = {}): Promise<Editor> {
  const workspace = makeWorkspace();
  const extensions = join(workspace.home, 'extensions');
  const data = join(workspace.home, 'data');
  writeSettings(join(data, 'data/User/settings.json'), settings);
  const installed = vsix === null ? null : installPackage(vsix, extensions, workspace.home);
  const folders = ['--server-data-dir', data, '--extensions-dir', extensions, '--accept-server-license-terms'];
  const server = startGroup(process.execPath, [vscodeServer(), ...folders, ...QUIET], environment(workspace.home));
  const stop = async (): Promise<void> => {
    await endGroup(server);
    workspace.remove();
  };
  const port = await portOf(server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const authority = `127.0.0.1:${port}`;
  return {
    origin: `http://${authority}`,
    workspace,
    installed,
    uri: (path) => `vscode-remote://${authority}${path}`,
    windowUrl: (payload) => {
      const all = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
      return `http://${authority}/?folder=${encodeURIComponent(workspace.folder)}&payload=${encodeURIComponent(JSON.stringify(all))}`;
    },
    stop,
  };
}

const QUIET = [
  ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-telemetry', '--disable-experiments'],
  '--disable-workspace-trust',
  // Without it the payload of a window's address, which names the tests, is ignored.
  '--enable-smoke-test-driver',
];

/** An empty gallery: no marketplace, so no look-ups. */
const environment = (home: string): NodeJS.ProcessEnv => ({ ...process.env, HOME: home, EXTENSIONS_GALLERY: '{}' });

/** Installs a package into a folder of extensions, as `code --install-extension` does. Gives the extension's own folder. Throws. */
export function installPackage(vsix: string, extensions: string, home: string): string {
  const data = ['--server-data-dir', join(home, 'install'), '--extensions-dir', extensions, '--accept-server-license-terms'];
  const args = [vscodeServer(), ...data, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment(home), encoding: 'utf8' });
  const name = status === 0 ? readdirSync(extensions).find((each) => each.startsWith('emh-report.')) : undefined;
  if (name === undefined) throw new Error(`the package was not installed:\n${stdout}${stderr}`);
  return join(extensions, name);
}

function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /Server bound to \S*?:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the editor's server ended (${code}):\n${said}`)));
  });
}
