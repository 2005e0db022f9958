import type { Span } from '../text/span.ts';
import type { Category, Composition, Term } from './term.ts';

/** What is wrong with a pack or rule file, and where. Lines count from 1; 0 where only the file is known. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** In UTF-16 units from 1, where the place in the line is known. */
  readonly column?: number;
  readonly message: string;
  /** The words that it speaks of, as offsets in the file, where they are known. */
  readonly range?: Span;
  /** What was checked, where that has a name. */
  readonly rule?: string;
  /** Whether what it speaks of works all the same. */
  readonly isMinor?: boolean;
}

export type Form = 'noun' | 'verb' | 'adjective' | null;

/** One meaning of a run of words. */
export interface Sense {
  readonly term: Term;
  readonly form: Form;
}

/** The longest run of words from `start` that the lexicon knows. */
export interface Match {
  readonly end: number;
  readonly senses: readonly Sense[];
}

export interface Lexicon {
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
  /** The entry with this id, of this category where one id serves several. */
  term(id: string, category?: Category): Term | undefined;
  /** Longest match of words that begin at `offset` of a folded text (`fold`); null where none. Time independent of the number of terms. */
  match(folded: string, offset: number): Match | null;
  /** Where a term's entry stands, line counted from 1; null for one of a pack that came without its file. */
  originOf(term: Term): { readonly file: string; readonly line: number } | null;
  composition(observation: string, structure: string): Composition | undefined;
  /** Whether `part` is a part of `whole`, or the same: `extradural` of `spinal-canal`. */
  isPart(part: string, whole: string): boolean;
  /** Whether some whole has both as parts: the cord and the spinal canal are both of the spine. */
  isBeside(one: string, other: string): boolean;
  /** Whether the kind itself says the site: canal narrowing is in the canal. */
  implies(kind: string, site: string): boolean;
  /** Written forms that begin with `prefix` (case-blind, also at a later word), with their terms; at most `limit`. */
  complete(prefix: string, categories: readonly Category[] | null, limit: number): readonly Completion[];
  /** Known words within a small edit distance of an unknown one, nearest first; empty where nothing is near. */
  near(word: string): readonly string[];
}

export interface Completion {
  /** The written form that matched. */
  readonly words: string;
  readonly term: Term;
}
