import type { Words } from './words.ts';

export type Letter = 'C' | 'T' | 'D' | 'L' | 'S';

/** Highest level that a letter may carry, transitional ones and the eighth cervical root included. */
export const HIGHEST: Readonly<Record<Letter, number>> = { C: 8, T: 13, D: 13, L: 6, S: 5 };

/** Last level of a region, and the first of the next. */
export const CROSSINGS: readonly (readonly [Letter, number, Letter])[] = [
  ['C', 7, 'T'],
  ['C', 7, 'D'],
  ['T', 12, 'L'],
  ['D', 12, 'L'],
  ['L', 5, 'S'],
];

/** A letter as recognisers write it. The `unsure` ones are also words: they need a second level beside them. */
const LETTERS: ReadonlyMap<string, { letter: Letter; unsure: boolean }> = new Map<string, { letter: Letter; unsure: boolean }>([
  ['c', { letter: 'C', unsure: false }],
  ['t', { letter: 'T', unsure: false }],
  ['d', { letter: 'D', unsure: false }],
  ['l', { letter: 'L', unsure: false }],
  ['s', { letter: 'S', unsure: false }],
  ['tee', { letter: 'T', unsure: false }],
  ['dee', { letter: 'D', unsure: false }],
  ['cee', { letter: 'C', unsure: false }],
  ['ell', { letter: 'L', unsure: false }],
  ['tea', { letter: 'T', unsure: true }],
  ['see', { letter: 'C', unsure: true }],
  ['sea', { letter: 'C', unsure: true }],
  ['el', { letter: 'L', unsure: true }],
  ['ess', { letter: 'S', unsure: true }],
]);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ').map((word, i) => [word, i + 1]),
);

/** Not a level: `vitamin d three`, `hepatitis c`. */
const OTHER_LETTERS = /^(vitamin|hepatitis|type|class|grade|group|child|factor|option|schizas|hb|haemoglobin|hemoglobin|segment|image)$/;

export interface Level {
  readonly letter: Letter;
  readonly number: number;
  readonly next: number;
  /** Letter and number were said apart. */
  readonly apart: boolean;
  readonly unsure: boolean;
}

/** `d four`, `tee 5`, `t12` at word `i`. */
export function levelAt(words: Words, i: number): Level | null {
  const joined = /^([ctdls])(\d{1,2})$/.exec(words.at(i));
  if (joined !== null) {
    const letter = (joined[1] ?? 'c').toUpperCase() as Letter;
    const number = Number(joined[2]);
    return isLevel(letter, number) ? { letter, number, next: i + 1, apart: false, unsure: false } : null;
  }
  const said = LETTERS.get(words.at(i));
  const number = levelNumber(words.at(i + 1));
  if (said === undefined || number === null || !isLevel(said.letter, number) || OTHER_LETTERS.test(words.at(i - 1))) return null;
  return { letter: said.letter, number, next: i + 2, apart: true, unsure: said.unsure };
}

/** The number of a level without its letter, as in `c three four`. */
export const levelNumber = (word: string): number | null => NUMBERS.get(word) ?? (/^[1-9]\d?$/.test(word) ? Number(word) : null);

export const isLevel = (letter: Letter, number: number): boolean => number >= 1 && number <= HIGHEST[letter];

export const nameOf = ({ letter, number }: Pick<Level, 'letter' | 'number'>): string => `${letter}${number}`;

/** The level below, where there is a disc between the two. */
export function isBelow(above: Pick<Level, 'letter' | 'number'>, below: Pick<Level, 'letter' | 'number'>): boolean {
  if (above.letter === below.letter) return below.number === above.number + 1;
  return below.number === 1 && CROSSINGS.some(([a, last, b]) => a === above.letter && b === below.letter && last === above.number);
}

/** The letter of the level below with this number: `c seven one` is C7-T1. */
export function letterBelow(above: Pick<Level, 'letter' | 'number'>, number: number): Letter | null {
  if (number === above.number + 1 && isLevel(above.letter, number)) return above.letter;
  return number === 1 ? (CROSSINGS.find(([a, last]) => a === above.letter && last === above.number)?.[2] ?? null) : null;
}
