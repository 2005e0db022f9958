import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where what makes a start quicker is kept: in the person's own folder for caches. Nothing of a report is in it, and it may be deleted. Null where
 * the person has no folder, or wants nothing kept (NODE_DISABLE_COMPILE_CACHE=1).
 */
export function cacheFolder(): string | null {
  if (process.env.NODE_DISABLE_COMPILE_CACHE === '1') return null;
  if (process.env.NODE_COMPILE_CACHE) return process.env.NODE_COMPILE_CACHE;
  const caches = cachesOfPerson();
  return caches === null ? null : join(caches, 'emh-report');
}

function cachesOfPerson(): string | null {
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  if (!['win32', 'darwin'].includes(process.platform) && process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  const within = { win32: ['AppData', 'Local'], darwin: ['Library', 'Caches'] }[process.platform as string] ?? ['.cache'];
  try {
    return join(homedir(), ...within);
  } catch {
    // A user that the system does not know.
    return null;
  }
}
