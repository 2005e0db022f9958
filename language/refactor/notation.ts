import type { Word } from '../assist/reading.ts';
import type { TextEdit } from '../text/edit.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Asked, Refactoring } from './refactoring.ts';

/** `T4`, `Th4`, `D-4`: the letters of a thoracic level. */
const LETTERS = /(?<![\p{L}\d])(th|[dt])(?=v?-?\d{1,2}(?!\d))/giu;

/** A topic that is a level or a pair of them. */
const LEVEL_TOPIC = /^(?:th|[cdtls])\d{1,2}(?:\s?[-–/]\s?[cdtls]?\d{1,2})?$/i;

/** Thoracic levels of the whole report with the other letter: offered at a level, a heading or a line of the header. */
export function notation({ reading, report, range }: Asked): Refactoring[] {
  const { text } = reading;
  const { outline } = report;
  const words = reading.understood.filter((word) => word.category === 'level' && contains(report.range, word.range.start));
  const topics = outline.topics.map(({ name }) => name).filter(({ start, end }) => LEVEL_TOPIC.test(text.slice(start, end)));
  const headings = outline.sections.flatMap(({ heading }) => heading ?? []);
  const header = outline.header.map(({ key, value }): Span => ({ start: key.start, end: value.end }));
  if (![...words.map(spanOf), ...topics, ...headings, ...header].some((place) => touches(place, range))) return [];
  const places = [...words.map(spanOf), ...topics].sort((a, b) => a.start - b.start);
  return (['D', 'T'] as const).flatMap((letter): Refactoring[] => {
    const edits = places.flatMap((place) => lettersTo(text, place, letter));
    return edits.length === 0 ? [] : [{ title: `Write thoracic levels with ${letter} in the whole report`, kind: 'notation', edits }];
  });
}

const spanOf = ({ range }: Word): Span => range;
export const touches = (a: Span, b: Span): boolean => overlaps(a, b) || contains(a, b.start);

function lettersTo(text: string, { start, end }: Span, letter: 'D' | 'T'): TextEdit[] {
  return [...text.slice(start, end).matchAll(LETTERS)].flatMap(({ index, 0: written }): TextEdit[] => {
    if (written.charAt(0).toUpperCase() === letter) return [];
    const at = start + index;
    return [{ range: { start: at, end: at + written.length }, text: written === written.toLowerCase() ? letter.toLowerCase() : letter }];
  });
}
