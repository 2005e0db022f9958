import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

const NUMBER = /\d+(?:[.,]\d+)?/g;
const UNIT = /(?<![a-z])(cm|mm)\b/i;

/**
 * Size words with the numbers that the findings give, as many as the item has and in its unit; where the numbers agree, the
 * unit alone; where none of several is among them, the findings' own words.
 */
export function rewordSize(text: string, range: Span, said: Said, support: readonly Finding[]): Rewording | null {
  const words = wordsAt(text, range);
  const mm = said.sizes[0];
  const unit = UNIT.exec(words)?.[1];
  const numbers = words.match(NUMBER) ?? [];
  if (mm === undefined || unit === undefined || words.length > 60) return null;
  const source = support.find((f) => f.sizeMm === mm)?.where.size;
  const theirs = source === undefined ? '' : wordsAt(text, source).replace(/\s+/g, ' ');
  const factor = unit.toLowerCase() === 'cm' ? 10 : 1;
  const values = numbers.map((n) => Number(n.replace(',', '.')) * factor);
  const isOther = numbers.length > 1 && numbers.length < mm.length && !values.some((value) => mm.some((x) => Math.abs(x - value) <= 1));
  if (numbers.length > mm.length || isOther) return theirs === '' || theirs.length > 60 ? null : { range, words: theirs };
  const theirUnit = UNIT.exec(theirs)?.[1];
  const theirNumbers = theirs.match(NUMBER) ?? [];
  if (theirUnit !== undefined && theirUnit.toLowerCase() !== unit.toLowerCase() && theirNumbers.join('|') === numbers.join('|')) {
    return { range, words: words.replace(new RegExp(UNIT, 'gi'), likeCase(unit, theirUnit.toLowerCase())) };
  }
  const sameUnit = theirUnit?.toLowerCase() === unit.toLowerCase() && theirNumbers.length === mm.length;
  const chosen = dimensionsFor(values, mm);
  let i = 0;
  const written = (at: number): string => (sameUnit ? (theirNumbers[at] ?? '') : sizeNumber(mm[at] ?? 0, unit));
  return {
    range,
    words: words.replace(NUMBER, (old) => {
      const value = values[i] ?? 0;
      const at = chosen[i++] ?? 0;
      return numbers.length < mm.length && Math.abs(value - (mm[at] ?? 0)) <= 1 ? old : written(at);
    }),
  };
}

/**
 * Which dimension each of an item's numbers (in mm, no more than there are dimensions) stands for: the one that it agrees
 * with, else the one at its own place, else the largest that is left. A number alone stands for the largest.
 */
function dimensionsFor(numbers: readonly number[], mm: readonly number[]): number[] {
  if (numbers.length === mm.length) return mm.map((_, i) => i);
  const bySize = mm.map((_, i) => i).sort((a, b) => (mm[b] ?? 0) - (mm[a] ?? 0));
  if (numbers.length === 1) return [bySize[0] ?? 0];
  const taken = new Set<number>();
  const take = (i: number | undefined): number => {
    if (i !== undefined) taken.add(i);
    return i ?? -1;
  };
  const agreed = numbers.map((n) => take(mm.findIndex((x, i) => !taken.has(i) && Math.abs(x - n) <= 1)));
  return agreed.map((i, at) => (i >= 0 ? i : take(taken.has(at) ? bySize.find((b) => !taken.has(b)) : at)));
}

const sizeNumber = (mm: number, unit: string): string =>
  unit.toLowerCase() === 'cm' ? String(Math.round(mm) / 10) : String(Math.round(mm));
