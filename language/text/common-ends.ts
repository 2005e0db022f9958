import type { LongText } from './long-text.ts';

/** Units that are compared at once; the fewer where more are not the same. */
const CHUNKS = [4096, 64];

/** How many units two texts have in common from their beginnings and from their ends, without overlap. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** How long two texts are the same from their beginnings and from their ends, without overlap. Compares in chunks, which costs little. */
export function commonEnds(a: LongText, b: LongText): SameEnds {
  const most = Math.min(a.length, b.length);
  let start = 0;
  for (const chunk of CHUNKS)
    while (start + chunk <= most && a.slice(start, start + chunk) === b.slice(start, start + chunk)) start += chunk;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  const room = most - start;
  for (const chunk of CHUNKS)
    while (end + chunk <= room && a.slice(a.length - end - chunk, a.length - end) === b.slice(b.length - end - chunk, b.length - end))
      end += chunk;
  while (end < room && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { start, end };
}
