import type { Finding, Severity } from '../meaning/finding.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

const ADVERBS: Readonly<Record<Severity, string>> = { mild: 'mildly', moderate: 'moderately', severe: 'severely' };

/** Grades in words: `moderate to severe`, as an adverb `moderately to severely`. */
export const gradeWords = (grades: readonly Severity[], adverb = false): string =>
  grades.map((g) => (adverb ? ADVERBS[g] : g)).join(' to ');

/** The grade as the findings say it, in their own words where these are of the same form (`marked`, `markedly`). */
export function rewordSeverity(text: string, range: Span, said: Said, support: readonly Finding[]): Rewording | null {
  const words = wordsAt(text, range);
  if (said.severity === null || words.length > 40) return null;
  const adverb = isAdverb(words);
  const theirs = support
    .map((f) => f.where.severity)
    .flatMap((place) => (place === undefined ? [] : [fold(wordsAt(text, place)).replace(/\s+/g, ' ')]));
  const own =
    support.length === 1 && theirs[0] !== undefined && isAdverb(theirs[0]) === adverb && theirs[0].length <= 40
      ? theirs[0]
      : gradeWords(said.severity, adverb);
  return { range, words: likeCase(words, own) };
}

const isAdverb = (words: string): boolean => /ly$/.test(fold(words));

const SIDE = /\b(left|right|lt|rt|bilateral(?:ly)?|both)\b/g;

/** The side word turned to what the findings say; null where the words name no side or several. */
export function rewordSide(text: string, range: Span, said: Said): Rewording | null {
  if (said.side === null) return null;
  const words = fold(wordsAt(text, range));
  const found = [...words.matchAll(SIDE)];
  const first = found[0];
  if (first === undefined || found.length > 1) return null;
  const place = { start: range.start + first.index, end: range.start + first.index + first[0].length };
  const model = wordsAt(text, place);
  if (said.side === 'bilateral') return toBilateral(text, place, model);
  if (first[0].startsWith('bilateral') || first[0] === 'both') return toOneSide(text, range, place, said.side);
  const short = first[0] === 'lt' || first[0] === 'rt';
  return { range: place, words: likeCase(model, short ? (said.side === 'left' ? 'lt' : 'rt') : said.side) };
}

/** `on the left` -> `on both sides`, `left-sided` -> `bilateral`. */
function toBilateral(text: string, place: Span, model: string): Rewording {
  const before = /\b(?:on|at|in) the $/i.exec(text.slice(Math.max(0, place.start - 8), place.start));
  const after = /^(?:[- ]sided|[- ]hand side|[- ]side|wards?)?/i.exec(text.slice(place.end, place.end + 12))?.[0] ?? '';
  const end = place.end + after.length;
  if (before !== null && !/^\s+\p{L}/u.test(text.slice(end, end + 2)))
    return { range: { start: place.start - 4, end }, words: 'both sides' };
  return { range: { start: place.start, end }, words: likeCase(model, 'bilateral') };
}

/** `on both sides` -> `on the left`, `bilaterally` -> `on the left`, `bilateral` -> `left`. */
function toOneSide(text: string, range: Span, place: Span, side: 'left' | 'right'): Rewording {
  const model = wordsAt(text, place);
  const sides = /^(?: the)? sides?/i.exec(text.slice(place.end, place.end + 10))?.[0] ?? '';
  if (/^bilaterally$/i.test(model)) return { range: place, words: likeCase(model, `on the ${side}`) };
  if (sides !== '')
    return { range: { start: place.start, end: Math.max(range.end, place.end + sides.length) }, words: likeCase(model, `the ${side}`) };
  return { range: place, words: likeCase(model, side) };
}

const NUMBER = /\d+(?:[.,]\d+)?/g;

/** Size words with the numbers that the findings give, in the unit of the item; where the numbers agree, the unit alone. */
export function rewordSize(text: string, range: Span, said: Said, support: readonly Finding[]): Rewording | null {
  const words = wordsAt(text, range);
  const mm = said.sizes[0];
  const unit = /\b(cm|mm)\b/i.exec(words)?.[1];
  const numbers = words.match(NUMBER) ?? [];
  if (mm === undefined || unit === undefined || words.length > 60) return null;
  const source = support.find((f) => f.sizeMm === mm)?.where.size;
  const theirs = source === undefined ? '' : wordsAt(text, source).replace(/\s+/g, ' ');
  if (numbers.length !== mm.length) return theirs === '' || theirs.length > 60 ? null : { range, words: theirs };
  const theirUnit = /\b(cm|mm)\b/i.exec(theirs)?.[1];
  const theirNumbers = theirs.match(NUMBER) ?? [];
  if (theirUnit !== undefined && theirUnit.toLowerCase() !== unit.toLowerCase() && theirNumbers.join('|') === numbers.join('|')) {
    return { range, words: words.replace(new RegExp(`\\b${unit}\\b`, 'g'), likeCase(unit, theirUnit.toLowerCase())) };
  }
  let i = 0;
  const sameUnit = theirUnit?.toLowerCase() === unit.toLowerCase() && theirNumbers.length === mm.length;
  return { range, words: words.replace(NUMBER, () => (sameUnit ? (theirNumbers[i++] ?? '') : sizeNumber(mm[i++] ?? 0, unit))) };
}

const sizeNumber = (mm: number, unit: string): string =>
  unit.toLowerCase() === 'cm' ? String(Math.round(mm) / 10) : String(Math.round(mm));
