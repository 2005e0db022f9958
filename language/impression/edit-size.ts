import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

const NUMBER = /\d+(?:[.,]\d+)?/g;
const UNIT = /(?<![a-z])(cms?|mms?|centimet(?:er|re)s?|millimet(?:er|re)s?)\b/i;
const isCm = (unit: string): boolean => /^c/i.test(unit);

/**
 * Size words with the numbers that the findings give, as many as the item has and in its unit; where the numbers agree, the
 * unit alone; where none of several agrees, the findings' own words.
 */
export function rewordSize(text: string, range: Span, said: Said, support: readonly Finding[]): Rewording | null {
  const words = wordsAt(text, range);
  const mm = said.sizes[0];
  const unit = UNIT.exec(words)?.[1];
  const numbers = words.match(NUMBER) ?? [];
  if (mm === undefined || unit === undefined || words.length > 60) return null;
  const source = support.find((f) => f.sizeMm === mm)?.where.size;
  const theirs = source === undefined ? '' : wordsAt(text, source).replace(/\s+/g, ' ');
  const factor = isCm(unit) ? 10 : 1;
  const values = numbers.map((n) => Number(n.replace(',', '.')) * factor);
  const agrees = (value: number, at: number): boolean => Math.abs(value - (mm[at] ?? 0)) <= 1;
  const isOther = numbers.length > mm.length || (numbers.length > 1 && numbers.length < mm.length && !values.some(agrees));
  if (isOther) return theirs === '' || theirs.length > 60 ? null : { range, words: theirs };
  const theirUnit = UNIT.exec(theirs)?.[1];
  const theirNumbers = theirs.match(NUMBER) ?? [];
  if (theirUnit !== undefined && isCm(theirUnit) !== isCm(unit) && theirNumbers.join('|') === numbers.join('|')) {
    return { range, words: words.replace(new RegExp(UNIT, 'gi'), likeCase(unit, theirUnit.toLowerCase())) };
  }
  const sameUnit = theirUnit !== undefined && isCm(theirUnit) === isCm(unit) && theirNumbers.length === mm.length;
  // A number alone stands for the largest dimension.
  const largest = mm.indexOf(Math.max(...mm));
  const written = (at: number): string => (sameUnit ? (theirNumbers[at] ?? '') : sizeNumber(mm[at] ?? 0, unit));
  let i = 0;
  return {
    range,
    words: words.replace(NUMBER, (old) => {
      const at = numbers.length === 1 ? largest : i;
      const value = values[i++] ?? 0;
      return numbers.length < mm.length && agrees(value, at) ? old : written(at);
    }),
  };
}

const sizeNumber = (mm: number, unit: string): string => (isCm(unit) ? String(Math.round(mm) / 10) : String(Math.round(mm)));
