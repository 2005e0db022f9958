import type { Completions } from '../../assist/completion.ts';
import { inOrder, plainProposal as item, type Proposal } from '../../assist/item.ts';
import { CATEGORY_NAMES } from '../../assist/names.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { PackFile } from '../../lexicon/pack-file.ts';
import { isMap, type Path } from '../../lexicon/shape.ts';
import type { Term } from '../../lexicon/term.ts';
import { type Tree, treeAt } from '../../lexicon/tree.ts';
import type { Span } from '../../text/span.ts';
import { choicesAt, type Keys, keysAt, type Names, namesAt } from './keys.ts';
import type { LexiconReading } from './reading.ts';

const NONE: Completions = { items: [], isIncomplete: false };
/** Stands for the word that is being written, where the file is read with it. */
const MARK = 'emhcursor';
const MOST = 200;

/** What fits at a place of a lexicon file: keys, the values that a key takes, ids of terms. `parse` reads a text as a file. */
export function completeLexicon(reading: LexiconReading, offset: number, parse: (text: string) => PackFile): Completions {
  const { text } = reading;
  if (isInComment(text, offset)) return NONE;
  const replace = wordAt(text, offset);
  const place = cursorAt(text, replace, parse);
  if (place === null) return NONE;
  const typed = text.slice(replace.start, offset).toLowerCase();
  const proposals = place.on === 'key' ? keyItems(place, replace, text) : valueItems(place.path, replace, reading, place.tree);
  const fitting = proposals.filter(({ filterText }) => filterText.toLowerCase().includes(typed));
  return { items: inOrder(fitting.slice(0, MOST)), isIncomplete: fitting.length > MOST };
}

const isInComment = (text: string, offset: number): boolean =>
  /(?:^|\s)#[^"'\r\n]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));

function wordAt(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (
    start > 0 &&
    /[\w*+-]/.test(text[start - 1] ?? '') &&
    !(text[start - 1] === '-' && /^\s*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start - 1)))
  )
    start--;
  while (/[\w*+-]/.test(text[end] ?? '')) end++;
  return { start, end };
}

interface Cursor {
  readonly on: 'key' | 'value';
  /** Of a key, the map around it; of a value, itself. */
  readonly path: Path;
  readonly tree: Tree;
}

/** Where the word stands in the file: read once as if it were a key, then as a value. */
function cursorAt(text: string, { start, end }: Span, parse: (text: string) => PackFile): Cursor | null {
  const rest = text.slice(end);
  const isKey = /^\s*:(?:\s|$)/.test(rest);
  for (const on of ['key', 'value'] as const) {
    if (on === 'value' && isKey) continue;
    const { tree } = parse(`${text.slice(0, start)}${MARK}${on === 'key' && !isKey ? ': 0' : ''}${rest}`);
    const path = tree === null ? null : pathOf(tree, on, []);
    if (tree === null || path === null) continue;
    if (on === 'value' || keysAt(path) !== null || isNamedMap(path)) return { on, path, tree };
  }
  return null;
}

/** Maps whose keys are sites. */
const isNamedMap = (path: Path): boolean => path.length === 1 && path[0] === 'parts';

function pathOf(tree: Tree | null, on: 'key' | 'value', path: Path): Path | null {
  if (tree?.type === 'leaf') return on === 'value' && tree.value === MARK ? path : null;
  if (tree?.type === 'list') return firstOf(tree.items.map((item, i) => () => pathOf(item, on, [...path, i])));
  if (tree?.type !== 'map') return null;
  if (on === 'key' && tree.entries.some(({ key }) => key === MARK)) return path;
  return firstOf(
    tree.entries.map(
      ({ key, value }) =>
        () =>
          pathOf(value, on, [...path, key]),
    ),
  );
}

function firstOf<T>(ways: readonly (() => T | null)[]): T | null {
  for (const way of ways) {
    const found = way();
    if (found !== null) return found;
  }
  return null;
}

/** Keys that the map lacks; of an entry those that its category has. */
function keyItems({ path, tree }: Cursor, replace: Span, text: string): Proposal[] {
  const map = treeAt(tree, path)?.value;
  const used = new Set(map?.type === 'map' ? map.entries.map(({ key }) => key) : []);
  const keys = keysAt(path) ?? {};
  const colon = /^\s*:/.test(text.slice(replace.end)) ? '' : ': ';
  return Object.entries(keys)
    .filter(([key]) => !used.has(key))
    .map(([key, is]) => item(key, `${key}${colon}`, replace, 'attribute', is));
}

function valueItems(path: Path, replace: Span, reading: LexiconReading, tree: Tree): Proposal[] {
  const choices = choicesAt(path);
  if (choices !== null) return choiceItems(choices, replace);
  const names = namesAt(path);
  if (names === 'tag') return choiceItems(tagsOf(reading.pack), replace);
  if (names === 'structure') return [...groupItems(reading.pack, replace), ...termItems(reading.lexicon, 'site', replace)];
  if (names === 'id') return idItems(path, replace, reading, tree);
  return names === null || names === 'words' ? [] : termItems(reading.lexicon, names, replace);
}

const choiceItems = (choices: Keys, replace: Span): Proposal[] =>
  Object.entries(choices).map(([value, is]) => item(value, value, replace, 'choice', is));

const tagsOf = ({ data }: PackFile): Keys => {
  const sources = isMap(data) && isMap(data.sources) ? data.sources : {};
  return Object.fromEntries(Object.entries(sources).map(([tag, where]) => [tag, String(where)]));
};

function groupItems({ data }: PackFile, replace: Span): Proposal[] {
  const groups = isMap(data) && isMap(data.groups) ? data.groups : {};
  return Object.keys(groups).map((name) => item(`${name}*`, `${name}*`, replace, 'variable', 'a group of this file'));
}

/** Whether a term may stand where such are named. */
const FITS: Readonly<Record<Exclude<Names, null>, (term: Term) => boolean>> = {
  head: ({ category }) => category === 'head',
  site: ({ category }) => category === 'site',
  observation: ({ category }) => category === 'observation',
  structure: ({ category }) => category === 'site',
  region: ({ category }) => category === 'region' || category === 'site',
  term: () => true,
  id: () => true,
  category: () => false,
  tag: () => false,
  words: () => false,
};

const termItems = (lexicon: Lexicon, names: Exclude<Names, null>, replace: Span): Proposal[] =>
  lexicon.terms.filter(FITS[names]).map((term) => termItem(term, replace));

/** Terms that ship and that the entry may extend; those of its category, where it has one. */
function idItems(path: Path, replace: Span, { others }: LexiconReading, tree: Tree): Proposal[] {
  const category = treeAt(tree, [...path.slice(0, -1), 'category'])?.value;
  const wanted = category?.type === 'leaf' && typeof category.value === 'string' ? category.value : null;
  return others.terms.filter((term) => wanted === null || term.category === wanted).map((term) => termItem(term, replace));
}

const termItem = (term: Term, replace: Span): Proposal => ({
  ...item(term.id, term.id, replace, 'term', `${term.label} (${CATEGORY_NAMES[term.category]})`),
  filterText: `${term.id} ${term.label}`,
  term,
});
