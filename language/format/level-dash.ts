import type { Word } from '../assist/reading.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { commonest } from './commonest.ts';
import type { FormatOptions } from './options.ts';
import { type Page, rewritten } from './page.ts';

const DASH = /(?<=\d)[ \u00a0]*[-\u2010-\u2015\u2212]+[ \u00a0]*(?=[a-z]{0,2}-?\d)/gi;

/** Ways of writing it that a report may keep to. */
const WAYS: readonly string[] = ['-', '–', ' - ', ' – '];

/** The dashes between levels of each report in one way. */
export function levelDash({ text, reading }: Page, way: FormatOptions['levelDash']): TextEdit[] {
  if (way === 'off') return [];
  const levels = wordsOf(reading.understood, 'level');
  let next = 0;
  return reading.reports.flatMap(({ range }) => {
    const from = next;
    while (next < levels.length && (levels[next]?.start ?? 0) <= range.end) next++;
    const dashes = matchesIn(text, levels.slice(from, next), DASH);
    const written = dashes.map(({ start, end }) => text.slice(start, end).replaceAll('\u00a0', ' '));
    const wanted = way === 'hyphen' ? '-' : way === 'enDash' ? '–' : commonest(written.filter((dash) => WAYS.includes(dash)));
    return wanted === undefined ? [] : dashes.flatMap((dash) => rewritten(text, dash, wanted));
  });
}

const TIMES = /(?<=\d\s*(?:[cm]m)?\s*)x(?=\s*\d)/gi;

/** `3 × 4 cm` for `3 x 4 cm`. */
export function timesSign({ text, reading }: Page): TextEdit[] {
  return matchesIn(text, wordsOf(reading.understood, 'number'), TIMES).map((range) => ({ range, text: '×' }));
}

const wordsOf = (words: readonly Word[], category: string): Span[] =>
  words.flatMap((word) => (word.category === category ? [word.range] : []));

const matchesIn = (text: string, ranges: readonly Span[], pattern: RegExp): Span[] =>
  ranges.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(pattern)].map((m) => ({ start: start + m.index, end: start + m.index + m[0].length })),
  );
