import { canonicalLevel } from '../language/meaning/read-levels.ts';
import { fold } from '../language/text/fold.ts';
import type { Span } from '../language/text/span.ts';

/** One vertebra as written; the letter may be that of the one before it (`D3-8`). */
export interface LevelWord {
  readonly letter: string;
  readonly number: number;
  /** Of the digits alone. */
  readonly digits: Span;
  /** Canonical, `T4`. */
  readonly level: string;
}

const LEVEL_WORD = /(th|[cdtls])?-?(\d{1,2})(?!\d)/g;

/** The vertebrae in the words of a finding's levels; empty where the words hold something else than levels with letters. */
export function levelWords(text: string, range: Span): LevelWord[] {
  const words: LevelWord[] = [];
  let letter = '';
  for (const match of fold(text.slice(range.start, range.end)).matchAll(LEVEL_WORD)) {
    letter = match[1] ?? letter;
    const digits = match[2] ?? '';
    const end = range.start + match.index + match[0].length;
    const level = canonicalLevel(`${letter}${digits}`);
    if (letter === '' || level === null) return [];
    words.push({ letter, number: Number(digits), digits: { start: end - digits.length, end }, level });
  }
  return words;
}

/** How many vertebrae a letter's region has. */
export const COUNT: Readonly<Record<string, number>> = { c: 7, t: 12, d: 12, th: 12, l: 5, s: 5 };

/** Where the numbers of a letter begin for a mistake: T1 and T2 would be sequences. */
export const FIRST: Readonly<Record<string, number>> = { c: 2, t: 3, d: 3, th: 3, l: 1, s: 1 };

/** A vertebra `by` further down in the same region; null beyond its ends. */
export function moved({ letter, number }: LevelWord, by: number): { number: number; level: string } | null {
  const to = number + by;
  const level = canonicalLevel(`${letter}${to}`);
  return to < (FIRST[letter] ?? 1) || to > (COUNT[letter] ?? 0) || level === null ? null : { number: to, level };
}
