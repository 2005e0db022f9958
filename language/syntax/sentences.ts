import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { markEnd, skipBlanks, trimEnd } from './line.ts';

/** A sentence of a block, or the list mark that begins an item inside it. */
export interface Piece {
  readonly span: Span;
  readonly mark: Span | null;
}

/**
 * Parts a block of text into sentences: at full stops that end no number or abbreviation, at semicolons, and at line
 * breaks behind which a new sentence starts. `original` and `folded` are the same text, offset for offset; `plain`: the block begins
 * a line, in small letters (`isPlain`).
 */
export function sentences(
  original: string,
  folded: string,
  block: Span,
  inList: boolean,
  plain: boolean,
  lexicon: Lexicon,
  item = 0,
): Piece[] {
  const width = widest(folded, block);
  let number = item;
  const pieces: Piece[] = [];
  let mark: Span | null = null;
  let start = skipBlanks(folded, block.start, block.end);
  let lineStart = block.start;
  let quoted = false;
  const close = (end: number): void => {
    const to = trimEnd(folded, start, end);
    if (to > start && !/^[.,;:\s]*$/.test(folded.slice(start, Math.min(to, start + 8)))) {
      for (const span of bounded(folded, start, to)) {
        pieces.push({ span, mark });
        mark = null;
      }
    }
  };
  for (let i = start; i < block.end; i++) {
    const c = folded[i];
    if (inList && c === ' ' && isNextMark(folded, i + 1, number)) {
      close(i);
      number++;
      mark = { start: i + 1, end: i + 2 + String(number).length };
      start = skipBlanks(folded, mark.end, block.end);
      i = start - 1;
      continue;
    }
    if (c === '"') quoted = !quoted;
    if (c === '\n') quoted = false;
    const ends =
      !quoted &&
      (c === '.'
        ? isFullStop(original, folded, i, block, lexicon)
        : c === ';'
          ? true
          : c === '!' || c === '?'
            ? isClosing(folded, i)
            : c === '\n'
              ? breaksSentence(original, folded, lineStart, i, block.end, width, plain)
              : false);
    if (c === '\n') lineStart = i + 1;
    if (!ends) continue;
    close(c === '\n' ? i : i + 1);
    start = skipBlanks(folded, i + 1, block.end);
    const listed = inList ? markEnd(folded, start, block.end) : -1;
    if (listed > 0 && /\d/.test(folded[start] ?? '')) {
      mark = { start, end: listed };
      number = Number.parseInt(folded.slice(start, listed).replace('(', ''), 10);
      start = skipBlanks(folded, listed, block.end);
    }
    i = Math.max(i, start - 1);
  }
  close(block.end);
  return pieces;
}

/** `1) normal 2) enlarged`: the next number of the list in the middle of a line. */
const isNextMark = (folded: string, at: number, number: number): boolean => {
  const next = `${number + 1}`;
  return (
    number > 0 &&
    folded.startsWith(next, at) &&
    (folded[at + next.length] === ')' || folded[at + next.length] === '.') &&
    isSpace(folded[at + next.length + 1]) &&
    at + next.length + 2 < folded.length
  );
};

/** No sentence is longer than this: what is, is cut at a blank or comma, so that reading stays linear in any text. */
const LONGEST = 1500;

function bounded(folded: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    let cut = from + LONGEST;
    while (cut > from + LONGEST / 2 && !', \n'.includes(folded[cut - 1] ?? '')) cut--;
    if (cut <= from + LONGEST / 2) cut = from + LONGEST;
    spans.push({ start: from, end: cut });
    from = skipBlanks(folded, cut, end);
  }
  if (end > from) spans.push({ start: from, end });
  return spans;
}

const isSpace = (c: string | undefined): boolean => c === undefined || c === ' ' || c === '\n' || c === '\r' || c === '\t';
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isClosing = (folded: string, i: number): boolean => !isSpace(folded[i - 1]) && isSpace(folded[i + 1]);

