import { resolve } from 'node:path';
import type { Arguments } from '../arguments.ts';
import { oneLine } from '../drawing/cells.ts';
import { UsageFailure } from '../failure.ts';

/** Options whose files are no part of an archive, wherever they lie. */
const OWN = ['output', 'baseline', 'write-baseline', 'decisions'];

/**
 * Absolute paths of the files that a command keeps for itself, which a search of folders and patterns passes over. Throws a UsageFailure where one of them
 * is named to be read: results would take the place of reports.
 */
export function ownFilesOf(args: Arguments, cwd: string): ReadonlySet<string> {
  const read = new Set(args.operands.map((word) => resolve(cwd, word)));
  const own = new Set<string>();
  for (const option of OWN)
    for (const file of args.values(option)) {
      const path = resolve(cwd, file);
      if (read.has(path)) throw new UsageFailure(`${oneLine(file)} is read, and cannot be the file of --${option}`);
      own.add(path);
    }
  return own;
}
