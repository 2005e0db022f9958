import type { Reading } from '../assist/reading.ts';
import { uncomment } from '../syntax/comments.ts';
import { fold } from '../text/fold.ts';
import { overlaps, type Span } from '../text/span.ts';

/** A line: `end` is before its line break, `words` the first offset that holds no blank (`end` for an empty line). */
export interface Line {
  readonly start: number;
  readonly words: number;
  readonly end: number;
}

/** A text as the rules of formatting see it. */
export interface Page {
  readonly text: string;
  /** Offset for offset the text in small letters and plain twins, without comments. */
  readonly folded: string;
  readonly reading: Reading;
  readonly lines: readonly Line[];
  /** What stays byte for byte: comments, quoted words, fields. In order, apart from each other. */
  readonly kept: readonly Span[];
}

/** Blanks that stand within a line. */
export const BLANKS = ' \\t\\u00a0\\u2007\\u2009\\u202f\\u3000';
const BLANK = new RegExp(`[${BLANKS}]`);

export function pageOf(reading: Reading): Page {
  const { text } = reading;
  const plain = uncomment(text);
  const folded = fold(plain.text);
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = next > start && newline >= 0 && text[next - 1] === '\r' ? next - 1 : next;
    let words = start;
    while (words < end && isBlank(text[words])) words++;
    lines.push({ start, words, end });
    start = next + 1;
  }
  return { text, folded, reading, lines, kept: merged([...plain.comments, ...apart(folded, lines)]) };
}

export const isBlank = (unit: string | undefined): boolean => unit !== undefined && BLANK.test(unit);

/** Quoted words and fields in square brackets; what is not closed goes to the end of its line. */
function apart(folded: string, lines: readonly Line[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of lines) {
    for (let at = start; at < end; at++) {
      const closing = folded[at] === '"' ? '"' : folded[at] === '[' ? ']' : null;
      if (closing === null) continue;
      const close = folded.indexOf(closing, at + 1);
      const to = close < 0 || close >= end ? end : close + 1;
      spans.push({ start: at, end: to });
      at = to - 1;
    }
  }
  return spans;
}

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}

/** The first kept stretch that ends behind `offset`, found by halving. */
function keptFrom({ kept }: Page, offset: number): Span | undefined {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return kept[low];
}

/** Whether a stretch, or the place of an insertion, reaches into what is kept. */
export function touchesKept(page: Page, range: Span): boolean {
  const next = keptFrom(page, range.start);
  return next !== undefined && (range.start === range.end ? next.start < range.start : overlaps(next, range));
}

/** Whether something kept begins at an offset. */
export const beginsKept = (page: Page, offset: number): boolean => keptFrom(page, offset)?.start === offset;

/** Index of the line that holds an offset, found by halving. */
export function lineAt({ lines }: Pick<Page, 'lines'>, offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(low - 1, 0);
}

/** The edit that makes a stretch read `wanted`; none where it does. */
export const rewritten = (text: string, range: Span, wanted: string): { range: Span; text: string }[] =>
  text.slice(range.start, range.end) === wanted ? [] : [{ range, text: wanted }];
