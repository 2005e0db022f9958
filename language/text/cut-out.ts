import type { LongText } from './long-text.ts';

/**
 * The words from `start` to `end` as a string of its own. What an engine gives for a slice may hold the whole text that it was cut from;
 * kept for long, so would be each version of a text that a few words of it are left of.
 */
export function cutOut(text: LongText, start: number, end = text.length): string {
  return start === 0 && end >= text.length ? text.slice(0) : copyOf(text.slice(start, end));
}

/** Put together anew, and cut of what was added, words are a slice of memory of their own. */
export const copyOf = (words: string): string => `${words}\n`.slice(0, -1);
