import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentKey } from '../archive/alert-key.ts';
import { contentOf } from '../archive/content.ts';
import { nameOf } from '../archive/unit.ts';
import { type UnitOptions, unitsOf } from '../archive/units.ts';
import type { Io } from '../io.ts';
import type { ReviewedText } from './drawn.ts';

/**
 * Finds the texts that results are about, in the files that they name, and fills them in; each file is read once. One that is not there, or is no longer
 * what was checked, stays without a text. Gives a line for each of these, for people.
 */
export async function findTexts(texts: readonly ReviewedText[], options: Omit<UnitOptions, 'onBytes'>, io: Io): Promise<string[]> {
  const missing = texts.filter(({ text }) => text === null);
  const byFile = Map.groupBy(missing, ({ name }) => fileOf(name, io));
  const problems: string[] = [];
  for (const [file, own] of byFile) {
    const wanted = Map.groupBy(own, ({ name }) => name);
    // Names that were not of files, such as that of standard input, would be read as something else.
    if (existsSync(resolve(io.cwd, file))) await fill(file, wanted, options, io);
    const lost = own.filter(({ text }) => text === null);
    const [first] = lost;
    if (first !== undefined)
      problems.push(
        `${first.name}: is not there as it was checked${lost.length > 1 ? `, and ${lost.length - 1} more of this file` : ''}; run it in the folder that emh check ran in`,
      );
  }
  return problems;
}

async function fill(
  file: string,
  wanted: ReadonlyMap<string, readonly ReviewedText[]>,
  options: Omit<UnitOptions, 'onBytes'>,
  io: Io,
): Promise<void> {
  let left = wanted.size;
  for await (const unit of unitsOf([file], { ...options, onBytes: () => {} }, io)) {
    const own = wanted.get(nameOf(unit.origin));
    if (own === undefined) continue;
    const read = await contentOf(unit, io);
    if ('text' in read) for (const each of own) if (each.content === contentKey(read.text)) each.text = read.text;
    if (--left === 0) return;
  }
}

/** `archive.ndjson` of `archive.ndjson#12`; a file may have such a name too. */
function fileOf(name: string, io: Io): string {
  if (existsSync(resolve(io.cwd, name))) return name;
  return name.replace(/#\d+$/, '');
}
