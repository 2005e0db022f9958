import type { Reading } from '../assist/reading.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { shift } from '../text/span.ts';
import { type Meaning, meaningOf, type Read, sameMeaning } from './meaning.ts';

/** Edits, and the text after them, read. */
export interface Round {
  readonly edits: readonly TextEdit[];
  readonly after: Reading;
}

/** Whether two meanings are the same in what matters here. */
export type Same = (a: Meaning, b: Meaning) => boolean;

/** How often one report is read anew to find the edit that would change what it says. */
const MOST_TRIALS = 60;

/**
 * Those of the edits after which the text says what it said; they must be in order and apart from each other. Where not all can stay,
 * each report of the text is looked at alone, and in one that would change halves of its edits are tried, and halves of these.
 */
export function safeEdits(before: Reading, edits: readonly TextEdit[], read: Read, same: Same = sameMeaning): Round {
  if (edits.length === 0) return { edits, after: before };
  const meaning = meaningOf(before);
  const tried = (some: readonly TextEdit[]): Round | null => {
    const after = read(applyEdits(before.text, some));
    return same(meaning, meaningOf(after)) ? { edits: some, after } : null;
  };
  const nothing: Round = { edits: [], after: before };
  if (before.reports.length === 1) return halved(edits, tried, nothing);
  return tried(edits) ?? tried(safeByReport(before, edits, read, same)) ?? nothing;
}

function halved(edits: readonly TextEdit[], tried: (some: readonly TextEdit[]) => Round | null, nothing: Round): Round {
  let round = nothing;
  let trials = 0;
  const take = (some: readonly TextEdit[]): void => {
    if (some.length === 0 || trials++ >= MOST_TRIALS) return;
    const more = tried([...round.edits, ...some]);
    if (more !== null) round = more;
    else if (some.length > 1) {
      const half = some.length >> 1;
      take(some.slice(0, half));
      take(some.slice(half));
    }
  };
  take(edits);
  return round;
}

/** The edits that are safe in their report, read alone, and those between reports. */
function safeByReport({ text, reports }: Reading, edits: readonly TextEdit[], read: Read, same: Same): TextEdit[] {
  const kept: TextEdit[] = [];
  let next = 0;
  for (const { range } of reports) {
    while (next < edits.length && (edits[next]?.range.start ?? 0) < range.start) kept.push(edits[next++] as TextEdit);
    const from = next;
    while (next < edits.length && (edits[next]?.range.end ?? 0) <= range.end) next++;
    const alone = read(text.slice(range.start, range.end));
    // A report that is read as several without what stands before it is left to itself.
    if (alone.reports.length !== 1) continue;
    const own = edits.slice(from, next).map((edit) => ({ ...edit, range: shift(edit.range, -range.start) }));
    kept.push(...safeEdits(alone, own, read, same).edits.map((edit) => ({ ...edit, range: shift(edit.range, range.start) })));
  }
  return [...kept, ...edits.slice(next)];
}
