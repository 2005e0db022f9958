import { glob, lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve, sep } from 'node:path';
import { oneLine } from './drawing/cells.ts';
import { Failure, FileFailure, systemReason } from './failure.ts';
import { type Input, readInput, readReport, readRuleInput, STDIN } from './input.ts';
import type { Io } from './io.ts';

/** Of the file that `emh review` keeps decisions in. */
export const DECISIONS_ENDING = '.emh-decisions.jsonl';

/** What kind of file is asked for. */
export interface Kind {
  /** Of the files that a folder is searched for. */
  readonly endings: readonly string[];
  readonly read: typeof readInput;
}

export const REPORTS: Kind = { endings: ['.emh', '.txt'], read: readReport };
export const RULE_FILES: Kind = { endings: ['.emhr'], read: readRuleInput };
export const TEMPLATES: Kind = { endings: ['.emht'], read: readInput };

/** Reads what the words of the command line name, one at a time. What cannot be read comes as a Failure in its place, and reading goes on. */
export async function* readFiles(words: readonly string[], kind: Kind, io: Io): AsyncGenerator<Input | Failure> {
  for await (const found of findFiles(words, kind.endings, io))
    yield found instanceof Failure ? found : await kind.read(found, io).catch(asFailure);
}

/**
 * What the words of the command line name, as names of files: files as they are, patterns (`2024-*.txt`) as what fits them, folders as
 * the files in them with one of the endings (at any depth, in the order of their names), `-` as standard input. No file comes twice.
 */
export async function* findFiles(words: readonly string[], endings: readonly string[], io: Io): AsyncGenerator<string | FileFailure> {
  const seen = new Set<string>();
  const all: (string | FileFailure)[] = [];
  for (const word of words) all.push(...(await expanded(word, io)));
  for (const word of all) {
    for await (const found of word instanceof Failure ? [word] : filesOf(word, endings, io)) {
      // Of one folder no file comes twice, and its names need not be kept.
      const key = found instanceof Failure || all.length === 1 ? null : found === STDIN ? STDIN : resolve(io.cwd, found);
      if (key === null || !seen.has(key)) yield found;
      if (key !== null) seen.add(key);
    }
  }
}

/** The ending that says what a file holds, in small letters: `.csv` of `a.CSV` and, as it is packed alone, of `a.csv.gz`. */
export const endingOf = (name: string): string => extname(basename(name).toLowerCase().replace(/\.gz$/, ''));

const PATTERN = /[*?[{]/;

/** What a pattern stands for, in the order of names; a word that is none, or names a file as it is, for itself. */
async function expanded(word: string, io: Io): Promise<(string | FileFailure)[]> {
  if (!PATTERN.test(word) || (await exists(resolve(io.cwd, word)))) return [word];
  const found: string[] = [];
  for await (const name of glob(word, { cwd: io.cwd })) found.push(name);
  return found.length > 0 ? found.sort() : [new FileFailure(oneLine(word), 'no such file or folder')];
}

async function* filesOf(word: string, endings: readonly string[], io: Io): AsyncGenerator<string | FileFailure> {
  if (word === STDIN || !(await isFolder(resolve(io.cwd, word)))) {
    yield word;
    return;
  }
  let some = false;
  for await (const found of filesIn(word, endings, io)) {
    some = true;
    yield found;
  }
  if (!some)
    yield new FileFailure(
      oneLine(word),
      `there are no ${listed(endings.filter((ending) => !ending.endsWith('.gz')))} files in this folder`,
    );
}

/** Stands for what is no UTF-8 in a name. */
const UNKNOWN = '\ufffd';

/**
 * Files under a folder. Hidden folders, `node_modules` and links to folders are passed over; a link that leads back to where it was
 * found, so that the folder would never end, comes as a Failure.
 */
async function* filesIn(folder: string, endings: readonly string[], io: Io): AsyncGenerator<string | FileFailure> {
  const entries = await readdir(resolve(io.cwd, folder), { withFileTypes: true }).catch(
    (error: unknown) => new FileFailure(oneLine(folder), systemReason(error)),
  );
  if (entries instanceof Failure) {
    yield entries;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const isHidden = entry.name.startsWith('.') || entry.name === 'node_modules';
    const isWanted = entry.isDirectory() ? !isHidden : isOfKind(entry.name.toLowerCase(), endings);
    if (isWanted && entry.name.includes(UNKNOWN) && !(await exists(resolve(io.cwd, path))))
      yield new FileFailure(oneLine(path), 'its name is not in UTF-8 and cannot be opened; rename it');
    else if (entry.isDirectory()) {
      if (!isHidden) yield* filesIn(path, endings, io);
    } else if (entry.isSymbolicLink() && (await isFolder(resolve(io.cwd, path)))) {
      if (!isHidden && (await leadsBack(resolve(io.cwd, path), resolve(io.cwd, folder))))
        yield new FileFailure(oneLine(path), 'is a link back to a folder that it is in; it is not followed');
    } else if (isWanted) yield path;
  }
}

/** Whether a file of a folder is looked for, by its name. What reviewers decided stands beside an archive and is none of it. */
const isOfKind = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.endsWith(ending)) && !name.endsWith(DECISIONS_ENDING);

/** Whether a link leads to the folder that it stands in, or to one above that. */
async function leadsBack(link: string, folder: string): Promise<boolean> {
  const [to, from] = await Promise.all([realpath(link), realpath(folder)]).catch(() => ['', '/']);
  return to === from || from.startsWith(to.endsWith(sep) ? to : to + sep);
}

/** `.emh or .txt`; of more, all but the last parted by commas. */
const listed = (endings: readonly string[]): string =>
  `${endings.slice(0, -1).join(', ')}${endings.length > 1 ? ' or ' : ''}${endings.at(-1)}`;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** A Failure as a value; any other error goes on. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
