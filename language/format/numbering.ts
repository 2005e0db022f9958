import { refersByNumber, renumber } from '../impression/list-mark.ts';
import { wordsAt } from '../impression/words.ts';
import type { Report } from '../meaning/report.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineAt, type Page } from './page.ts';

/** Marks that can be counted so far. */
const MOST_ITEMS = 99;

/** The numbers of each impression's items from 1 on. Items that stand further in than the first are a list of their own and stay. */
export function numbering(page: Page): TextEdit[] {
  return page.reading.reports.flatMap((report) => {
    const edits = numberedFrom(page, report);
    return edits.length > 0 && refersByNumber(wordsAt(page.text, report.range)) ? [] : edits;
  });
}

function numberedFrom({ text, lines }: Page, { impression }: Report): TextEdit[] {
  const numbered = impression.flatMap(({ mark }) => (mark !== null && /^\(?\d/.test(wordsAt(text, mark)) ? [mark] : []));
  const columns = numbered.map(({ start }) => {
    const line = lines[lineAt({ lines }, start)];
    return line?.words === start ? start - line.start : null;
  });
  const list = numbered.filter((_, i) => columns[i] === columns[0] || columns[i] === null);
  if (list.length > MOST_ITEMS) return [];
  return list.flatMap((mark, i) => {
    const edit = renumber(text, mark, i + 1);
    return wordsAt(text, edit.range) === edit.text ? [] : [edit];
  });
}
