import { uncomment } from '../syntax/comments.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** Words in brackets on one line. */
const FIELD = /\[[^[\]\n\r]*\]/g;
/** Of an image in a series, as viewers write it: `[12]`, `[3/45]`. */
const IMAGE = /^\[\s*\d+(?:\s*[/,:-]\s*\d+)*\s*\]$/;

/** Fields of a text that still wait for their words (`[name]`, `[mild|severe]`, `[]`), in order; not those in comments or quotes, and no numbers of images. */
export function openFields(text: string): Span[] {
  if (!text.includes('[')) return [];
  const plain = uncomment(text).text;
  const quotes = quotesOf(fold(plain));
  let next = 0;
  return [...plain.matchAll(FIELD)].flatMap(({ index, 0: words }): Span[] => {
    while ((quotes[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const isQuoted = (quotes[next]?.start ?? Number.POSITIVE_INFINITY) <= index;
    return isQuoted || IMAGE.test(words) ? [] : [{ start: index, end: index + words.length }];
  });
}

/** A quote ends with its line. */
const quotesOf = (folded: string): Span[] =>
  [...folded.matchAll(/"[^"\n]*"/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
