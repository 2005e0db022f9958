import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Lead } from './line.ts';
import { type Stretch, stretchesOf } from './stretch.ts';

/** A line of a text, or the rest of one. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly stretch: Stretch;
  /** The heading that it begins with, counted from its start. */
  readonly heading: Lead | null;
}

/** The lines of a text; `folded` is the same text. Never empty. */
export function linesOf(text: string, folded: string, lexicon: Lexicon): Line[] {
  const of = stretchesOf(lexicon);
  const lines: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    lines.push(lineAt(text, folded, at, end, lexicon, of));
    at = end + 1;
  }
  return lines;
}

export function lineAt(text: string, folded: string, start: number, end: number, lexicon: Lexicon, of = stretchesOf(lexicon)): Line {
  const stretch = of(text.slice(start, end));
  const { heading } = stretch;
  return { start, end, stretch, heading: heading === null || goesOn(heading, start, end, folded, lexicon) ? null : heading };
}

/** Whether the words of a heading that nothing parts from the end of its line are a longer term with those of the next. */
function goesOn({ words, rest }: Lead, start: number, end: number, folded: string, lexicon: Lexicon): boolean {
  for (let at = start + words.end; at < start + rest; at++) if (':.'.includes(folded[at] ?? '')) return false;
  return (lexicon.match(folded, start + words.start)?.end ?? 0) > end;
}
