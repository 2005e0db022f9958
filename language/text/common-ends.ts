const CHUNK = 4096;

/** How many units two texts have in common from their beginnings and from their ends, without overlap. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** How long two texts are the same from their beginnings and from their ends, without overlap. Compares in chunks, which costs little. */
export function commonEnds(a: string, b: string): SameEnds {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start + CHUNK <= most && a.slice(start, start + CHUNK) === b.slice(start, start + CHUNK)) start += CHUNK;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  const room = most - start;
  while (end + CHUNK <= room && a.slice(a.length - end - CHUNK, a.length - end) === b.slice(b.length - end - CHUNK, b.length - end))
    end += CHUNK;
  while (end < room && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { start, end };
}
