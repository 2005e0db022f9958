import type { Reading } from '../assist/reading.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type Meaning, meaningOf, type Read, sameMeaning } from './meaning.ts';

/** Edits, and the text after them, read. */
export interface Round {
  readonly edits: readonly TextEdit[];
  readonly after: Reading;
}

/** How often a text is read anew to find the edit that would change what it says. */
const MOST_TRIALS = 60;

/**
 * Those of the edits after which the text says what it said; they must be apart from each other. Where not all can stay, halves are
 * tried, and halves of these.
 */
export function safeEdits(
  before: Reading,
  edits: readonly TextEdit[],
  read: Read,
  same: (a: Meaning, b: Meaning) => boolean = sameMeaning,
): Round {
  if (edits.length === 0) return { edits, after: before };
  const meaning = meaningOf(before);
  let round: Round = { edits: [], after: before };
  let trials = 0;
  const take = (some: readonly TextEdit[]): void => {
    if (some.length === 0 || trials++ >= MOST_TRIALS) return;
    const all = [...round.edits, ...some];
    const after = read(applyEdits(before.text, all));
    if (same(meaning, meaningOf(after))) round = { edits: all, after };
    else if (some.length > 1) {
      const half = some.length >> 1;
      take(some.slice(0, half));
      take(some.slice(half));
    }
  };
  take(edits);
  return round;
}
