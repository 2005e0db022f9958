import { uncomment } from '../syntax/comments.ts';
import type { Span } from '../text/span.ts';
import { isBlank } from './page.ts';

/**
 * A report as it goes out: comments are taken out, with the blanks before them, and the whole line where nothing else stands on it.
 * Comments that were a paragraph of their own leave one blank line, not two. Every other byte is as it was, line ends included. Linear.
 */
export function plainText(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of takenOut(text)) {
    kept.push(text.slice(from, start));
    from = end;
  }
  return [...kept, text.slice(from)].join('');
}

/** In order, apart from each other; lines of comments that follow each other go as one. */
function takenOut(text: string): Span[] {
  const spans: Span[] = [];
  for (const comment of uncomment(text).comments) {
    const start = beforeBlanks(text, comment.start);
    if (!isLineStart(text, start)) {
      spans.push({ start, end: comment.end });
      continue;
    }
    const end = behindBreak(text, comment.end);
    const last = spans.at(-1);
    if (last?.end === start) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans.map((span) => (isBehindBlankLine(text, span.start) ? { start: span.start, end: behindBlankLine(text, span.end) } : span));
}

function beforeBlanks(text: string, at: number): number {
  let start = at;
  while (start > 0 && isBlank(text[start - 1])) start--;
  return start;
}

const isLineStart = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** Whether a line begins here and the one before it, if there is one, holds nothing. */
function isBehindBlankLine(text: string, at: number): boolean {
  if (at === 0) return true;
  if (text[at - 1] !== '\n') return false;
  const end = text[at - 2] === '\r' ? at - 2 : at - 1;
  return isLineStart(text, beforeBlanks(text, end));
}

const behindBreak = (text: string, at: number): number => (text.startsWith('\r\n', at) ? at + 2 : text[at] === '\n' ? at + 1 : at);

/** Behind a line that holds nothing; `at` where there is something, or where no line begins. */
function behindBlankLine(text: string, at: number): number {
  if (!isLineStart(text, at)) return at;
  let end = at;
  while (isBlank(text[end])) end++;
  return behindBreak(text, end) > end ? behindBreak(text, end) : at;
}
