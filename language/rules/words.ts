const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** Of the ASCII characters that a folded text has: 1 for letters and digits. */
const IS_LETTER = Uint8Array.from({ length: 0x80 }, (_, code) => (/[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));

/** A letter or a digit of a folded text; nothing stands before and behind it. */
export function isLetterAt(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 0x80) return IS_LETTER[code] === 1;
  return at >= 0 && at < folded.length && isLetter(folded.charAt(at));
}

/** Shows `visit` where each word of a folded text ends, letters and digits without a break, and a number that few other words have. */
export function eachWord(folded: string, visit: (hash: number, start: number, end: number) => void): void {
  let start = -1;
  let hash = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if (code < 0x80 ? IS_LETTER[code] === 1 : isLetter(folded.charAt(at))) {
      if (start < 0) start = at;
      hash = (Math.imul(hash, 31) + code) | 0;
    } else if (start >= 0) {
      visit(hash, start, at);
      start = -1;
      hash = 0;
    }
  }
  if (start >= 0) visit(hash, start, folded.length);
}

/** The numbers of the two longest words of a folded phrase, which are likely its rarest, the longest first; fewer where it has no more. */
export function longestWords(folded: string): readonly number[] {
  const words = new Map<number, number>();
  eachWord(folded, (hash, start, end) => words.set(hash, end - start));
  return [...words]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([hash]) => hash);
}
