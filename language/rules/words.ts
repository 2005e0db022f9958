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

/** A number for two words that stand one behind the other. */
export const pairOf = (one: number, next: number): number => (Math.imul(one, 0x01000193) ^ next) | 0;

/** The numbers of the words of a folded phrase that are likely the rarest: the longest two neighbours; of one word or none, all there is. */
export function rarestWords(folded: string): readonly number[] {
  const words: { readonly hash: number; readonly length: number }[] = [];
  eachWord(folded, (hash, start, end) => words.push({ hash, length: end - start }));
  const lengthFrom = (i: number): number => (words[i]?.length ?? 0) + (words[i + 1]?.length ?? 0);
  let first = 0;
  for (let i = 1; i + 1 < words.length; i++) if (lengthFrom(i) > lengthFrom(first)) first = i;
  return words.slice(first, first + 2).map(({ hash }) => hash);
}