function isFullStop(original: string, folded: string, i: number, block: Span, lexicon: Lexicon): boolean {
  const next = folded[i + 1];
  if (i + 1 >= block.end) return true;
  if (isDigit(next)) return false;
  if (!isSpace(next)) {
    const upper = original[i + 1] ?? '';
    return /[A-Z]/.test(upper) && /[a-z0-9)][a-z0-9)]/.test(original.slice(Math.max(0, i - 2), i)) && /[a-z]/.test(original[i + 2] ?? '');
  }
  let from = i;
  while (from > block.start && /[a-z0-9']/.test(folded[from - 1] ?? '')) from--;
  const word = folded.slice(from, i);
  // `R > L. Kidneys N. No ascites.`, not `the R. kidney`.
  const isSide = /((>|\+|\/|\band) ?[LR]|[a-z]{4} N)$/.test(original.slice(Math.max(0, i - 6), i));
  if (word.length === 1 && /[a-z]/.test(word) && !isSide) return /^\s*[\r\n]/.test(folded.slice(i + 1, i + 3));
  if (word === 'no') return !/^\s*\d/.test(folded.slice(i + 1, i + 4));
  if (word === '' || word.length > 6) return true;
  const match = lexicon.match(folded, from);
  if (match === null || match.end !== i || !match.senses.some((s) => s.term.category === 'abbreviation')) return true;
  return /^\s*\n\s*[A-Z]/.test(original.slice(i + 1, i + 12));
}

/** Whether the line break at `i` ends a sentence: not when the line was only wrapped there. */
function breaksSentence(
  original: string,
  folded: string,
  lineStart: number,
  i: number,
  end: number,
  width: number,
  plain: boolean,
): boolean {
  const next = skipBlanks(folded, i + 1, end);
  if (next >= end) return true;
  const first = original[next] ?? '';
  const nextLineStart = i + 1;
  if (next - nextLineStart >= 2 && next - nextLineStart > indentOf(folded, lineStart)) return false;
  if (/[a-z(]/.test(first) && !(plain && startsStatement(folded, lineStart, i, next, width))) return false;
  const last = folded[trimEnd(folded, lineStart, i) - 1] ?? '';
  if (last === ',' || last === '-' || last === '(' || last === '/') return false;
  const length = trimEnd(folded, lineStart, i) - lineStart;
  if (endsOpen(folded, lineStart, i)) return false;
  // A capital tells nothing where words are written in capitals anyway (`MRI`, `T4`, a report in capitals).
  const tells = !/^([A-Z]{2,}|[A-Z]\d|\d)/.test(original.slice(next, next + 3));
  return tells ? length < WRAPPED || length < 0.6 * width : length < Math.max(36, 0.7 * width);
}

/**
 * In text that is written in small letters from its first line on, a line well short of the others was not wrapped: the next
 * begins a statement unless its first word leads on.
 */
const startsStatement = (folded: string, lineStart: number, i: number, next: number, width: number): boolean =>
  trimEnd(folded, lineStart, i) - lineStart < 0.6 * width &&
  !/^(\(|(with|and|or|at|of|in|on|to|from|into|by|for|as|than|which|that|who|is|are|was|were|but|without|causing|measuring)\b)/.test(
    folded.slice(next, next + 12),
  );

/** Whether what begins at an offset begins a line, in small letters. */
export const isPlain = (original: string, start: number): boolean =>
  /[a-z]/.test(original[start] ?? '') && /(^|\n)[ \t]*$/.test(original.slice(Math.max(0, start - 40), start));

/** Length of the longest line of a block. */
function widest(folded: string, block: Span): number {
  let most = 0;
  for (let at = block.start; at < block.end; ) {
    const newline = folded.indexOf('\n', at);
    const end = newline < 0 || newline > block.end ? block.end : newline;
    most = Math.max(most, end - at);
    at = end + 1;
  }
  return most;
}

/** A line that ends in a word that cannot end a sentence was wrapped. */
export const endsOpen = (folded: string, lineStart: number, i: number): boolean =>
  /\b(and|or|of|the|a|an|with|in|at|to|from|by|is|are|no|without|for|on|into|causing|which|left|right|mild|moderate|severe)\s*$/.test(
    folded.slice(Math.max(lineStart, i - 20), i),
  );

const indentOf = (folded: string, lineStart: number): number => skipBlanks(folded, lineStart, lineStart + 40) - lineStart;

/** A line at least this long may have been wrapped by an exporter, even where the next begins with a capital. */
const WRAPPED = 56;
