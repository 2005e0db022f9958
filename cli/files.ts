import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { oneLine } from './drawing/cells.ts';
import { Failure, systemReason } from './failure.ts';
import { type Input, readInput, readReport, readRuleInput, STDIN } from './input.ts';
import type { Io } from './io.ts';

/** What kind of file is asked for. */
export interface Kind {
  /** Of the files that a folder is searched for. */
  readonly endings: readonly string[];
  readonly read: typeof readInput;
}

export const REPORTS: Kind = { endings: ['.emh', '.txt'], read: readReport };
export const RULE_FILES: Kind = { endings: ['.emhr'], read: readRuleInput };
export const TEMPLATES: Kind = { endings: ['.emht'], read: readInput };

/**
 * Reads what the words of the command line name, one at a time: files as they are, folders as the files in them with one of its
 * endings (at any depth, in the order of their names), `-` as standard input. No file is read twice. What cannot be read comes
 * as a Failure in its place, and reading goes on.
 */
export async function* readFiles(words: readonly string[], kind: Kind, io: Io): AsyncGenerator<Input | Failure> {
  const seen = new Set<string>();
  for (const word of words) {
    for await (const found of filesOf(word, kind.endings, io)) {
      if (found instanceof Failure) yield found;
      else {
        const key = found === STDIN ? STDIN : resolve(io.cwd, found);
        if (!seen.has(key)) yield await kind.read(found, io).catch(asFailure);
        seen.add(key);
      }
    }
  }
}

async function* filesOf(word: string, endings: readonly string[], io: Io): AsyncGenerator<string | Failure> {
  if (word === STDIN || !(await isFolder(resolve(io.cwd, word)))) {
    yield word;
    return;
  }
  let some = false;
  for await (const found of filesIn(word, endings, io)) {
    some = true;
    yield found;
  }
  if (!some) yield new Failure(`${oneLine(word)}: there are no ${endings.join(' or ')} files in this folder`);
}

/** Files under a folder. Hidden folders, `node_modules` and links to folders (which may go in circles) are passed over. */
async function* filesIn(folder: string, endings: readonly string[], io: Io): AsyncGenerator<string | Failure> {
  const entries = await readdir(resolve(io.cwd, folder), { withFileTypes: true }).catch(
    (error: unknown) => new Failure(`${oneLine(folder)}: ${systemReason(error)}`),
  );
  if (entries instanceof Failure) {
    yield entries;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') yield* filesIn(path, endings, io);
    } else if (endings.includes(extname(entry.name).toLowerCase()) && !(entry.isSymbolicLink() && (await isFolder(resolve(io.cwd, path)))))
      yield path;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/** A Failure as a value; any other error goes on. */
function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
