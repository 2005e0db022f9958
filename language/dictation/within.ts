import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import type { Change } from './change.ts';
import { normaliseDictation } from './dictation.ts';

/** Said for a full stop. */
const SPOKEN_STOP = /\b(?:period|full ?stop|stop|dot|point)$/i;

/**
 * What makes report text of the dictation in a part of a text; what stands around it is read, so that the dictation goes on with its
 * sentence, and is not changed. Dictation that a person will go on with (`goesOn`) gets no full stop at its end but a spoken one.
 */
export function dictationWithin(text: string, part: Span, lexicon: Lexicon, goesOn: boolean): Change[] {
  const changes = normaliseDictation(text, lexicon).changes.filter(
    ({ original }) => original.start >= part.start && original.end <= part.end,
  );
  const last = changes.at(-1);
  if (!goesOn || last === undefined) return changes;
  const isAtEnd = text.slice(last.original.end, part.end).trim() === '';
  if (!isAtEnd || !last.written.endsWith('.') || SPOKEN_STOP.test(last.words)) return changes;
  const written = last.written.slice(0, -1);
  const isSame = written === text.slice(last.original.start, last.original.end);
  return [...changes.slice(0, -1), ...(isSame ? [] : [{ ...last, written }])];
}
