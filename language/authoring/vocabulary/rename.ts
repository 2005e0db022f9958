import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { PackFile } from '../../lexicon/pack-file.ts';
import { pluralOf } from '../../lexicon/spelling.ts';
import type { Category } from '../../lexicon/term.ts';
import { keysOf } from '../../lexicon/trie.ts';
import type { TextEdit } from '../../text/edit.ts';
import { applyEdits } from '../../text/edit.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { checkLexicon } from './check.ts';
import type { Words } from './entries.ts';
import { idPlaces, namedAt, ships } from './named.ts';
import { placesOf, type TextKind } from './places.ts';
import { type LexiconReading, readLexiconFile } from './reading.ts';
import { scalar } from './write.ts';

/** What would be renamed: a term's id in all lexicons, or words of it wherever they are written. */
export interface Renaming {
  readonly id: string;
  readonly category: Category;
  /** Null for the id. */
  readonly words: Words | null;
  /** Where the name stands at the place that was asked for. */
  readonly range: Span;
  readonly name: string;
}

/** What can be renamed at a place of a lexicon file; null where nothing can. */
export function renamingAt(reading: LexiconReading, offset: number): Renaming | null {
  const named = namedAt(reading, offset);
  if (named === null || named.is === 'key') return null;
  const { id, category } = named.is === 'reference' ? named.term : named.entry;
  if (named.is === 'words') return { id, category, words: named.words, range: named.range, name: named.words.text };
  return ships({ id, category }, reading.packs) ? null : { id, category, words: null, range: named.range, name: id };
}

/** Why nothing can be renamed at a place, for a person. */
export function notRenamed(reading: LexiconReading, offset: number): string {
  const named = namedAt(reading, offset);
  const isShipped = named !== null && (named.is === 'entry' || named.is === 'reference');
  return isShipped ? 'This id ships with the project; reports are exported with it.' : 'There is no id and no word of a term here.';
}

/** Why a name may not be given; null where it may. `parse` reads a text as the file. */
export function renamingRefusal(
  reading: LexiconReading,
  renaming: Renaming,
  newName: string,
  parse: (text: string) => PackFile,
): string | null {
  const name = newName.trim();
  if (name === '') return 'A name is not empty.';
  if (name === renaming.name) return null;
  const { id, category, words } = renaming;
  if (words === null) {
    if (!/^[A-Za-z0-9][A-Za-z0-9*-]*$/.test(name)) return 'An id is of letters, digits and hyphens.';
    return reading.lexicon.term(name, category) === undefined ? null : `There is another ${category} ${name} already.`;
  }
  const edits = packEdits(reading.pack, renaming, name);
  const pack = parse(applyEdits(reading.text, edits));
  const after = readLexiconFile(pack, { packs: reading.packs, sources: [] });
  const before = new Set(checkLexicon(reading).map(({ message }) => message));
  const fault = checkLexicon(after).find(
    ({ rule, message }) =>
      !before.has(message) && ['lexicon-clash', 'lexicon-never-read', 'lexicon-duplicate', 'lexicon-homonym'].includes(rule),
  );
  return fault === undefined || id === '' ? null : fault.message;
}

/** The edits of a lexicon file. */
export function packEdits(pack: PackFile, { id, category, words }: Renaming, newName: string): TextEdit[] {
  if (words === null) return idPlaces(pack, { id, category }).map(({ range }) => ({ range, text: scalar(newName.trim()) }));
  const here = pack.text.slice(words.range.start, words.range.end);
  const isHere = here === words.text || here.slice(1, -1) === words.text;
  return isHere ? [{ range: words.range, text: scalar(newName.trim()) }] : [];
}

/** The edits of a report, rule file or template: none where an id is renamed, as those know words alone. */
export function textEdits(text: string, kind: TextKind, renaming: Renaming, newName: string, lexicon: Lexicon): TextEdit[] {
  const { words } = renaming;
  if (words === null) return [];
  return placesOf(text, kind, renaming, words, lexicon).map(({ range, isPlural }) => ({
    range,
    text: inCase(
      text.slice(range.start, range.end),
      words.text,
      isPlural ? plural(newName.trim(), words.text, text.slice(range.start, range.end)) : newName.trim(),
    ),
  }));
}

/** The plural, or where the words were plural and their singular is met, as it is. */
function plural(name: string, words: string, written: string): string {
  if (keysOf(fold(written)).join(' ').length < keysOf(fold(words)).join(' ').length) return name.replace(/([^s])s$/, '$1');
  return name.replace(/[A-Za-z]+$/, pluralOf);
}

/** In the letter case of what stood there, where that is not the words' own. */
function inCase(written: string, words: string, name: string): string {
  const own = written.charAt(0);
  if (written.length > 1 && written === written.toUpperCase() && words !== words.toUpperCase()) return name.toUpperCase();
  const isRaised = own === own.toUpperCase() && own !== own.toLowerCase() && words.charAt(0) !== own;
  return isRaised ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
