import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';

/** A sentence as written, or a run of dictation up to the next written end. */
export interface Stretch extends Span {
  /** It begins its line. */
  readonly first: boolean;
}

/** A line shorter than this was ended on purpose; a longer one may have been wrapped. */
const WRAPPED = 56;

/** What cannot end a sentence: a line that ends like this was wrapped. */
const OPEN_END =
  /(?:,|-|\/|\(|\b(?:and|or|of|the|a|an|with|in|at|to|from|by|is|are|no|without|for|on|into|new|open|close|point|comma|colon|semicolon|hyphen|dash|slash))\s*$/;

/**
 * Parts a text into stretches that are judged and normalised one by one: at full stops, blank lines, and at line breaks that
 * did not only wrap a sentence.
 */
export function stretches(text: string, folded: string, lexicon: Lexicon): Stretch[] {
  const out: Stretch[] = [];
  let open: { start: number; end: number; first: boolean } | null = null;
  let before: Span | null = null;
  const close = (): void => {
    if (open !== null) out.push(open);
    open = null;
  };
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const line = trimmed(folded, at, stop < 0 ? text.length : stop);
    if (line.start === line.end || before === null || open === null || !continues(text, folded, open.start, before, line, lexicon)) close();
    for (const part of sentencesOf(folded, line, lexicon)) {
      if (part.start !== line.start) close();
      if (open === null) open = { start: part.start, end: part.end, first: part.start === line.start };
      else open.end = part.end;
    }
    before = line.start === line.end ? null : line;
    at = stop < 0 ? text.length : stop + 1;
  }
  close();
  return out;
}

/** A small letter: where a sentence begins with one, nobody wrote it with care. */
export const isSmall = (c: string | undefined): boolean => c !== undefined && c.toUpperCase() !== c && c.toUpperCase().length === c.length;

function trimmed(folded: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(folded[from])) from++;
  while (to > from && isBlank(folded[to - 1])) to--;
  return { start: from, end: to };
}

const isBlank = (c: string | undefined): boolean => c !== undefined && c.trim() === '';

/** Whether `line` goes on with the sentence that began at `start` and reaches to the line before. */
function continues(text: string, folded: string, start: number, before: Span, line: Span, lexicon: Lexicon): boolean {
  if (!isSmall(text[line.start])) return false;
  if (isEnd(folded, before.end - 1, before, lexicon) || isHeading(folded, before, lexicon)) return false;
  const end = folded.slice(Math.max(before.start, before.end - 24), before.end);
  return !isSmall(text[start]) || before.end - before.start >= WRAPPED || OPEN_END.test(end);
}

function isHeading(folded: string, line: Span, lexicon: Lexicon): boolean {
  const match = lexicon.match(folded, line.start);
  if (match === null || match.end > line.end || !match.senses.some((s) => s.term.category === 'heading')) return false;
  return /^\s*:?$/.test(folded.slice(match.end, Math.min(line.end, match.end + 40)));
}

function sentencesOf(folded: string, line: Span, lexicon: Lexicon): Span[] {
  const out: Span[] = [];
  let start = line.start;
  for (let i = line.start; i < line.end; i++) {
    if (!isBlank(folded[i + 1]) || !isEnd(folded, i, line, lexicon)) continue;
    out.push({ start, end: i + 1 });
    start = i + 1;
    while (start < line.end && isBlank(folded[start])) start++;
    i = start - 1;
  }
  if (start < line.end) out.push({ start, end: line.end });
  return out;
}

/** A full stop, question or exclamation mark at `i` that ends a sentence: none behind an abbreviation, a letter or a list number. */
function isEnd(folded: string, i: number, line: Span, lexicon: Lexicon): boolean {
  const c = folded[i];
  if (c === '!' || c === '?') return true;
  if (c !== '.') return false;
  let from = i;
  while (from > line.start && i - from < LONGEST_ABBREVIATION && /[\p{L}\p{N}.]/u.test(folded[from - 1] ?? '')) from--;
  const word = folded.slice(from, i);
  if (word.length === 1 && /\D/.test(word)) return i + 1 >= line.end;
  if (from === line.start && /^\d+$/.test(word)) return false;
  const match = word.length < LONGEST_ABBREVIATION ? lexicon.match(folded, from) : null;
  return match === null || match.end !== i || !match.senses.some((s) => s.term.category === 'abbreviation');
}

const LONGEST_ABBREVIATION = 8;
