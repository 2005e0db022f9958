import { isLevel, type Letter, letterBelow } from './level-words.ts';

/** `c71` -> C7-T1, `t121` -> T12-L1, `l5s1` -> L5-S1, `c3-c4` -> C3-C4: levels that a recogniser wrote as one word; null for any other word. */
export function separateLevels(word: string): string | null {
  if (/^[ctdls]\d{1,2}([-/][ctdls]?\d{1,2}){1,6}$/.test(word)) return word.toUpperCase();
  const two = /^([ctdls]\d{1,2})([ctdls]\d{1,2})$/.exec(word);
  if (two !== null) return `${two[1]}-${two[2]}`.toUpperCase();
  const run = /^([ctdls])(\d{2,4})$/.exec(word);
  if (run === null) return null;
  const letter = (run[1] ?? 'c').toUpperCase() as Letter;
  const digits = run[2] ?? '';
  if (isLevel(letter, Number(digits))) return null;
  for (let cut = 1; cut < digits.length; cut++) {
    const above = { letter, number: Number(digits.slice(0, cut)) };
    const number = Number(digits.slice(cut));
    const below = digits[cut] !== '0' && isLevel(letter, above.number) ? letterBelow(above, number) : null;
    if (below !== null) return `${letter}${above.number}-${below}${number}`;
  }
  return null;
}
