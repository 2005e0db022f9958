import { checkPack, checkReferences, type KnownIds } from './check-pack.ts';
import type { Problem } from './lexicon.ts';
import { LEXICON_RULES } from './lexicon-rules.ts';
import { isMap, type Path, type Tell } from './shape.ts';
import { rangeAt, type Tree } from './tree.ts';

/** A pack with the file that it was read from, so that what is wrong with it can be told with its line. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
  /** Parsed YAML of any shape. */
  readonly data: unknown;
  /** The same with the places of its parts; null where it could not be read. */
  readonly tree: Tree | null;
  /** Where it could not be parsed. */
  readonly problems: readonly Problem[];
  /** Line, counted from 1, of the key or list item at a path; of the nearest thing around it where it is not there. */
  lineOf(path: Path): number;
}

export const isPackFile = (pack: unknown): pack is PackFile =>
  isMap(pack) && typeof pack.lineOf === 'function' && typeof pack.file === 'string';

/** The pack's own name, else its file's without folder and ending. */
export const nameOfFile = (file: string): string => /([^/\\]+?)(\.ya?ml)?$/i.exec(file)?.[1] ?? file;

/** All that is wrong with a pack file, by line; `known` are the ids of all packs together. */
export function problemsOf(pack: PackFile, known: KnownIds): Problem[] {
  // Where the YAML is broken, what else seems missing may well stand behind the break.
  if (pack.problems.length > 0) return [...pack.problems];
  const problems: Problem[] = [];
  const tell: Tell = (path, message, more) => {
    const range = rangeAt(pack.tree, path, more?.on ?? 'value');
    const rule = more?.rule ?? 'lexicon-shape';
    // Of what stands twice, or has a code without a source, the words work all the same.
    const isMinor = LEXICON_RULES[rule][0] === 'warning';
    const problem = {
      file: pack.file,
      line: pack.lineOf(path),
      message: sentence(path, message, pack.data),
      rule,
      ...(isMinor ? { isMinor } : {}),
    };
    problems.push(range === null ? problem : { ...problem, range });
  };
  checkPack(pack.data, pack.lineOf, tell);
  checkReferences(pack.data, known, tell);
  return problems.sort((a, b) => a.line - b.line);
}

/** `fibroma: synonyms[2] must be words, not a list.` */
function sentence(path: Path, message: string, data: unknown): string {
  const inEntry = typeof path[1] === 'number';
  const owner = inEntry ? entryName(path, data) : '';
  const key = pathInWords(inEntry ? path.slice(2) : path);
  return [...(owner === '' ? [] : [`${owner}:`]), ...(key === '' ? [] : [`\`${key}\``]), message].join(' ');
}

function entryName(path: Path, data: unknown): string {
  const [list, i] = path;
  const entries = isMap(data) ? data[String(list)] : undefined;
  const entry: unknown = Array.isArray(entries) ? entries[Number(i)] : undefined;
  return isMap(entry) && typeof entry.id === 'string' && entry.id !== '' ? `\`${entry.id}\`` : `${list}[${i}]`;
}

const pathInWords = (path: Path): string =>
  path.reduce<string>((words, key) => (typeof key === 'number' ? `${words}[${key}]` : words === '' ? key : `${words}.${key}`), '');

/** Id and category of each entry that gives both, whatever else is wrong with it. */
export function writtenIds({ data }: PackFile): { readonly id: string; readonly category: unknown }[] {
  const terms: unknown = isMap(data) ? data.terms : null;
  if (!Array.isArray(terms)) return [];
  return terms.flatMap((entry: unknown) =>
    isMap(entry) && typeof entry.id === 'string' ? [{ id: entry.id, category: entry.category }] : [],
  );
}
