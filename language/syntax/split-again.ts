import type { Lexicon } from '../lexicon/lexicon.ts';
import { commonEnds, type SameEnds } from '../text/common-ends.ts';
import { fold } from '../text/fold.ts';
import { lastUpTo } from '../text/last-up-to.ts';
import type { LongText } from '../text/long-text.ts';
import { type Span, shift } from '../text/span.ts';
import { uncomment } from './comments.ts';
import { linesOf } from './lines.ts';
import { reportRanges, shapeOf } from './report-ranges.ts';

/** A text and where its reports begin and end; numbers and no ranges, as there may be thousands, and each key that is typed moves them. */
export interface Split {
  readonly text: LongText;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The lines that were looked at last: of the next key, they are mostly the same. */
  readonly around?: Around;
}

/** The shape of a few lines: those from `from` up to `behind` units before the end of the text. */
interface Around {
  readonly from: number;
  readonly behind: number;
  readonly shape: string;
}

/** The reports of a text, each by its range. */
export function split(text: LongText, lexicon: Lexicon): Split {
  const ranges = rangesIn(text.slice(0), lexicon);
  return { text, starts: ranges.map(({ start }) => start), ends: ranges.map(({ end }) => end) };
}

function rangesIn(text: string, lexicon: Lexicon): Span[] {
  const plain = uncomment(text).text;
  const folded = fold(plain);
  return reportRanges(folded, linesOf(plain, folded, lexicon));
}

/** The reports of a later version of a text. So many of the first ones, and of the last ones, have the same words as in the version before. */
export interface SplitAgain extends Split {
  readonly head: number;
  readonly tail: number;
}

/**
 * As `split`, but only the reports around what has changed are looked at: where a report begins depends on the lines of the one before
 * it and on its own, and on nothing else. `same` is what is known to have stayed as it was.
 */
export function splitAgain(before: Split, text: LongText, lexicon: Lexicon, same: SameEnds = commonEnds(before.text, text)): SplitAgain {
  const { starts, ends } = before;
  const count = starts.length;
  const by = text.length - before.text.length;
  if (same.start === text.length && by === 0) return { ...before, text, head: count, tail: 0 };
  // The report that holds the first change, and the one before it, whose end may depend on that.
  const touched = Math.max(lastUpTo(starts, same.start), 0);
  const end = ends[touched] ?? 0;
  const isLast = end === before.text.length;
  // What was typed up to where the next report begins may have moved that into its line.
  const kept = before.text.length - same.end;
  const isWhole = end > kept || (end === kept && (isLast || text.charCodeAt(end + by - 1) === NEWLINE));
  const isWithin = isWhole && (same.start < end || isLast);
  const around = isWithin ? sameShapeAround(before, text, same, lexicon) : null;
  if (around !== null) {
    return {
      text,
      around,
      starts: moved(starts, touched + 1, by),
      ends: moved(ends, touched, by),
      head: touched,
      tail: count - touched - 1,
    };
  }
  const first = Math.max(touched - 1, 0);
  const from = starts[first] ?? 0;
  for (let ahead = 3; ; ahead *= 2) {
    const last = Math.min(Math.max(lastUpTo(starts, before.text.length - same.end), 0) + ahead, count - 1);
    const isAll = last === count - 1;
    const to = isAll ? text.length : (ends[last] ?? 0) + by;
    const found = rangesIn(text.slice(from, to), lexicon)
      .map((range) => shift(range, from))
      // Only the first report of a text may be empty.
      .filter((range, i) => first === 0 || i > 0 || text.slice(range.start, range.end).trim() !== '');
    // From the first report that begins where one did before, behind all that changed, everything is as it was.
    const meets = ({ start }: Span): number => {
      if (start < text.length - same.end) return -1;
      const i = lastUpTo(starts, start - by);
      return i > first && starts[i] === start - by ? i : -1;
    };
    const met = found.findIndex((range) => meets(range) >= 0);
    if (met < 0 && !isAll) continue;
    const fresh = met < 0 ? found : found.slice(0, met);
    const rest = met < 0 ? count : meets(found[met] as Span);
    const join = (old: readonly number[], own: readonly number[]): number[] => [
      ...old.slice(0, first),
      ...own,
      ...moved(old.slice(rest), 0, by),
    ];
    // The first one was looked at for where it ends; mostly that is where it was.
    const isAsBefore = fresh[0]?.start === from && fresh[0].end === ends[first] && fresh[0].end <= same.start;
    return {
      text,
      starts: join(
        starts,
        fresh.map((range) => range.start),
      ),
      ends: join(
        ends,
        fresh.map((range) => range.end),
      ),
      head: isAsBefore ? first + 1 : first,
      tail: count - rest,
    };
  }
}

/** Offsets of which those from an index on are moved. */
function moved(offsets: readonly number[], from: number, by: number): readonly number[] {
  if (by === 0) return offsets;
  const all = offsets.slice();
  for (let i = from; i < all.length; i++) all[i] = (all[i] ?? 0) + by;
  return all;
}

/** The lines around what has changed, where they begin and end reports as they did: most of what is typed is words within a line. */
function sameShapeAround(before: Split, now: LongText, { start, end }: SameEnds, lexicon: Lexicon): Around | null {
  // What a line is may depend on the words of the next two.
  let from = start;
  for (let lines = 0; from > 0 && lines <= LINES_AROUND; from--) if (now.charCodeAt(from - 1) === NEWLINE && ++lines > LINES_AROUND) break;
  let behind = end;
  for (let lines = 0; behind > 0; behind--) if (now.charCodeAt(now.length - behind) === NEWLINE && ++lines > LINES_AROUND) break;
  const shapeIn = (text: LongText): string => {
    const plain = uncomment(text.slice(from, text.length - behind)).text;
    return shapeOf(plain, fold(plain), lexicon);
  };
  const last = before.around;
  const was = last?.from === from && last.behind === behind ? last.shape : shapeIn(before.text);
  const shape = shapeIn(now);
  return shape === was ? { from, behind, shape } : null;
}

const LINES_AROUND = 2;
const NEWLINE = 10;
