import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { wordsAt } from './words.ts';

/** A list mark: what stands around its number, which is null for `-`. */
export interface Mark {
  readonly open: string;
  readonly number: number | null;
  readonly counts: 'digits' | 'letters' | 'roman';
  readonly capital: boolean;
  readonly close: string;
}

const LETTERS = 'abcdefgh';
const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
const COUNT = /\d{1,2}|[a-h](?=[.)]|$)|[ivx]+/i;

/** `1.`, `(2)`, `a)`, `II.`, `-`: what stands around the number, if there is one. */
export function readMark(words: string): Mark {
  const m = new RegExp(`^(\\(?)(${COUNT.source})([.)]?)`, 'i').exec(words);
  const value = m?.[2] ?? '';
  const small = value.toLowerCase();
  const counts = /\d/.test(value) ? 'digits' : LETTERS.includes(small) ? 'letters' : 'roman';
  const number = counts === 'digits' ? Number(value) : counts === 'letters' ? LETTERS.indexOf(small) + 1 : ROMAN.indexOf(small) + 1;
  if (m === null || (counts === 'roman' && number === 0))
    return { open: words.trim(), number: null, counts: 'digits', capital: false, close: '' };
  return { open: m[1] ?? '', number, counts, capital: value !== small, close: m[3] ?? '' };
}

/** The mark with another number; where it cannot count so far, in digits. */
export const nextMark = (mark: Mark, n: number): string =>
  mark.number === null ? mark.open : `${mark.open}${counted(mark, n)}${mark.close}`;

function counted({ counts, capital }: Mark, n: number): string {
  const word = counts === 'digits' ? undefined : counts === 'letters' ? LETTERS[n - 1] : ROMAN[n - 1];
  return word === undefined ? String(n) : capital ? word.toUpperCase() : word;
}

/** The mark of an item behind these, `5.`, `-`; empty where they have none. */
export function nextMarkAfter(text: string, items: readonly { readonly mark: Span | null }[]): string {
  const last = items.at(-1)?.mark;
  if (last === undefined || last === null) return '';
  const mark = readMark(wordsAt(text, last));
  return nextMark(mark, (mark.number ?? 0) + 1);
}

/** The edit that gives a mark another number, or the letter of it. */
export function renumber(text: string, mark: Span, n: number): TextEdit {
  const words = wordsAt(text, mark);
  const m = COUNT.exec(words);
  const start = mark.start + (m?.index ?? 0);
  return { range: { start, end: start + (m?.[0] ?? '').length }, text: counted(readMark(words), n) };
}

/** `see item 2`, `the mass in 1. is`: a number that speaks of a mark. */
const REFERENCE =
  /\b(?:items?|points?|numbers?|nos?\.|impressions?|conclusions?|findings?)[ \t]*\(?\d{1,2}\b|#[ \t]*\d|\b(?:see|under|(?:in|of|to|from) (?=\(?\d{1,2}[.)][ \t]+\p{Ll}))[ \t]*\(?\d{1,2}\b/iu;

/** Whether words speak of an item by its number, which then must not move. */
export const refersByNumber = (words: string): boolean => REFERENCE.test(words);
