import { isMark, type Place } from './mark-or-word.ts';
import type { Heard, Spoken } from './piece.ts';
import { SPOKEN_MARKS, type SpokenMark } from './spoken-marks.ts';
import type { Words } from './words.ts';

const BY_FIRST = Map.groupBy(
  SPOKEN_MARKS.toSorted((a, b) => b.said.length - a.said.length),
  ({ said }) => said[0] ?? '',
);

/** The words said for a mark at `i`, whether or not they are meant as one. */
export function spokenMarkAt(words: Words, i: number): SpokenMark | null {
  return BY_FIRST.get(words.at(i))?.find(({ said }) => said.every((word, k) => words.at(i + k) === word)) ?? null;
}

/** `comma`, `full stop`, `new line`; null where the words are words, as in `sigmoid colon`. */
export function hearMark(words: Words, i: number, sentence: number): Heard | null {
  const mark = spokenMarkAt(words, i);
  if (mark === null) return null;
  const place: Place = { words, from: i, next: i + mark.said.length, sentence };
  if (!isMark(mark, place)) return null;
  const joint = mark.role === 'joint' && !isJoined(place);
  return {
    next: place.next,
    pieces: [
      {
        span: words.span(i, place.next),
        written: mark.written,
        role: joint ? 'word' : mark.role,
        why: 'mark',
        spoken: SPOKEN[mark.may],
      },
    ],
  };
}

const SPOKEN: Readonly<Record<SpokenMark['may'], Spoken>> = {
  always: 'sure',
  shape: 'sure',
  period: 'likely',
  line: 'likely',
  colon: 'no',
  noun: 'no',
};

/** `soft hyphen tissue` is one word; a dash between other words stands apart from them. */
function isJoined({ words, from, next }: Place): boolean {
  const before = words.at(from - 1);
  const after = words.at(next);
  if (words.at(from) !== 'dash' || /^\d/.test(before) || /^\d/.test(after)) return true;
  if (/^(weighted|enhanced|sided|up|suppressed|related|like)$/.test(after)) return true;
  const joined = `${before}-${after}`;
  return words.lexicon.match(joined, 0)?.end === joined.length;
}
