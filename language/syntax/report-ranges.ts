import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { type Line, linesOf } from './lines.ts';

/** Header keys that a report has once. */
const ONCE: ReadonlySet<string> = new Set(['exam', 'patient']);

const NONE: readonly string[] = [];

const withKey = (keys: readonly string[], key: string): readonly string[] => (!ONCE.has(key) || keys.includes(key) ? keys : [...keys, key]);

/** What the lines of a text are, as one word for each text that its reports are told apart in by the same lines. */
export function shapeOf(text: string, folded: string, lexicon: Lexicon): string {
  let shape = '';
  for (const { stretch, heading } of linesOf(text, folded, lexicon))
    shape += `${stretch.isBlank ? ' ' : stretch.isSeparator ? '-' : `${heading?.id} ${stretch.key?.id} ${stretch.folded.trim() === ''}`}\n`;
  return shape;
}

/**
 * The reports of a text, in order: parted by lines of dashes, or by a second header. `Exam:` or `Patient:` begins another report
 * where the report before has said it too, has an impression in between, and findings or another impression follow. Never empty.
 */
export function reportRanges(folded: string, lines: readonly Line[]): Span[] {
  const ranges: Span[] = [];
  let start = 0;
  /** Keys that stand once, of this report's header and of what may be the next one's, from its first line on. */
  let seen = NONE;
  let seenNext = NONE;
  let ended = false;
  let next: number | null = null;
  let block: number | null = null;
  let afterBlank = true;
  const cut = (end: number, from: number): void => {
    if (ranges.length === 0 || folded.slice(start, end).trim() !== '') ranges.push({ start, end });
    start = from;
    seen = from === next ? seenNext : NONE;
    seenNext = NONE;
    ended = false;
    next = null;
    block = null;
  };
  for (const { start: at, end, stretch, heading: lead } of lines) {
    const { isBlank } = stretch;
    const parts = stretch.isSeparator;
    const heading = lead?.id;
    const key = isBlank || parts ? undefined : stretch.key?.id;
    if (parts) cut(at, end + 1);
    else if (isBlank) block = null;
    else {
      if (heading === 'findings' || heading === 'impression') {
        if (next !== null) cut(next, next);
        ended ||= heading === 'impression';
        // Lines above a heading are no header of what follows below it.
        block = null;
      } else if (key !== undefined) {
        if (block === null && next === null) seenNext = NONE;
        block ??= afterBlank ? at : null;
        seenNext = withKey(seenNext, key);
        if (ended && next === null && block !== null && seen.includes(key)) next = block;
        if (next === null && !ended) seen = withKey(seen, key);
      } else block = null;
    }
    afterBlank = isBlank;
  }
  if (start <= folded.length) cut(folded.length, folded.length + 1);
  return ranges;
}
