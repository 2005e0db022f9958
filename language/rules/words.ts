const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** A letter or a digit of a folded text; nothing stands before and behind it. */
export function isLetterAt(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return at >= 0 && at < folded.length && isLetter(folded.charAt(at));
}

/** Shows `visit` the start and end of each word of a folded text: letters and digits without a break. */
export function eachWord(folded: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    if (isLetterAt(folded, at)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(start, at);
      start = -1;
    }
  }
}

/** A number for a word of a text, which another word may have too. */
export function wordHash(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** The longest word of a folded phrase, which is likely its rarest; empty where it has none. */
export function longestWord(folded: string): string {
  let longest = '';
  eachWord(folded, (start, end) => {
    if (end - start > longest.length) longest = folded.slice(start, end);
  });
  return longest;
}
