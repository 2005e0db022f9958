import type { Lexicon, Match } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

/** A word (`isn't`, `5.2`, `c3-c4`) or a single symbol, folded. */
export interface Word extends Span {
  readonly text: string;
}

/** The words of one stretch of dictation, with what a reader of spoken forms may ask about them. */
export interface Words {
  readonly list: readonly Word[];
  /** The text of a word; empty before the first and after the last. */
  at(i: number): string;
  span(from: number, next: number): Span;
  original(from: number, next: number): string;
  /** Longest term that begins with this word. */
  match(i: number): Match | null;
  /** Categories of the word alone. */
  categories(i: number): readonly Category[];
  readonly lexicon: Lexicon;
}

const WORD = /[\p{L}\p{N}]+(?:['/-][\p{L}\p{N}]+|[.,:](?=\p{N})[\p{L}\p{N}]+)*|\S/gu;

/** Words of `text` within `range`; `folded` is the same text, offset for offset. */
export function wordsOf(text: string, folded: string, range: Span, lexicon: Lexicon): Words {
  const part = folded.slice(range.start, range.end);
  const list: Word[] = [];
  for (const { index, 0: word } of part.matchAll(WORD)) {
    list.push({ start: range.start + index, end: range.start + index + word.length, text: word });
  }
  const at = (i: number): string => list[i]?.text ?? '';
  const span = (from: number, next: number): Span => ({ start: list[from]?.start ?? range.end, end: list[next - 1]?.end ?? range.end });
  return {
    list,
    at,
    span,
    original: (from, next) => text.slice(span(from, next).start, span(from, next).end),
    match: (i) => (list[i] === undefined ? null : lexicon.match(folded, list[i].start)),
    categories(i) {
      const match = at(i) === '' ? null : lexicon.match(at(i), 0);
      return match === null || match.end < at(i).length ? [] : match.senses.map((s) => s.term.category);
    },
    lexicon,
  };
}
