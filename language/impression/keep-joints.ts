import { fold } from '../text/fold.ts';

/** `D4`, `D4/5`; the bare `7` of `D4-7`. */
const PLACE = /(?:th|[cdtls]v?-?)?\d{1,2}(?:\/[cdtls]?\d{1,2})?|coccyx/gi;

/**
 * Level words put in place of others, with what stood between the levels where that says the same: `D4 - D8` becomes `D4 - D7`,
 * `D5, D7 & D10` becomes `D5, D7 & D9`. The new words as they are where they join otherwise.
 */
export function keepJoints(words: string, wanted: string): string {
  const [old, now] = [partsOf(words), partsOf(wanted)];
  if (old.places.length !== now.places.length || !old.joints.every((joint, i) => joinsAlike(joint, now.joints[i] ?? '', old.places[i])))
    return wanted;
  return now.places.map((place, i) => `${old.joints[i - 1] ?? ''}${place}`).join('');
}

interface Parts {
  readonly places: readonly string[];
  /** What stands between two places. */
  readonly joints: readonly string[];
}

function partsOf(words: string): Parts {
  const found = [...words.matchAll(PLACE)];
  const ends = found.map(({ index, 0: place }) => index + place.length);
  return { places: found.map(([place]) => place), joints: found.slice(1).map(({ index }, i) => words.slice(ends[i], index)) };
}

/** A dash behind a disc (`D5/6-D6/7`) may stand for a list. */
const joinsAlike = (old: string, now: string, before = ''): boolean =>
  isRange(old) === isRange(now) || (before.includes('/') && /^\s*-+\s*$/.test(fold(old)));

const isRange = (joint: string): boolean => /-|\b(?:to|through)\b/.test(fold(joint));
