import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export const wordsAt = (text: string, range: Span): string => text.slice(range.start, range.end);

/** `words` in the letter case of `model`: capitals throughout, a capital first, or as they are. */
export function likeCase(model: string, words: string): string {
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase();
  return /^\P{L}*\p{Lu}/u.test(model) ? capital(words) : words;
}

/** `at`, in capitals behind words in capitals. */
export const atBehind = (words: string): string => (/\p{Ll}/u.test(words) ? 'at' : 'AT');

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Small first letter, but not of an acronym or of a level. */
export const uncapital = (words: string): string =>
  /^\p{Lu}(\p{Ll}|\s|$)/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** The edit that makes the words of `range` read `wanted`, touching only the words that differ; null where they agree. */
export function replaceWords(text: string, range: Span, wanted: string): TextEdit | null {
  const before = wordsAt(text, range);
  if (before === wanted) return null;
  const a = tokens(before);
  const b = tokens(wanted);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return {
    range: { start: range.start + length(a.slice(0, head)), end: range.end - length(a.slice(a.length - tail)) },
    text: b.slice(head, b.length - tail).join(''),
  };
}

/** Words, numbers, runs of blanks, and every other sign alone. */
const tokens = (words: string): string[] => words.match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)?|\s+|./gsu) ?? [];
const length = (list: readonly string[]): number => list.reduce((sum, word) => sum + word.length, 0);

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[], joint: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
