import { capital, likeCase, uncapital, wordsAt } from '../language/impression/words.ts';
import type { TextEdit } from '../language/text/edit.ts';
import { fold } from '../language/text/fold.ts';
import type { Span } from '../language/text/span.ts';

/** The edit that puts words in the place of others, in their letter case; null where the table has none for them. */
export function exchange(text: string, range: Span, table: Readonly<Record<string, string>>): TextEdit | null {
  const words = wordsAt(text, range);
  const wanted = entry(table, fold(words).replaceAll(/\s+/g, ' '));
  return wanted === undefined ? null : { range, text: likeCase(words, wanted) };
}

/** An entry of a table that is no key of every object. */
export const entry = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Takes words and the blank behind them out; what comes next begins with a capital where they did. */
export function takeOut(text: string, { start, end }: Span): TextEdit {
  let to = end;
  while (text[to] === ' ') to++;
  const opens = /^\p{Lu}/u.test(text.slice(start, end));
  if (!opens) return { range: { start, end: to }, text: '' };
  const next = String.fromCodePoint(text.codePointAt(to) ?? 0x20);
  return to >= text.length
    ? { range: { start, end: to }, text: '' }
    : { range: { start, end: to + next.length }, text: next.toUpperCase() };
}

/** Puts words before a place; where a sentence began there they take its capital. */
export function putBefore(text: string, at: number, words: string, opens: boolean): TextEdit {
  const next = /^\S*/.exec(text.slice(at, at + 40))?.[0] ?? '';
  const rest = uncapital(next);
  if (!opens || next === '') return { range: { start: at, end: at }, text: `${words} ` };
  if (next === rest) return { range: { start: at, end: at }, text: `${likeCase(next, words)} ` };
  return { range: { start: at, end: at + 1 }, text: `${capital(words)} ${rest.charAt(0)}` };
}
