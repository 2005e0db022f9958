import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findFiles } from '../files.ts';
import { STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { ARCHIVE_ENDINGS } from './units.ts';

/** Bytes of all files that the words name, as they lie on the disk; null where standard input is among them. Never rejects. */
export async function sizeOf(words: readonly string[], io: Io): Promise<number | null> {
  if (words.includes(STDIN)) return null;
  let sum = 0;
  for await (const found of findFiles(words, ARCHIVE_ENDINGS, io)) {
    if (typeof found !== 'string') continue;
    sum += await stat(resolve(io.cwd, found)).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return sum;
}
