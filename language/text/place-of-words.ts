import type { Span } from './span.ts';

/** The first place of words that stand free of other words; null where they do not stand in the text as they are. */
export function placeOfWords(text: string, words: string): Span | null {
  if (words === '') return null;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(end))) return { start, end };
  }
  return null;
}
