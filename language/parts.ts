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
  /** Reports of earlier versions that are no longer in the text, the newest first: what is undone or typed again is as it was. */
  readonly recent: readonly Snapshot[];
}

/** How many reports of earlier versions are kept, and how many characters they may have together beside the first. */
const MOST_KEPT = 12;
const MOST_CHARACTERS = 200_000;

/**
 * Reads a text report by report. Of an earlier version, the reports whose words are the same are taken over with all that was
 * computed of them, so that a change costs its report, however many there are; and nothing where the report was so a few versions ago.
 */
export function readParts(text: string, before: Parts | null, lexicon: Lexicon, read: (text: string) => Snapshot): Parts {
  const again = before === null ? { ...split(text, lexicon), kept: [] } : splitAgain(before.split, text, lexicon);
  const recent = new Map(before?.recent.map((snapshot) => [snapshot.text, snapshot]));
  const parts = again.ranges.map(({ start, end }, i): Part => {
    const kept = before?.parts[again.kept[i] ?? -1];
    if (kept === undefined) {
      const words = text.slice(start, end);
      return { start, snapshot: recent.get(words) ?? read(words) };
    }
    return kept.start === start ? kept : { start, snapshot: kept.snapshot };
  });
  return { text, parts, split: { text, ranges: again.ranges }, recent: before === null ? [] : recentOf(before, again.kept) };
}

/** What a version leaves behind, with what it had kept itself. */
function recentOf({ parts, recent }: Parts, kept: readonly number[]): readonly Snapshot[] {
  const stays = new Set(kept);
  const gone = parts.flatMap(({ snapshot }, i) => (stays.has(i) ? [] : [snapshot]));
  if (gone.length === 0) return recent;
  const all = [...gone, ...recent.filter(({ text }) => gone.every((own) => own.text !== text))].slice(0, MOST_KEPT);
  let room = MOST_CHARACTERS;
  return all.filter(({ text }, i) => i === 0 || (room -= text.length) >= 0);
}

/** A text that is read as a whole, whatever stands in it. */
export const onePart = (snapshot: Snapshot): Parts => {
  const { text } = snapshot;
  return { text, parts: [{ start: 0, snapshot }], split: { text, ranges: [{ start: 0, end: text.length }] }, recent: [] };
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
