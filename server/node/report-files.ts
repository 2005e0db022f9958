import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReportFile } from '../environment.ts';

const ENDING = '.emh';
/** Larger files are passed over: no report is that long. */
const LARGEST = 2 * 1024 * 1024;

/**
 * The reports below a folder (a URI), at any depth or in it alone, in the order of their names. Hidden folders, `node_modules`, links to
 * folders and what cannot be read are passed over.
 */
export async function* reportFiles(folder: string, depth: 'any' | 'one'): AsyncGenerator<ReportFile> {
  const path = pathOf(folder);
  if (path !== null) yield* filesIn(path, depth);
}

/** Null for what is no folder of files, such as one on a host that this machine cannot name. */
function pathOf(folder: string): string | null {
  try {
    return fileURLToPath(folder);
  } catch {
    return null;
  }
}

async function* filesIn(folder: string, depth: 'any' | 'one'): AsyncGenerator<ReportFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth === 'any' && !entry.name.startsWith('.') && entry.name !== 'node_modules') yield* filesIn(path, depth);
    } else if (entry.isFile() && extname(entry.name).toLowerCase() === ENDING) {
      const text = await textOf(path);
      if (text !== null) yield { uri: pathToFileURL(path).href, text };
    }
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > LARGEST) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    return null;
  }
}
