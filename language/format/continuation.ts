import { markEnd } from '../syntax/line.ts';
import type { Outline } from '../syntax/report.ts';
import type { TextEdit } from '../text/edit.ts';
import { commonest } from './commonest.ts';
import { beginsKept, isBlank, type Line, lineAt, type Page, rewritten } from './page.ts';

/** Wrapped lines of a list's items stand under the item's words; those under topics as far in as most of the report's do. */
export function continuation(page: Page): TextEdit[] {
  return page.reading.reports.flatMap(({ outline }) => {
    const listed = itemLines(page, outline);
    const wrapped = topicLines(page, outline).filter((line) => !listed.has(line));
    const usual = commonest(wrapped.map(({ start, words }) => words - start));
    return [...listed, ...wrapped.map((line) => [line, usual ?? 0] as const)].flatMap(([line, column]) =>
      // A comment keeps its place.
      beginsKept(page, line.words) && page.text.startsWith('//', line.words)
        ? []
        : rewritten(page.text, { start: line.start, end: line.words }, ' '.repeat(column)),
    );
  });
}

/** The wrapped lines of list items, each with the column of its item's words. */
function itemLines(page: Page, outline: Outline): Map<Line, number> {
  const found = new Map<Line, number>();
  const items = outline.items.flatMap(({ mark, range }) => (mark === null ? [] : [{ from: mark.start, range }]));
  const others = outline.statements.flatMap(({ item, section, range }) => {
    const line = page.lines[lineAt(page, range.start)];
    return item > 0 && section !== 'impression' && line !== undefined ? [{ from: line.words, range }] : [];
  });
  for (const { from, range } of [...items, ...others]) {
    const first = lineAt(page, range.start);
    const line = page.lines[first];
    let words = line?.words === from ? markEnd(page.folded, from, line.end) : -1;
    if (line === undefined || words < 0) continue;
    while (isBlank(page.text[words])) words++;
    const column = words - line.start;
    for (const wrapped of linesWithin(page, first, range.end)) found.set(wrapped, column);
  }
  return found;
}

/** Lines that go on under a topic and are set in. */
function topicLines(page: Page, outline: Outline): Line[] {
  return outline.statements.flatMap(({ topic, item, range }) => {
    if (topic === null || item > 0) return [];
    const first = lineAt(page, range.start);
    const lead = page.lines[first];
    const begins = lead?.words === range.start && lineAt(page, topic.name.start) < first ? [lead] : [];
    return [...begins, ...linesWithin(page, first, range.end)].filter(({ start, words }) => words > start);
  });
}

/** The lines behind a first one that begin before `end` and hold words. */
function linesWithin({ lines }: Page, first: number, end: number): Line[] {
  const found: Line[] = [];
  for (let i = first + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.words >= end) break;
    if (line.words < line.end) found.push(line);
  }
  return found;
}
