import { existsSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../server/node/cache-folder.ts';
import { STARTS_WITH, snapshotFile, startingMark, startWords } from './snapshot-file.ts';

/** How long after its start a server is kept for the next one, in milliseconds: the person's first report comes first. */
const KEEP_AFTER_MS = 5000;

/** How long a server may take to start, in milliseconds; then what it started from is taken to be damaged. */
const START_MS = 10_000;

const require = createRequire(__filename);
const folder = dirname(__filename);
const [program, server] = [join(folder, 'cli.cjs'), join(folder, 'serve.cjs')];
const [command, way = '', ...others] = process.argv.slice(2);
// All else that stands behind `serve` is for the command to understand, or to refuse.
const port = Number(/^--socket=([1-9]\d{0,4})$/.exec(way)?.[1] ?? 0);
const isServer = command === 'serve' && others.length === 0 && (/^--(?:stdio|pipe=.+)$/.test(way) || (port > 0 && port <= 65535));
if (isServer) goOnFrom(snapshotFile(server));
// What is started again, such as a worker, is the program itself.
process.argv[1] = program;
const caches = cacheFolder();
if (caches !== null) enableCompileCache(caches);
require(isServer ? server : program);

/** Puts a server that was kept in the place of this process; where there is none, keeps one for the next start. */
function goOnFrom(kept: string | null): void {
  if (kept === null) return;
  if (!existsSync(kept) || !isSound(kept)) return void setTimeout(keepServer, KEEP_AFTER_MS).unref();
  // It would say on standard error that this is new in Node.
  process.removeAllListeners('warning');
  const env = { ...STARTS_WITH, ...process.env, EMH_STARTING: startingMark(kept) };
  process.execve?.(process.execPath, [process.execPath, ...startWords(kept, server), ...process.argv.slice(2)], env);
}

/**
 * Marks the start from it, which the server takes back when it is there. While there is a mark, another start is under way, or it has failed: what no
 * server came of in time is done away with.
 */
function isSound(kept: string): boolean {
  const mark = startingMark(kept);
  try {
    const since = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
    if (since === undefined) {
      writeFileSync(mark, '');
      // For `emh-serve`: it is newer than Node and the program, which are those that it was made of.
      utimesSync(kept, new Date(), new Date());
    } else if (Date.now() - since > START_MS) for (const path of [kept, mark]) rmSync(path, { recursive: true, force: true });
    return since === undefined;
  } catch {
    return false;
  }
}

/** In a process of its own, which lasts longer than this one where it must. */
function keepServer(): void {
  const { spawn } = require('node:child_process') as typeof import('node:child_process');
  const child = spawn(process.execPath, [program, 'serve', '--prepare'], { detached: true, stdio: 'ignore', windowsHide: true });
  child.on('error', () => {});
  child.unref();
}
