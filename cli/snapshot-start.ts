import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STARTS_WITH, startingMark, startWords } from './snapshot-file.ts';

/** What the server's program is built into, beside each other. */
const PARTS = ['serve.cjs', 'packs.cjs'];

/** A name for what stands in the folder of a built server. Throws where it cannot be read. */
export function buildOf(folder: string): string {
  const hash = createHash('sha256');
  for (const part of PARTS) hash.update(readFileSync(join(folder, part)));
  return hash.digest('hex').slice(0, 16);
}

/** What `emh-serve` reads from the folder for caches. */
export const startScript = (build: string): string => `start-${build}.sh`;

/** Whether a name is that of such a file. */
export const isStartScript = (name: string): boolean => /^start-[\da-f]{16}\.sh$/.test(name);

/**
 * Lines for a shell that put a kept server in its place, with its first word as the way to serve; they do nothing where Node or the program are others by
 * now, or another start is under way. What has come in the place of a file has changed its folder, whatever date it has itself.
 */
export function startLines(file: string, program: string): string {
  const mark = quoted(startingMark(file));
  const older = [process.execPath, program].flatMap((path) => [path, dirname(path)]);
  // To some shells a file is newer than one that is gone.
  const there = `[ -x ${quoted(process.execPath)} ] && [ -r ${quoted(program)} ]`;
  const tests = [`[ ! -e ${mark} ]`, there, ...older.map((path) => `[ ${quoted(file)} -nt ${quoted(path)} ]`), `true 2>/dev/null >${mark}`];
  const given = Object.entries(STARTS_WITH).map(([name, value]) => `${name}="\${${name}-${value}}"`);
  return `if ${tests.join(' && ')}; then
  export EMH_STARTING=${mark} ${given.join(' ')}
  exec ${[process.execPath, ...startWords(file, program)].map(quoted).join(' ')} serve "$1"
fi
`;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
