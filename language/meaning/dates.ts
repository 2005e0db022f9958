import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** A date as written. `days`: the first and last day since 1970-01-01 that it can mean; null where there is no such day. */
export interface WrittenDate {
  readonly span: Span;
  readonly days: readonly [number, number] | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const YEAR = '((?:19|20)\\d\\d)';
const DATE = new RegExp(
  [
    `\\b${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})\\b`,
    `\\b(\\d{1,2})[-/.](\\d{1,2})[-/.]((?:19|20)?\\d\\d)\\b`,
    `\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ ,-]+${YEAR}\\b`,
    `\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}\\b`,
    `\\b${MONTH}[ ,-]+${YEAR}\\b`,
    `\\b${YEAR}\\b`,
  ].join('|'),
  'g',
);

/** The dates in a text. `02/03/2024` may be either of two days; a month or a year alone is all of its days. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  return [...fold(text).matchAll(DATE)].map((m): WrittenDate => {
    const span = { start: m.index, end: m.index + m[0].length };
    const [, y1, mo1, d1, a, b, y2, d3, m3, y3, m4, d4, y4, m5, y5, y6] = m;
    if (y1 !== undefined) return { span, days: day(y1, Number(mo1), Number(d1)) };
    if (y2 !== undefined) return { span, days: either(day(y2, Number(b), Number(a)), day(y2, Number(a), Number(b))) };
    if (y3 !== undefined) return { span, days: day(y3, monthOf(m3), Number(d3)) };
    if (y4 !== undefined) return { span, days: day(y4, monthOf(m4), Number(d4)) };
    if (y5 !== undefined) return { span, days: ends(day(y5, monthOf(m5), 1), monthEnd(y5, monthOf(m5))) };
    return { span, days: ends(day(y6 ?? '', 1, 1), day(y6 ?? '', 12, 31)) };
  });
}

type Days = readonly [number, number] | null;

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1;
const MS_PER_DAY = 86_400_000;

function day(year: string, month: number, date: number): Days {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = Date.UTC(full, month - 1, date);
  const read = new Date(at);
  return month < 1 || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== date ? null : [at / MS_PER_DAY, at / MS_PER_DAY];
}

function monthEnd(year: string, month: number): Days {
  const at = Date.UTC(Number(year), month, 0) / MS_PER_DAY;
  return [at, at];
}

const ends = (a: Days, b: Days): Days => (a === null || b === null ? null : [a[0], b[1]]);
const either = (a: Days, b: Days): Days => (a === null || b === null ? (a ?? b) : [Math.min(a[0], b[0]), Math.max(a[1], b[1])]);
