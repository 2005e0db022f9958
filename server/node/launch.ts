import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** How long after the start what the engine has compiled is kept for the next one, in milliseconds: by then a report has been checked. */
const KEEP_AFTER_MS = 5000;

// What is made for one answer is garbage after it. By itself the engine lets tens of megabytes of that pile up, or twice what is in use,
// before it looks: for a server that waits most of the time, that is memory held for nothing.
for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=50']) setFlagsFromString(flag);

// The engine's compiled code is kept in the person's own cache folder, so that the next start is quicker; nothing of a report is in it.
// NODE_DISABLE_COMPILE_CACHE=1 turns it off, and where nothing can be written the start is merely as slow as the first.
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? join(cacheFolder(), 'emh-report'));
createRequire(__filename)('./server-main.cjs');
setTimeout(flushCompileCache, KEEP_AFTER_MS).unref();

function cacheFolder(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}
