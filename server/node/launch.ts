import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How long after the start what the engine has compiled is kept for the next one, in milliseconds: by then a report has been checked. */
const KEEP_AFTER_MS = 5000;

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
