import { createLexicon } from '../../lexicon/create.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { PackFile } from '../../lexicon/pack-file.ts';
import { isMap } from '../../lexicon/shape.ts';
import type { Category, Term } from '../../lexicon/term.ts';
import { applyEdits } from '../../text/edit.ts';
import { checkLexicon } from './check.ts';
import { lookUp } from './look-up.ts';
import { type Bench, readLexiconFile } from './reading.ts';
import { wholeOf } from './words-problems.ts';
import { addEntry, addSynonym, newPackText } from './write.ts';

/** Words to be known from now on. */
export interface Addition {
  readonly words: string;
  /** Id or words of the term that they are to mean; of a new one, its id. */
  readonly as: string;
  /** The category, where the term is new or its id serves several. */
  readonly kind: Category | null;
}

export type Added =
  /** The file's text with the words in it. */
  | { readonly is: 'added'; readonly text: string; readonly id: string; readonly category: Category; readonly isNew: boolean }
  /** They mean that already: nothing is to be written. */
  | { readonly is: 'known'; readonly term: Term }
  | { readonly is: 'refused'; readonly reasons: readonly string[] };

interface AddBench extends Bench {
  /** Reads a file's text as a pack. */
  parse(text: string): PackFile;
}

const refused = (...reasons: string[]): Added => ({ is: 'refused', reasons });

/**
 * Writes words into a lexicon file in one line, and leaves all else in it as it stands. `text` is that of the file; null where there
 * is none yet. Words that mean something else already, or could never be read, are refused.
 */
export function addToLexicon(addition: Addition, text: string | null, bench: AddBench): Added {
  const words = addition.words.trim().replace(/\s+/g, ' ');
  const lexicon = createLexicon(bench.packs);
  const target = targetOf({ ...addition, words }, lexicon);
  if ('reason' in target) return refused(target.reason);
  const { id, category, term } = target;
  if (term !== null && wholeOf(words, lexicon).includes(term)) return { is: 'known', term };
  const written = text === null ? newText(words, target) : edited(text, words, target, bench);
  if (written === null)
    return refused('the list `terms` of this file is not written in a way that a line can be added to; write it by hand');
  const pack = bench.parse(written);
  const reading = readLexiconFile(pack, bench);
  const known = new Set(text === null ? [] : messagesOf(checkLexicon(readLexiconFile(bench.parse(text), bench))));
  const found = checkLexicon(reading);
  const faults = found.filter(
    ({ severity, rule, message }) => (severity === 'error' || severity === 'warning' || rule === 'lexicon-homonym') && !known.has(message),
  );
  if (faults.length > 0) return refused(...faults.map(({ message }) => message));
  const redundant = found.find(({ rule, message }) => rule === 'lexicon-redundant' && !known.has(message));
  if (redundant !== undefined) return refused(redundant.message);
  if (text !== null && !keepsEntries(bench.parse(text), pack, id))
    return refused('the line would change how other entries of this file are read; write it by hand');
  return { is: 'added', text: written, id, category, isNew: term === null };
}

const messagesOf = (found: readonly { readonly message: string }[]): string[] => found.map(({ message }) => message);

interface Target {
  readonly id: string;
  readonly category: Category;
  /** Null where it is new. */
  readonly term: Term | null;
}

function targetOf({ words, as, kind }: Addition, lexicon: Lexicon): Target | { readonly reason: string } {
  if (words === '') return { reason: 'there are no words to add' };
  const { terms, near } = lookUp(as, lexicon, () => NOTHING);
  const fitting = terms.filter(({ category }) => kind === null || category === kind);
  const exact = fitting.filter(({ id }) => id === as);
  const found = exact.length > 0 ? exact : fitting;
  const [term] = found;
  if (term !== undefined && (found.length === 1 || kind !== null)) return { id: term.id, category: term.category, term };
  if (found.length > 1)
    return { reason: `"${as}" is several things; say which with --kind: ${found.map(({ category }) => category).join(', ')}` };
  const hint = near.length === 0 ? '' : `; near it: ${near.join(', ')}`;
  if (kind === null) return { reason: `there is no term "${as}"${hint}; a new one needs --kind, such as --kind head` };
  const id = as
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9*]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? { reason: `"${as}" holds no letter for an id` } : { id, category: kind, term: null };
}

const NOTHING = { text: '', reports: [], diagnostics: [], understood: [] };

const entryOf = (words: string, { id, category, term }: Target) =>
  term === null ? { id, category, label: words, synonyms: [] } : { id, category, label: term.label, synonyms: [words] };

const newText = (words: string, target: Target): string => newPackText(entryOf(words, target));

function edited(text: string, words: string, target: Target, bench: AddBench): string | null {
  const pack = bench.parse(text);
  if (pack.problems.length > 0) return null;
  const terms: unknown = isMap(pack.data) ? pack.data.terms : null;
  const at = Array.isArray(terms)
    ? terms.findIndex((entry: unknown) => isMap(entry) && entry.id === target.id && entry.category === target.category)
    : -1;
  const edits = at < 0 ? addEntry(pack, entryOf(words, target)) : addSynonym(pack, at, words);
  return edits === null ? null : applyEdits(text, edits);
}

/** Whether all that the file said it still says, but for the entry that was changed. */
function keepsEntries(before: PackFile, after: PackFile, id: string): boolean {
  const others = ({ data }: PackFile): string => {
    const { terms, ...rest } = isMap(data) ? data : {};
    const kept = Array.isArray(terms) ? terms.filter((entry: unknown) => !isMap(entry) || entry.id !== id) : [];
    return JSON.stringify({ ...rest, version: 1, terms: kept });
  };
  return sorted(others(before)) === sorted(others(after));
}

/** The order of keys at the top makes no difference. */
function sorted(json: string): string {
  const data = JSON.parse(json) as Record<string, unknown>;
  return JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
