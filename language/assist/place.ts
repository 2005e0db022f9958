import type { Report } from '../meaning/report.ts';
import { uncomment } from '../syntax/comments.ts';
import { markEnd, skipBlanks } from '../syntax/line.ts';
import type { HeaderField } from '../syntax/report.ts';
import type { Lexeme } from '../syntax/tokens.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Reading, reportAt } from './reading.ts';

/** Where the cursor stands: in which part of which report, in which word, behind which words. */
export interface Place {
  readonly text: string;
  readonly offset: number;
  readonly report: Report | undefined;
  /** Id of the section; `` before the first. */
  readonly section: string;
  /** Before `FINDINGS` and its like: where header lines stand. */
  readonly inHeader: boolean;
  /** The header line whose value the cursor is in. */
  readonly field: HeaderField | undefined;
  /** The cursor's line, without its end. */
  readonly line: Span;
  /** The word that the cursor is in or behind; empty between words. */
  readonly word: Span;
  /** What of the word stands before the cursor. */
  readonly typed: string;
  /** From the first word of the line to the cursor, where it may yet become a heading, a key or a topic. */
  readonly lead: Span | null;
  readonly within: 'text' | 'quote' | 'comment';
  /** Where the statement begins that the cursor is in. */
  readonly start: number;
  /** The statement's tokens before the word; their offsets count from `start`. */
  readonly before: readonly Lexeme[];
}

/** Longer statements are read from their last words alone. */
const MOST_BEFORE = 400;
const MOST_LEAD = 40;

export function placeAt(reading: Reading, offset: number, lex: (folded: string) => Lexeme[]): Place {
  const { text } = reading;
  const line = lineAround(text, offset);
  const word = wordAround(text, offset, line);
  const report = reportAt(reading, offset);
  const start = statementStart(report, text, word.start, line);
  return {
    text,
    offset,
    report,
    section: sectionAt(report, offset),
    inHeader: !(report?.outline.sections.some(({ id, range }) => range.start <= offset && !HEADER_SECTIONS.has(id)) ?? false),
    field: report?.outline.header.find((field) => isInValue(text, field, offset)),
    line,
    word,
    typed: text.slice(word.start, offset),
    lead: leadBefore(text, line, offset),
    within: withinAt(text.slice(line.start, line.end), offset - line.start),
    start,
    before: lex(fold(text.slice(start, word.start))),
  };
}

/** Sections that may stand as header lines. */
const HEADER_SECTIONS: ReadonlySet<string> = new Set(['', 'history', 'technique', 'comparison']);

function lineAround(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  const last = end < 0 ? text.length : end;
  return {
    start: offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1,
    end: text[last - 1] === '\r' && last > offset ? last - 1 : last,
  };
}

function wordAround(text: string, offset: number, line: Span): Span {
  let start = offset;
  let end = offset;
  while (start > line.start && isWordUnit(text[start - 1])) start--;
  while (end < line.end && isWordUnit(text[end])) end++;
  // A cursor before a word is not in it.
  return start === offset ? { start, end: start } : { start, end };
}

export const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}'*]/u.test(unit);

function statementStart(report: Report | undefined, text: string, offset: number, line: Span): number {
  const statements = report?.outline.statements ?? [];
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const range = statements[low - 1]?.range;
  const isOpen =
    range !== undefined &&
    (range.end >= offset || text.slice(range.end, offset).trim() === '') &&
    !text.slice(range.end, offset).includes('\n');
  return Math.max(isOpen ? range.start : line.start, offset - MOST_BEFORE);
}

function sectionAt(report: Report | undefined, offset: number): string {
  return report?.outline.sections.findLast(({ range }) => range.start <= offset)?.id ?? '';
}

function isInValue(text: string, { key, value }: HeaderField, offset: number): boolean {
  if (offset <= key.end || !text.slice(key.end, offset).includes(':')) return false;
  return (
    offset <= value.end ||
    (text.slice(Math.max(value.end, key.end), offset).trim().replace(/^:/, '') === '' && !text.slice(value.end, offset).includes('\n'))
  );
}

function leadBefore(text: string, line: Span, offset: number): Span | null {
  const written = text.slice(line.start, offset);
  const mark = skipBlanks(written, 0, written.length);
  const marked = markEnd(written, mark, written.length);
  const start = line.start + (marked < 0 ? mark : skipBlanks(written, marked, written.length));
  return offset - start <= MOST_LEAD && /^[\p{L}\p{N} /&'-]*$/u.test(text.slice(start, offset)) ? { start, end: offset } : null;
}

function withinAt(line: string, at: number): Place['within'] {
  const { text, comments } = uncomment(line);
  if (comments.some((comment) => at > comment.start + 1 && at <= comment.end)) return 'comment';
  return (fold(text.slice(0, at)).split('"').length - 1) % 2 === 1 ? 'quote' : 'text';
}
