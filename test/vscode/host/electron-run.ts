import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../scripts/root.ts';
import { fromLine } from '../suite/event.ts';
import { type Counts, Tally } from './counts.ts';
import { installed } from './install.ts';
import { LeftOut } from './left-out.ts';
import { CACHE, NODE_SUITE } from './paths.ts';
import { endGroup, startGroup } from './process-group.ts';
import { within } from './within.ts';
import { makeWorkspace, writeSettings } from './workspace.ts';

const PACKAGE = '@vscode/test-electron';
const VERSION = '3.1.0';
const LIMIT_MS = 120_000;

/** Runs the suite in a desktop VS Code, which is downloaded. Throws LeftOut where there is no display, or it cannot be had. */
export async function runInDesktop(): Promise<Counts> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) throw new LeftOut('no display for a desktop VS Code');
  const executable = await download();
  const tally = new Tally();
  const workspace = makeWorkspace();
  const profile = join(workspace.home, 'profile');
  writeSettings(join(profile, 'User/settings.json'));
  const desktop = startGroup(
    executable,
    [
      workspace.folder,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${join(root, NODE_SUITE)}`,
      ...[`--user-data-dir=${profile}`, `--extensions-dir=${join(workspace.home, 'extensions')}`],
      ...['--no-sandbox', '--disable-updates', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    ],
    process.env,
  );
  try {
    for (const stream of [desktop.stdout, desktop.stderr])
      if (stream !== null)
        createInterface(stream).on('line', (line) => {
          const event = fromLine(line);
          if (event !== null) tally.add(event);
        });
    const ended = new Promise<number | null>((resolve) => desktop.once('close', resolve));
    const code = await within(LIMIT_MS, 'the suite', ended);
    const { passes, failures } = tally.counts;
    if (failures === 0 && (code !== 0 || passes === 0)) tally.fail(`it ended with ${code} after ${passes} tests`);
  } catch (error) {
    tally.fail(String(error));
  } finally {
    await endGroup(desktop);
    workspace.remove();
  }
  return tally.counts;
}

/** Path of a desktop VS Code's program. */
async function download(): Promise<string> {
  const load = createRequire(join(installed(`test-electron-${VERSION}`, [`${PACKAGE}@${VERSION}`]), 'from-here.js'));
  const { downloadAndUnzipVSCode } = load(PACKAGE) as { downloadAndUnzipVSCode(options: object): Promise<string> };
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(CACHE, 'desktop') });
  } catch (error) {
    throw new LeftOut(`a desktop VS Code could not be downloaded: ${String(error).split('\n')[0]}`);
  }
}
