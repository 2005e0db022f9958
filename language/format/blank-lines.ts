import { lineBreakOf } from '../impression/list.ts';
import type { TextEdit } from '../text/edit.ts';
import { headingsOf } from './headings.ts';
import { lineAt, type Page } from './page.ts';

/** Sections that are parted from what stands before also where their text begins in the heading's line. */
const MAIN: ReadonlySet<string> = new Set(['findings', 'impression']);

/** One blank line before each section, no two in a row, none at either end of the text. */
export function blankLines(page: Page): TextEdit[] {
  const { text, lines, reading } = page;
  const edits: TextEdit[] = [];
  const isEmpty = (i: number): boolean => lines[i] !== undefined && lines[i].words === lines[i].end;
  for (let i = 0; i < lines.length; i++) {
    if (!isEmpty(i)) continue;
    let last = i;
    while (isEmpty(last + 1)) last++;
    // A text that ends in a line break has an empty last line, which is none.
    const from = i === 0 || last === lines.length - 1 ? i : i + 1;
    const to = lines[last + 1]?.start ?? text.length;
    const start = lines[from]?.start ?? text.length;
    if (start < to) edits.push({ range: { start, end: to }, text: '' });
    i = last;
  }
  const br = lineBreakOf(text);
  for (const report of reading.reports) {
    const alone = new Set(headingsOf(page, report).map(({ words }) => words));
    for (const { id, heading } of report.outline.sections) {
      if (heading === null || !(alone.has(heading) || MAIN.has(id))) continue;
      const i = lineAt(page, heading.start);
      const line = lines[i];
      // Marks may stand before the words of a heading (`**FINDINGS**`), another sentence not.
      if (line === undefined || /\w/.test(text.slice(line.start, heading.start)) || isEmpty(i - 1)) continue;
      const isFirst = text.slice(report.range.start, line.start).trim() === '';
      if (!isFirst) edits.push({ range: { start: line.start, end: line.start }, text: br });
    }
  }
  return edits;
}
