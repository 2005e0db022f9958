import type { Snapshot } from './language.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { type Split, split, splitAgain } from './syntax/split-again.ts';
import type { SameEnds } from './text/common-ends.ts';
import { cutOut } from './text/cut-out.ts';
import { lastUpTo } from './text/last-up-to.ts';
import type { LongText } from './text/long-text.ts';

/** One version of a text as its reports. Immutable. */
export interface Parts {
  /** Each report, read by itself, in the order of the text; never empty. */
  readonly snapshots: readonly Snapshot[];
  /** Where each begins: the offsets of its snapshot count from there. */
  readonly starts: readonly number[];
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
 * `same` is what is known to have stayed as it was.
 */
export function readParts(
  text: LongText,
  before: Parts | null,
  lexicon: Lexicon,
  read: (text: string) => Snapshot,
  same?: SameEnds,
): Parts {
  if (before === null) {
    const parted = split(text, lexicon);
    const whole = text.slice(0);
    const snapshots = parted.starts.map((start, i) => read(whole.slice(start, parted.ends[i])));
    return { snapshots, starts: parted.starts, split: parted, recent: [] };
  }
  const again = splitAgain(before.split, text, lexicon, same);
  const { starts, ends, head, tail } = again;
  const behind = before.snapshots.length - tail;
  const gone = before.snapshots.slice(head, behind);
  const known = new Map([...before.recent, ...gone].map((snapshot) => [snapshot.text, snapshot]));
  const fresh = starts.slice(head, starts.length - tail).map((start, i) => {
    const words = cutOut(text, start, ends[head + i]);
    return known.get(words) ?? read(words);
  });
  const snapshots = before.snapshots.slice(0, head).concat(fresh, before.snapshots.slice(behind));
  return { snapshots, starts, split: again, recent: recentOf(before, gone, fresh) };
}

/** What a version leaves behind, with what it had kept itself. */
function recentOf({ recent }: Parts, replaced: readonly Snapshot[], fresh: readonly Snapshot[]): readonly Snapshot[] {
  const gone = replaced.filter((snapshot) => !fresh.includes(snapshot));
  if (gone.length === 0) return recent;
  const all = [...gone, ...recent.filter(({ text }) => gone.every((own) => own.text !== text))].slice(0, MOST_KEPT);
  let room = MOST_CHARACTERS;
  return all.filter(({ text }, i) => i === 0 || (room -= text.length) >= 0);
}

/** A text that is read as a whole, whatever stands in it. */
export const onePart = (snapshot: Snapshot): Parts => {
  const { text } = snapshot;
  return { snapshots: [snapshot], starts: [0], split: { text, starts: [0], ends: [text.length] }, recent: [] };
};

/** Index of the part that an offset is in; between two, the one before. */
export const partAt = ({ starts }: Parts, offset: number): number => Math.max(lastUpTo(starts, offset), 0);
