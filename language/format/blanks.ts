import type { TextEdit } from '../text/edit.ts';
import { BLANKS, beginsKept, isBlank, type Page, rewritten } from './page.ts';

/** Blanks at the ends of lines go. */
export function trailingBlanks({ text, lines }: Page): TextEdit[] {
  return lines.flatMap(({ start, end }) => {
    let from = end;
    while (from > start && isBlank(text[from - 1])) from--;
    return from < end ? [{ range: { start: from, end }, text: '' }] : [];
  });
}

const ODD = new RegExp(`[${BLANKS.replace(' ', '')}]+`, 'g');

/** Tabs and no-break spaces become plain blanks; a tab that sets a line in becomes two. */
export function plainBlanks({ text, lines }: Page): TextEdit[] {
  return lines.flatMap(({ start, words, end }) =>
    [...text.slice(start, end).matchAll(ODD)].map(({ index, 0: run }): TextEdit => {
      const range = { start: start + index, end: start + index + run.length };
      return { range, text: range.start < words ? run.replaceAll('\t', '  ').replace(/[^ ]/g, ' ') : ' '.repeat(run.length) };
    }),
  );
}

/** Behind the colon of a key, heading or topic: the gap there may make a column. */
const LEAD = /^[^:]{1,60}:$/;

/** Two blanks between words become one. Wider gaps make columns; what stands behind a line's first colon is left to others. */
export function doubleBlanks(page: Page): TextEdit[] {
  const { text, lines } = page;
  return lines.flatMap(({ words, end }) => {
    const line = text.slice(words, end);
    if (/ {3}/.test(line.trimEnd())) return [];
    return [...line.matchAll(/(?<=\S) {2}(?=\S)/g)].flatMap(({ index }): TextEdit[] => {
      const range = { start: words + index, end: words + index + 2 };
      return LEAD.test(line.slice(0, index)) || beginsKept(page, range.end) ? [] : [{ range, text: ' ' }];
    });
  });
}

/** One blank behind the colon of a topic, but where neighbours have their words in one column. */
export function topicColon(page: Page): TextEdit[] {
  const { text, reading } = page;
  return reading.reports.flatMap(({ outline }) => {
    // Lines among the header's may look like topics (`Status:  final`).
    const header = outline.sections.find(({ id }) => id === 'findings')?.range.start ?? outline.header.at(-1)?.value.end ?? 0;
    const leads = outline.topics.flatMap(({ name }) => {
      if (name.start < header) return [];
      let colon = name.end;
      while (isBlank(text[colon])) colon++;
      if (text[colon] !== ':') return [];
      let words = colon + 1;
      while (isBlank(text[words])) words++;
      const column = words - (text.lastIndexOf('\n', words - 1) + 1);
      return /[\r\n]/.test(text[words] ?? '\n') ? [] : [{ colon, words, column, gap: words - colon - 1 }];
    });
    return leads.flatMap(({ colon, words, column, gap }, i) => {
      const isColumn = gap > 1 && [leads[i - 1], leads[i + 1]].some((other) => other?.column === column);
      return isColumn || beginsKept(page, words) ? [] : rewritten(text, { start: colon + 1, end: words }, ' ');
    });
  });
}
