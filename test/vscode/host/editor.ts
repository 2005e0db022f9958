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
  /** Folder of the extension as it was installed from a package; null without one. */
  readonly installed: string | null;
  /** Names a file of this machine for the editor and its node extension host. */
  uri(path: string): string;
  /** Address of a window on the workspace; `payload` is what a desktop window would be given on its command line. */
  windowUrl(payload: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

/** Starts a VS Code with a fresh profile; a package (.vsix) is installed first. Rejects where that fails or the server ends early. */
export async function startEditor({ vsix, settings }: { vsix: string | null; settings?: object }): Promise<Editor> {
  const main = vscodeServer();
  const workspace = makeWorkspace();
  const extensions = join(workspace.home, 'extensions');
  const data = join(workspace.home, 'data');
  writeSettings(join(data, 'data/User/settings.json'), settings);
  const folders = ['--server-data-dir', data, '--extensions-dir', extensions, '--accept-server-license-terms'];
  // An empty gallery: no marketplace, so no look-ups.
  const env = { ...process.env, HOME: workspace.home, EXTENSIONS_GALLERY: '{}' };
  if (vsix !== null) install(main, folders, vsix, env);
  const server = startGroup(process.execPath, [main, ...folders, ...QUIET], env);
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
    installed: vsix === null ? null : installedIn(extensions),
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

function install(main: string, folders: readonly string[], vsix: string, env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...folders, '--install-extension', vsix], { env, encoding: 'utf8' });
  if (status !== 0 || !/successfully installed/.test(stdout)) throw new Error(`the package was not installed:\n${stdout}${stderr}`);
}

function installedIn(extensions: string): string {
  const name = readdirSync(extensions, { withFileTypes: true }).find((entry) => entry.isDirectory() && entry.name.startsWith('emh-report.'));
  if (name === undefined) throw new Error('the package left no extension behind');
  return join(extensions, name.name);
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
