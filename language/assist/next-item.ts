import { mannerOf, missingItems } from '../impression/sync.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Report } from '../meaning/report.ts';
import type { Span } from '../text/span.ts';
import type { LinkedReading } from './impression-ties.ts';
import { reportAt } from './reading.ts';

/** Words to be written at the cursor: the next item that the impression lacks, or the rest of it. */
export interface NextItem {
  /** What they replace: what of the item is typed already. */
  readonly range: Span;
  readonly words: string;
}

/** The items that the impression still lacks at the end of a line of it, most urgent first; empty elsewhere. */
export function nextItems(reading: LinkedReading, offset: number, lexicon: Lexicon): NextItem[] {
  const { text } = reading;
  const report = reportAt(reading, offset);
  const r = report === undefined ? -1 : reading.reports.indexOf(report);
  if (report === undefined || !isInImpression(report, offset)) return [];
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  if (/\S/.test(restOfLine(text, offset))) return [];
  const [, indent = '', mark = '', typed = ''] = /^([ \t]*)((?:\d{1,2}[.)]|[-*•])[ \t]*)?(.*)$/.exec(line) ?? [];
  const from = start + indent.length + mark.length;
  const lead = mark === '' ? nextMark(report, text, start) : / |\t/.test(mark) ? '' : ' ';
  return missingItems(report, reading.links[r] ?? [], mannerOf(report, text, lexicon))
    .map(({ words }) => words)
    .filter((words) => words.toLowerCase().startsWith(typed.toLowerCase()) && words.length > typed.length)
    .map((words) => ({ range: { start: from, end: offset }, words: `${typed === '' ? lead : ''}${typed}${words.slice(typed.length)}` }));
}

const restOfLine = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
};

/** Below the heading, up to the next section; the line behind its end counts while nothing else begins there. */
const isInImpression = ({ outline }: Report, offset: number): boolean =>
  outline.sections.some(({ id, heading, range }) => id === 'impression' && heading !== null && offset > heading.end && offset <= range.end);

/** The mark of the list's next item, where its items have one and this line begins another. */
function nextMark({ outline }: Report, text: string, lineStart: number): string {
  const before = outline.items.findLast(({ range }) => range.end < lineStart);
  if (before?.mark == null) return outline.items.length === 0 ? '1. ' : '';
  const mark = text.slice(before.mark.start, before.mark.end).trim();
  return `${mark.replace(/\d+/, (number) => String(Number(number) + 1))} `;
}
