import type { Snapshot } from './language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { type Split, split, splitAgain } from './syntax/split-again.ts';

/** One report of a text, read by itself: the offsets of its snapshot count from `start`. */
export interface Part {
  readonly start: number;
  readonly snapshot: Snapshot;
}

/** One version of a text as its reports. Immutable. */
export interface Parts {
  readonly text: string;
  /** In the order of the text; never empty. */
  readonly parts: readonly Part[];
  readonly split: Split;
}

/**
 * Reads a text report by report. Of an earlier version, the reports whose words are the same are taken over with all that was
 * computed of them, so that a change costs its report, however many there are.
 */
export function readParts(text: string, before: Parts | null, lexicon: Lexicon, read: (text: string) => Snapshot): Parts {
  const again = before === null ? { ...split(text, lexicon), kept: [] } : splitAgain(before.split, text, lexicon);
  const parts = again.ranges.map(({ start, end }, i): Part => {
    const kept = before?.parts[again.kept[i] ?? -1];
    if (kept === undefined) return { start, snapshot: read(text.slice(start, end)) };
    return kept.start === start ? kept : { start, snapshot: kept.snapshot };
  });
  return { text, parts, split: { text, ranges: again.ranges } };
}

/** A text that is read as a whole, whatever stands in it. */
export const onePart = (snapshot: Snapshot): Parts => {
  const { text } = snapshot;
  return { text, parts: [{ start: 0, snapshot }], split: { text, ranges: [{ start: 0, end: text.length }] } };
};

/** Index of the part that an offset is in; between two, the one before. */
export function partAt({ parts }: Parts, offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(low - 1, 0);
}
