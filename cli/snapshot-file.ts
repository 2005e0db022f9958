import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { cacheFolder } from '../server/node/cache-folder.ts';

const HEAD = 'server-';
const END = '.blob';

/**
 * Where the started server is kept for a program (its path). The name tells all that it depends on: the program, Node itself and the processor. It
 * is looked for at each start, so nothing is loaded to make it.
 * Null where it cannot be used: Windows cannot put another program in the place of a running one, options of Node change what it started with,
 * and a person may have no folder for it, or want nothing kept.
 */
export function snapshotFile(program: string): string | null {
  const folder = cacheFolder();
  if (folder === null || typeof process.execve !== 'function' || process.platform === 'win32') return null;
  if (process.execArgv.length > 0 || (process.env.NODE_OPTIONS ?? '') !== '') return null;
  const made = [buildOf(program), ...sizeAndDate(process.execPath)];
  return join(
    folder,
    `${HEAD}${[process.env.EMH_VERSION, process.version, process.arch, cachedDataVersionTag(), ...made].join('-')}${END}`,
  );
}

/** The name of its build, which the shell's way to start it has; where that is not there, what its files tell of themselves. */
export function buildOf(program: string): string {
  const folder = dirname(program);
  try {
    const [, build] = /^BUILD=([\da-f]{16})$/m.exec(readFileSync(join(folder, 'emh-serve'), 'utf8')) ?? [];
    if (build !== undefined) return build;
  } catch {
    // Not all that is built need be there.
  }
  return [program, join(folder, 'packs.cjs')].flatMap(sizeAndDate).join('-');
}

function sizeAndDate(path: string): string[] {
  const { size, mtimeMs } = statSync(path);
  return [size.toString(36), Math.round(mtimeMs).toString(36)];
}

/** Stands beside such a file while a server starts from it: one that is left tells of a server that did not get so far. */
export const startingMark = (file: string): string => `${file}.starting`;

/** Whether a name is that of such a file. */
export const isSnapshot = (name: string): boolean => name.startsWith(HEAD) && name.endsWith(END);

/**
 * Options of Node for a start from such a file. There is room enough that no first report waits for a sweep, and what is held by hashes stays in its
 * place: their secret is that of the file, which was made on this machine.
 */
export const FLAGS: readonly string[] = ['--min-semi-space-size=8', '--no-rehash-snapshot'];

/** What Node is started with to go on from such a file; behind it stands what the command was given. */
export const startWords = (file: string, program: string): readonly string[] => [...FLAGS, '--snapshot-blob', file, program];

/** Variables that such a start is given where they are not set: glibc then takes large pages for what it reads the file into, in half the time. */
export const STARTS_WITH: Readonly<Record<string, string>> = { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' };
