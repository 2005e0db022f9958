import { decimalOf, isNumberWord } from './number-words.ts';
import type { Heard, Piece } from './piece.ts';
import { MONTHS } from './word-lists.ts';
import type { Words } from './words.ts';

const IN_DATE = /^(of|the|and|thousand|hundred|\d+(st|nd|rd|th)?|[a-z]+(th|first|second|third))$/;
const LONGEST = 7;

/** A month and the numbers behind it: they are left as they were said. */
export function hearDate(words: Words, i: number): Heard | null {
  if (!MONTHS.has(words.at(i))) return null;
  let next = i + 1;
  while (next < i + LONGEST && isDatePart(words.at(next))) next++;
  while (next > i + 1 && /^(of|the|and)$/.test(words.at(next - 1))) next--;
  const pieces = Array.from({ length: next - i }, (_, k): Piece => {
    const written = words.original(i + k, i + k + 1);
    const month = k === 0 && next > i + 1;
    const capital = month ? written.slice(0, 1).toUpperCase() + written.slice(1) : written;
    return {
      span: words.span(i + k, i + k + 1),
      written: capital,
      role: 'word',
      why: capital === written ? null : 'capital',
      spoken: 'no',
    };
  });
  return { next, pieces };
}

const isDatePart = (word: string): boolean =>
  isNumberWord(word) || decimalOf(word) !== undefined || isNumberWord(word.split('-')[0] ?? '') || IN_DATE.test(word);
