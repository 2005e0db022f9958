import { capital } from '../impression/words.ts';
import type { Report } from '../meaning/report.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { commonest } from './commonest.ts';
import { lineAt, type Page, rewritten } from './page.ts';

/** A heading alone in its line: its words, and the colon behind them if there is one. */
interface Heading {
  readonly words: Span;
  readonly end: number;
  readonly hasColon: boolean;
  readonly written: 'upper' | 'capital' | 'lower';
}

/** The headings of a report that stand alone in their lines. */
export function headingsOf({ text, lines }: Page, { outline }: Report): Heading[] {
  return outline.sections.flatMap(({ heading }): Heading[] => {
    if (heading === null) return [];
    const line = lines[lineAt({ lines }, heading.start)];
    const words = text.slice(heading.start, heading.end);
    const rest = text.slice(heading.end, line?.end).trimEnd();
    if (line?.words !== heading.start || !/^\s*:?$/.test(rest)) return [];
    const written = words === words.toUpperCase() ? 'upper' : words === words.toLowerCase() ? 'lower' : 'capital';
    return [{ words: heading, end: heading.end + rest.length, hasColon: rest !== '', written }];
  });
}

/** Headings in the letters, and with or without the colon, that most of the report's have; in a tie those of the first. */
export function headings(page: Page): TextEdit[] {
  const { text, reading } = page;
  return reading.reports.flatMap((report) => {
    const all = headingsOf(page, report);
    const written = commonest(all.map((heading) => heading.written));
    const hasColon = commonest(all.map((heading) => heading.hasColon));
    return all.flatMap((heading) => {
      const words = text.slice(heading.words.start, heading.words.end);
      const wanted = heading.written === written ? words : inLetters(words, written);
      const colon = heading.hasColon === hasColon ? text.slice(heading.words.end, heading.end) : hasColon ? ':' : '';
      return rewritten(text, { start: heading.words.start, end: heading.end }, wanted + colon);
    });
  });
}

function inLetters(words: string, written: Heading['written'] | undefined): string {
  if (written === 'upper') return words.toUpperCase();
  return written === 'lower' ? words.toLowerCase() : capital(words.toLowerCase());
}
