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

/** The words of a phrase that are likely its rarest. */
export interface Rarest {
  /** The number of the word before, where there are two. */
  before: number | null;
  /** Null where the phrase has no word. */
  word: number | null;
}

/** The longest two neighbours of a folded phrase; its word where it has but one. */
export function rarestWords(folded: string): Rarest {
  const rarest: Rarest = { before: null, word: null };
  let longest = -1;
  let last: number | null = null;
  let lastLength = 0;
  eachWord(folded, (word, start, end) => {
    if (last === null || lastLength + end - start > longest) {
      if (last !== null) longest = lastLength + end - start;
      rarest.before = last;
      rarest.word = word;
    }
    last = word;
    lastLength = end - start;
  });
  return rarest;
}
