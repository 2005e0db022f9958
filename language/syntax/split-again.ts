import type { Lexicon } from '../lexicon/lexicon.ts';
import { commonEnds } from '../text/common-ends.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { uncomment } from './comments.ts';
import { linesOf } from './lines.ts';
import { reportRanges, shapeOf } from './report-ranges.ts';

/** A text and the ranges of its reports. */
export interface Split {
  readonly text: string;
  readonly ranges: readonly Span[];
}

/** The reports of a text, each by its range. */
export const split = (text: string, lexicon: Lexicon): Split => ({ text, ranges: rangesIn(text, lexicon) });

function rangesIn(text: string, lexicon: Lexicon): Span[] {
  const plain = uncomment(text).text;
  const folded = fold(plain);
  return reportRanges(folded, linesOf(plain, folded, lexicon));
}

/** The ranges of a later version of a text. `kept` says of each range which range of the version before has the same words, or -1. */
export interface SplitAgain extends Split {
  readonly kept: readonly number[];
}

/**
 * As `split`, but only the reports around what has changed are looked at: where a report begins depends on the lines of the one before
 * it and on its own, and on nothing else.
 */
export function splitAgain(before: Split, text: string, lexicon: Lexicon): SplitAgain {
  const old = before.ranges;
  const same = commonEnds(before.text, text);
  const by = text.length - before.text.length;
  // The report that holds the first change, and the one before it, whose end may depend on that.
  const touched = Math.max(
    old.findLastIndex(({ start }) => start <= same.start),
    0,
  );
  const range = old[touched];
  const isWithin =
    range !== undefined && range.end >= before.text.length - same.end && (same.start < range.end || range.end === before.text.length);
  if (isWithin && hasSameShape(before.text, text, same, lexicon)) {
    const ranges = old.map((each, i) => (i < touched ? each : i > touched ? shift(each, by) : { start: each.start, end: each.end + by }));
    return { text, ranges, kept: ranges.map((own, i) => (i === touched ? sameWords(own, text, before) : i)) };
  }
  const first = Math.max(touched - 1, 0);
  const from = old[first]?.start ?? 0;
  for (let ahead = 3; ; ahead *= 2) {
    const last = lastBefore(old, before.text.length - same.end, ahead);
    const isAll = last >= old.length - 1;
    const to = isAll ? text.length : (old[last]?.end ?? 0) + by;
    const found = rangesIn(text.slice(from, to), lexicon)
      .map((range) => shift(range, from))
      // Only the first report of a text may be empty.
      .filter(({ start, end }, i) => first === 0 || i > 0 || text.slice(start, end).trim() !== '');
    // From the first report that begins where one did before, behind all that changed, everything is as it was.
    const meets = (range: Span): number =>
      range.start < text.length - same.end ? -1 : old.findIndex(({ start }, i) => i > first && start + by === range.start);
    const met = found.findIndex((range) => meets(range) >= 0);
    if (met < 0 && !isAll) continue;
    const fresh = met < 0 ? found : found.slice(0, met);
    const rest = met < 0 ? old.length : meets(found[met] as Span);
    return {
      text,
      ranges: [...old.slice(0, first), ...fresh, ...old.slice(rest).map((range) => shift(range, by))],
      kept: [
        ...old.slice(0, first).map((_, i) => i),
        ...fresh.map((range) => sameWords(range, text, before)),
        ...old.slice(rest).map((_, i) => rest + i),
      ],
    };
  }
}

/** Whether the lines around what has changed begin and end reports as they did: most of what is typed is words within a line. */
function hasSameShape(before: string, now: string, { start, end }: { start: number; end: number }, lexicon: Lexicon): boolean {
  // What a line is may depend on the words of the next two.
  let from = start;
  for (let lines = 0; from > 0 && lines <= LINES_AROUND; from--) if (now.charCodeAt(from - 1) === NEWLINE && ++lines > LINES_AROUND) break;
  let behind = end;
  for (let lines = 0; behind > 0; behind--) if (now.charCodeAt(now.length - behind) === NEWLINE && ++lines > LINES_AROUND) break;
  const shape = (text: string): string => {
    const plain = uncomment(text.slice(from, text.length - behind)).text;
    return shapeOf(plain, fold(plain), lexicon);
  };
  return shape(before) === shape(now);
}

const LINES_AROUND = 2;
const NEWLINE = 10;

/** Index of the report so many behind the one that holds an offset. */
function lastBefore(ranges: readonly Span[], offset: number, ahead: number): number {
  const at = ranges.findLastIndex(({ start }) => start <= offset);
  return Math.min(Math.max(at, 0) + ahead, ranges.length - 1);
}

/** A report looked at again that says the same at the same place. */
function sameWords({ start, end }: Span, text: string, before: Split): number {
  const i = before.ranges.findIndex((range) => range.start === start);
  const range = before.ranges[i];
  return range !== undefined && text.slice(start, end) === before.text.slice(range.start, range.end) ? i : -1;
}
