import type { Reading } from '../assist/reading.ts';
import { nextMark, readMark, renumber } from '../impression/list-mark.ts';
import { wordsAt } from '../impression/words.ts';
import { markEnd } from '../syntax/line.ts';
import type { Item } from '../syntax/report.ts';
import { endsOpen } from '../syntax/sentences.ts';
import type { TextEdit } from '../text/edit.ts';
import { type Read, sameFindings } from './meaning.ts';
import { type Line, lineAt, type Page, pageOf, touchesKept } from './page.ts';
import { safeEdits } from './safe.ts';

/**
 * The edits for a line break that was typed in the list of an impression; `offset` is where the cursor stands behind it. Behind an
 * item the next number begins and those below move on; behind a number without words the list ends. Elsewhere nothing happens.
 */
export function formatLineBreak(reading: Reading, offset: number, read: Read): TextEdit[] {
  const page = pageOf(reading);
  const at = lineAt(page, offset);
  const above = page.lines[at - 1];
  const line = page.lines[at];
  const report = reading.reports.find(({ range }) => offset <= range.end);
  const inImpression = report?.outline.sections.some(({ id, range }) => id === 'impression' && range.start < offset && offset <= range.end);
  if (above === undefined || line === undefined || report === undefined || inImpression !== true) return [];
  const edits = isBareMark(page, above) ? endList(above) : nextItem(page, report.outline.items, above, line);
  return edits.some(({ range }) => touchesKept(page, range)) ? [] : [...safeEdits(reading, edits, read, sameFindings).edits];
}

/** Whether a line holds a list mark and no words. */
function isBareMark({ folded, text }: Page, { words, end }: Line): boolean {
  const mark = markEnd(folded, words, end);
  return mark > 0 && text.slice(mark, end).trim() === '' && /\d|[a-h]\)/.test(text.slice(words, mark));
}

const endList = ({ start, end }: Line): TextEdit[] => [{ range: { start, end }, text: '' }];

function nextItem(page: Page, items: readonly Item[], above: Line, line: Line): TextEdit[] {
  const { text, folded } = page;
  const i = items.findLastIndex(({ range, mark }) => (mark ?? range).start < line.start);
  const item = items[i];
  // The item must end where the line was broken, with a sentence that is not cut in two; of one whose words begin behind the break, its number was cut off.
  if (item?.mark == null || item.range.start >= line.start) return [];
  if (item.range.end < above.words || above.words === above.end) return [];
  const isRest = line.words < line.end;
  if (isRest && item.range.end > line.words && !/[.!?]["')]?\s*$/.test(text.slice(above.start, above.end))) return [];
  if (/[,(/-]\s*$/.test(folded.slice(above.start, above.end)) || endsOpen(folded, above.start, above.end)) return [];
  if (isRest && markEnd(folded, line.words, line.end) > 0) return [];
  const mark = readMark(wordsAt(text, item.mark));
  const indent = text.slice(text.lastIndexOf('\n', item.mark.start - 1) + 1, item.mark.start);
  if (!/^\s*$/.test(indent)) return [];
  const begun = `${indent}${nextMark(mark, (mark.number ?? 0) + 1)} `;
  return [{ range: { start: line.start, end: line.words }, text: begun }, ...pushedOn(text, items.slice(i + 1), mark.number)];
}

/** The numbers of the items that follow, as far as they counted on. */
function pushedOn(text: string, items: readonly Item[], before: number | null): TextEdit[] {
  const edits: TextEdit[] = [];
  let last = before;
  for (const { mark } of items) {
    const number = mark === null ? null : readMark(wordsAt(text, mark)).number;
    if (mark === null || number === null || last === null || number !== last + 1) break;
    edits.push(renumber(text, mark, number + 1));
    last = number;
  }
  return edits;
}
