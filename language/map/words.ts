/** Size of the words of labels and lists, in units of the picture. */
export const FONT = 12;
export const LINE = 15;

const NARROW = /[iljtfrI.,:;'|()[\] ·-]/;
const WIDE = /[mwMW—…×→]/;

/** Width of a line of words in the widest of the usual sans-serif fonts. Never less than what is drawn, so that boxes hold their words. */
export function widthOf(words: string, size = FONT): number {
  let ems = 0;
  for (const sign of words) ems += emsOf(sign);
  return ems * size;
}

function emsOf(sign: string): number {
  if (NARROW.test(sign)) return 0.38;
  if (WIDE.test(sign)) return 0.95;
  if (sign > '\u024f') return 1.1;
  return /\p{Lu}/u.test(sign) ? 0.74 : 0.6;
}

/** Words in lines that are no wider than `width`; a word that is too long for a line is broken. */
export function wrap(words: string, width: number, size = FONT): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/\s+/).flatMap((each) => pieces(each, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number, size: number): string[] {
  if (widthOf(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && widthOf(part + sign, size) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}
