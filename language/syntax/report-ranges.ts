import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { headerKeyAt, headingAt, isSeparator, skipBlanks } from './line.ts';

/** Header keys that a report has once. */
const ONCE: ReadonlySet<string> = new Set(['exam', 'patient']);

/** What a line is where reports are told apart. */
interface Line {
  readonly isBlank: boolean;
  /** Whether it is a line of dashes. */
  readonly parts: boolean;
  readonly heading: string | undefined;
  readonly key: string | undefined;
}

function lineAt(folded: string, at: number, end: number, lexicon: Lexicon): Line {
  const words = skipBlanks(folded, at, end);
  const parts = isSeparator(folded, at, end);
  if (parts || words >= end) return { isBlank: words >= end, parts, heading: undefined, key: undefined };
  const heading = headingAt(folded, words, end, lexicon)?.id;
  return { isBlank: false, parts, heading, key: headerKeyAt(folded, words, end, lexicon)?.id };
}

/** What the lines of a text are, as one word for each text that its reports are told apart in by the same lines. */
export function shapeOf(folded: string, lexicon: Lexicon): string {
  let shape = '';
  for (let at = 0; at <= folded.length; ) {
    const found = folded.indexOf('\n', at);
    const end = found < 0 ? folded.length : found;
    const { isBlank, parts, heading, key } = lineAt(folded, at, end, lexicon);
    shape += `${isBlank ? ' ' : parts ? '-' : `${heading} ${key}`}\n`;
    at = end + 1;
  }
  return shape;
}

/**
 * The reports of a text, in order: parted by lines of dashes, or by a second header. `Exam:` or `Patient:` begins another report
 * where the report before has said it too, has an impression in between, and findings or another impression follow. Never empty.
 */
export function reportRanges(text: string, folded: string, lexicon: Lexicon): Span[] {
  const ranges: Span[] = [];
  let start = 0;
  /** Keys of this report's header, and of what may be the next one's. */
  let seen = new Set<string>();
  let seenNext = new Set<string>();
  let ended = false;
  let next: number | null = null;
  let block: number | null = null;
  let afterBlank = true;
  const cut = (end: number, from: number): void => {
    if (ranges.length === 0 || folded.slice(start, end).trim() !== '') ranges.push({ start, end });
    [start, ended, next, block, seen, seenNext] = [from, false, null, null, from === next ? seenNext : new Set(), new Set()];
  };
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const { isBlank, parts, heading, key } = lineAt(folded, at, end, lexicon);
    if (parts) cut(at, end + 1);
    else if (isBlank) block = null;
    else {
      if (heading === 'findings' || heading === 'impression') {
        if (next !== null) cut(next, next);
        ended ||= heading === 'impression';
      } else if (key !== undefined) {
        block ??= afterBlank ? at : null;
        if (ended && next === null && block !== null && ONCE.has(key) && seen.has(key)) next = block;
        if (next !== null) seenNext.add(key);
        else if (!ended) seen.add(key);
      } else block = null;
    }
    afterBlank = isBlank;
    at = end + 1;
  }
  if (start <= text.length) cut(text.length, text.length + 1);
  return ranges;
}
