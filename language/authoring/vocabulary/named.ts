import { isPackFile, type PackFile } from '../../lexicon/pack-file.ts';
import { isMap, type Path } from '../../lexicon/shape.ts';
import { CATEGORIES, type Category, type Term } from '../../lexicon/term.ts';
import { type PlaceInTree, placeAt, type Tree } from '../../lexicon/tree.ts';
import { contains, type Span } from '../../text/span.ts';
import { type Entry, entriesOf, type Words } from './entries.ts';
import { keysAt, type Names, namesAt } from './keys.ts';
import type { LexiconReading } from './reading.ts';

/** What stands at a place of a lexicon file and names something. */
export type Named =
  | { readonly is: 'key'; readonly key: string; readonly page: string; readonly range: Span }
  /** The id of an entry of this file. */
  | { readonly is: 'entry'; readonly entry: Entry; readonly range: Span }
  /** Words of an entry of this file. */
  | { readonly is: 'words'; readonly entry: Entry; readonly words: Words; readonly range: Span }
  /** An id that leads to a term. */
  | { readonly is: 'reference'; readonly term: Term; readonly range: Span };

/** Null where nothing is named, or what is named does not exist. */
export function namedAt(reading: LexiconReading, offset: number): Named | null {
  const place = placeAt(reading.pack.tree, offset);
  if (place === null) return null;
  return place.on === 'key' ? keyNamed(place, reading) : valueNamed(place, offset, reading);
}

function keyNamed({ path, range }: PlaceInTree, { lexicon }: LexiconReading): Named | null {
  const key = String(path.at(-1));
  const page = keysAt(path.slice(0, -1))?.[key];
  if (page !== undefined) return { is: 'key', key, page, range };
  const term = path.length === 2 && path[0] === 'parts' ? lexicon.term(key, 'site') : undefined;
  return term === undefined ? null : { is: 'reference', term, range };
}

function valueNamed({ path, range }: PlaceInTree, offset: number, reading: LexiconReading): Named | null {
  const names = namesAt(path);
  const entry = path[0] === 'terms' ? reading.entries.find(({ index }) => index === path[1]) : undefined;
  if (names === 'id') return entry === undefined ? null : { is: 'entry', entry, range };
  if (names === 'words') {
    const words = entry?.words.find((each) => contains(each.range, offset));
    return entry === undefined || words === undefined ? null : { is: 'words', entry, words, range };
  }
  const id = reading.text.slice(range.start, range.end).replace(/^(["'])(.*)\1$/, '$2');
  const term = termNamed(id, names, reading);
  return term === undefined ? null : { is: 'reference', term, range };
}

const CATEGORY: Readonly<Partial<Record<Exclude<Names, null>, readonly Category[]>>> = {
  head: ['head'],
  site: ['site'],
  observation: ['observation'],
  structure: ['site', 'head'],
  region: ['region', 'site'],
  term: CATEGORIES,
};

function termNamed(id: string, names: Names, { lexicon }: LexiconReading): Term | undefined {
  for (const category of (names === null ? undefined : CATEGORY[names]) ?? []) {
    const term = lexicon.term(id, category);
    if (term !== undefined) return term;
  }
  return undefined;
}

/** Every place of a lexicon file that names a term by its id; its own entries among them. */
export function idPlaces(
  pack: PackFile,
  { id, category }: Pick<Term, 'id' | 'category'>,
): { readonly range: Span; readonly isEntry: boolean }[] {
  const found: { range: Span; isEntry: boolean }[] = [];
  for (const entry of entriesOf(pack))
    if (entry.id === id && entry.category === category) found.push({ range: entry.range, isEntry: true });
  const visit = (tree: Tree | null, path: Path): void => {
    if (tree?.type === 'list') for (const [i, item] of tree.items.entries()) visit(item, [...path, i]);
    else if (tree?.type === 'map')
      for (const { key, keyRange, value } of tree.entries) {
        if (path[0] === 'parts' && path.length === 1 && key === id && category === 'site') found.push({ range: keyRange, isEntry: false });
        visit(value, [...path, key]);
      }
    else if (tree?.value === id) {
      const names = namesAt(path);
      if (names !== null && CATEGORY[names]?.includes(category)) found.push({ range: tree.range, isEntry: false });
    }
  };
  visit(pack.tree, []);
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** Whether a term is one of those that ship, which a site may extend and not rename. */
export const ships = ({ id, category }: Pick<Term, 'id' | 'category'>, packs: readonly unknown[]): boolean =>
  packs.some(
    (pack) =>
      !isPackFile(pack) &&
      isMap(pack) &&
      Array.isArray(pack.terms) &&
      pack.terms.some((entry: unknown) => isMap(entry) && entry.id === id && entry.category === category),
  );
