import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLAGS, STARTS_WITH } from './snapshot-file.ts';

/** What the server's program is built into, beside each other. */
const PARTS = ['serve.cjs', 'packs.cjs'];

/** `emh-serve` for what stands in the folder of a built server, made of the shell's lines with open places. Throws where the server cannot be read. */
export function serveScript(lines: string, folder: string): string {
  const hash = createHash('sha256');
  for (const part of PARTS) hash.update(readFileSync(join(folder, part)));
  const given = Object.entries(STARTS_WITH).map(([name, value]) => `${name}="\${${name}-${value}}"`);
  return lines
    .replace('@BUILD@', hash.digest('hex').slice(0, 16))
    .replace('@GIVEN@', () => given.join(' '))
    .replace('@FLAGS@', FLAGS.join(' '));
}

/** The file that `emh-serve` reads from the folder for caches. */
export const startFile = (build: string): string => `start-${build}`;

/** Whether a name is that of such a file. */
export const isStartFile = (name: string): boolean => /^start-[\da-f]{16}$/.test(name);

/** What it reads there: Node, the kept server and the program, each in a line. Null where a path has a line break. */
export function startText(file: string, program: string): string | null {
  const paths = [process.execPath, file, program];
  return paths.some((path) => /[\r\n]/.test(path)) ? null : `${paths.join('\n')}\n`;
}
