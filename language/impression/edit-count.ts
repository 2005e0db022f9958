import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

const SEVERAL = /^(two|three|four|five)$/;

/** One number word for another; null where the noun would have to change with it (`a single mass`), or is no number word. */
export function rewordCount(text: string, range: Span, said: Said): Rewording | null {
  const words = wordsAt(text, range);
  if (said.count === null || !SEVERAL.test(said.count) || !SEVERAL.test(fold(words))) return null;
  return { range, words: likeCase(words, said.count) };
}
