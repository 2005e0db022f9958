import type { Reading } from '../assist/reading.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { blankLines } from './blank-lines.ts';
import { doubleBlanks, plainBlanks, topicColon, trailingBlanks } from './blanks.ts';
import { continuation } from './continuation.ts';
import { Draft } from './draft.ts';
import { headings } from './headings.ts';
import { levelDash, timesSign } from './level-dash.ts';
import type { Read } from './meaning.ts';
import { numbering } from './numbering.ts';
import type { FormatOptions } from './options.ts';
import { lineAt, type Page, pageOf, touchesKept } from './page.ts';
import { safeEdits } from './safe.ts';

/** What one round leaves to the next; a text that has not settled after so many stays as it is. */
const MOST_ROUNDS = 8;

/**
 * The edits that write a text as the options want it: in order, apart from each other, small. The text says afterwards what it said
 * before, an edit that would change that is left out, and formatting the result again changes nothing.
 */
export function formatText(reading: Reading, options: FormatOptions, read: Read): TextEdit[] {
  const draft = new Draft(reading.text);
  let now = reading;
  for (let i = 0; i < MOST_ROUNDS; i++) {
    const { edits, after } = safeEdits(now, proposals(pageOf(now), options), read);
    if (edits.length === 0) return draft.edits();
    draft.apply(edits);
    now = after;
  }
  return [];
}

/** Those of them that stand in the lines of a range. */
export function formatRange(reading: Reading, options: FormatOptions, read: Read, range: Span): TextEdit[] {
  const { lines } = pageOf(reading);
  const from = lines[lineAt({ lines }, range.start)]?.start ?? 0;
  const to = lines[lineAt({ lines }, range.end)]?.end ?? reading.text.length;
  const inside = formatText(reading, options, read).filter((edit) => edit.range.start >= from && edit.range.end <= to);
  return [...safeEdits(reading, inside, read).edits];
}

/** What the rules would change, without what they would change in the same place or in words that are kept. */
function proposals(page: Page, options: FormatOptions): TextEdit[] {
  const all = [
    ...(options.trailingBlanks ? trailingBlanks(page) : []),
    ...(options.blankLines ? blankLines(page) : []),
    ...(options.headings ? headings(page) : []),
    ...(options.numbering ? numbering(page) : []),
    ...(options.continuation ? continuation(page) : []),
    ...(options.plainBlanks ? plainBlanks(page) : []),
    ...(options.topicColon ? topicColon(page) : []),
    ...(options.doubleBlanks ? doubleBlanks(page) : []),
    ...levelDash(page, options.levelDash),
    ...(options.timesSign ? timesSign(page) : []),
  ];
  const ordered = all
    .filter(({ range }) => !touchesKept(page, range))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let last: Span = { start: -1, end: -1 };
  return ordered.filter(({ range }) => {
    if (range.start < last.end || range.start === last.start) return false;
    last = range;
    return true;
  });
}
