import type { PackFile } from '../../lexicon/pack-file.ts';
import type { Category } from '../../lexicon/term.ts';
import { type ListTree, type MapTree, type Tree, treeAt } from '../../lexicon/tree.ts';
import type { TextEdit } from '../../text/edit.ts';

/** What an entry of one line says. */
export interface NewEntry {
  readonly id: string;
  readonly category: Category;
  readonly label: string;
  readonly synonyms: readonly string[];
}

/** The edits that add a synonym to an entry and leave all else as it stands; null where its synonyms are no list. */
export function addSynonym(pack: PackFile, index: number, words: string): TextEdit[] | null {
  const entry = treeAt(pack.tree, ['terms', index])?.value;
  if (entry?.type !== 'map') return null;
  const synonyms = entry.entries.find(({ key }) => key === 'synonyms');
  if (synonyms?.value?.type === 'list') return addItem(pack.text, synonyms.value, scalar(words));
  if (synonyms !== undefined) return null;
  const label = entry.entries.find(({ key }) => key === 'label');
  if (label?.value == null) return null;
  const written = `synonyms: [${scalar(words)}]`;
  if (isFlow(pack.text, entry)) return [insert(label.value.range.end, `, ${written}`)];
  const at = endOfLine(pack.text, label.value.range.end);
  return [insert(at, `${lineBreakOf(pack.text)}${' '.repeat(columnOf(pack.text, label.keyRange.start))}${written}`)];
}

/** The edits that add an entry of one line behind the others; null where the file has no list of terms that can take one. */
export function addEntry(pack: PackFile, entry: NewEntry): TextEdit[] | null {
  const { text, tree } = pack;
  const written = entryText(entry);
  const lineBreak = lineBreakOf(text);
  if (tree === null || (tree.type === 'leaf' && tree.value == null)) {
    const start = text === '' || /[\r\n]$/.test(text) ? '' : lineBreak;
    return [insert(text.length, `${start}version: 1${lineBreak}terms:${lineBreak}  - ${written}${lineBreak}`)];
  }
  if (tree.type !== 'map' || isFlow(text, tree)) return null;
  const terms = tree.entries.find(({ key }) => key === 'terms');
  if (terms === undefined) {
    const start = /[\r\n]$/.test(text) ? '' : lineBreak;
    return [insert(text.length, `${start}terms:${lineBreak}  - ${written}${lineBreak}`)];
  }
  if (terms.value?.type === 'list') {
    if (terms.value.items.length > 0) return addItem(text, terms.value, written);
    return [{ range: terms.value.range, text: `${lineBreak}  - ${written}` }];
  }
  if (terms.value !== null && !(terms.value.type === 'leaf' && terms.value.value === null)) return null;
  return [insert(endOfLine(text, terms.keyRange.end), `${lineBreak}  - ${written}`)];
}

/** A lexicon file with one entry. */
export const newPackText = (entry: NewEntry): string =>
  `# Words of this department, on top of those that ship. \`emh lexicon check\` says what is wrong with them.\nversion: 1\nterms:\n  - ${entryText(entry)}\n`;

/** `{ id: lump, category: head, label: lump }` */
export const entryText = ({ id, category, label, synonyms }: NewEntry): string =>
  `{ id: ${scalar(id)}, category: ${category}, label: ${scalar(label)}${synonyms.length === 0 ? '' : `, synonyms: [${synonyms.map(scalar).join(', ')}]`} }`;

/** Words as they may stand anywhere in YAML: as they are, or in quotes. */
export function scalar(words: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9 /+-]*[A-Za-z0-9+]$|^[A-Za-z]$/.test(words) && !RESERVED.test(words);
  return isPlain ? words : JSON.stringify(words);
}

const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

const insert = (at: number, text: string): TextEdit => ({ range: { start: at, end: at }, text });

/** Behind the last item of a list, in the way in which that is written. */
function addItem(text: string, list: ListTree, written: string): TextEdit[] | null {
  const last = list.items.at(-1);
  if (isFlow(text, list)) {
    const at = last ? last.range.end : list.range.start + 1;
    return [insert(at, last ? `, ${written}` : written)];
  }
  if (!last) return null;
  const first = list.items[0]?.range.start ?? last.range.start;
  const dash = text.lastIndexOf('-', first - 1);
  const end = contentEnd(text, last);
  return [insert(endOfLine(text, end), `${lineBreakOf(text)}${' '.repeat(columnOf(text, dash))}- ${written}`)];
}

/** Where the words of a value end: its range may reach over comments and lines below it. */
function contentEnd(text: string, tree: Tree): number {
  if (tree.type === 'leaf' || isFlow(text, tree)) return text.slice(0, tree.range.end).trimEnd().length;
  const ends =
    tree.type === 'map'
      ? tree.entries.map(({ keyRange, value }) => Math.max(keyRange.end, value === null ? 0 : contentEnd(text, value)))
      : tree.items.map((item) => (item === null ? 0 : contentEnd(text, item)));
  return Math.max(tree.range.start, ...ends);
}

const isFlow = (text: string, { type, range }: MapTree | ListTree): boolean => text[range.start] === (type === 'map' ? '{' : '[');

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest === null ? text.length : offset + rest.index;
}

const lineBreakOf = (text: string): string => (/\r\n/.test(text) ? '\r\n' : '\n');
