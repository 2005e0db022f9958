import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { cacheFolder } from './cache-folder.ts';

/** How long after the start what the engine has compiled is kept for the next one, in milliseconds: by then a report has been checked. */
const KEEP_AFTER_MS = 5000;

// The engine's compiled code is kept, so that the next start is quicker; where nothing can be written the start is merely as slow as the first.
const folder = cacheFolder();
if (folder !== null) enableCompileCache(folder);
createRequire(__filename)('./server-main.cjs');
setTimeout(flushCompileCache, KEEP_AFTER_MS).unref();
