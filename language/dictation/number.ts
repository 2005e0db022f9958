import { decimalOf, isNumberWord, oneOf, teenOf, tenOf } from './number-words.ts';
import { unitAt } from './units.ts';
import type { Words } from './words.ts';

/** A number as said. */
export interface SpokenNumber {
  /** As written: `5.2`. */
  readonly digits: string;
  readonly next: number;
  /** Said in words, at least in part. */
  readonly inWords: boolean;
  readonly decimal: boolean;
  /** Of more than one word: nobody writes `twenty six` with care. */
  readonly compound: boolean;
}

const LONGEST = 10;
const MOST_DECIMALS = 4;

/** `5`, `five point two`, `twenty six`, `one hundred and five`, `two and a half` at word `i`; null where there is none. */
export function numberAt(words: Words, i: number): SpokenNumber | null {
  const whole = digitsAt(words, i) ?? wholeAt(words, i);
  if (whole === null) return pointFirst(words, i);
  const decimals = decimalsAt(words, whole.next);
  if (decimals !== null && !whole.digits.includes('.'))
    return { digits: `${whole.digits}.${decimals.digits}`, next: decimals.next, inWords: true, decimal: true, compound: true };
  if (words.at(whole.next) === 'and' && words.at(whole.next + 1) === 'a' && words.at(whole.next + 2) === 'half')
    return { digits: `${whole.digits}.5`, next: whole.next + 3, inWords: true, decimal: true, compound: true };
  return whole;
}

function digitsAt(words: Words, i: number): SpokenNumber | null {
  const word = words.at(i);
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(word)) return null;
  return { digits: word, next: i + 1, inWords: false, decimal: word.includes('.'), compound: false };
}

/** `oh point eight`, `point eight` */
function pointFirst(words: Words, i: number): SpokenNumber | null {
  const from = decimalOf(words.at(i)) === 0 ? i + 1 : i;
  if (from === i && /^(this|that|the|a|at|some|one|mid|end|entry|which)$/.test(words.at(i - 1))) return null;
  const decimals = decimalsAt(words, from);
  return decimals === null || (from === i && unitAt(words, decimals.next) === null)
    ? null
    : { digits: `0.${decimals.digits}`, next: decimals.next, inWords: true, decimal: true, compound: true };
}

function decimalsAt(words: Words, i: number): { digits: string; next: number } | null {
  if (words.at(i) !== 'point' && words.at(i) !== 'decimal') return null;
  const first = words.at(i + 1);
  if (/^\d{1,4}$/.test(first)) return { digits: first, next: i + 2 };
  const large = wholeAt(words, i + 1);
  if (large !== null && (teenOf(first) ?? tenOf(first)) !== undefined) return { digits: large.digits, next: large.next };
  let digits = '';
  let next = i + 1;
  while (digits.length < MOST_DECIMALS && decimalOf(words.at(next)) !== undefined) digits += decimalOf(words.at(next++));
  return digits === '' ? null : { digits, next };
}

/** A whole number in words; hyphens may part them. */
function wholeAt(words: Words, i: number): SpokenNumber | null {
  let total = 0;
  let current = 0;
  let last: 'none' | 'one' | 'ten' | 'hundred' | 'thousand' | 'and' = 'none';
  let next = i;
  for (; next < i + LONGEST; next++) {
    const parts = words.at(next).split('-');
    if (parts.length > 2) break;
    const [word = '', second] = parts;
    if (second !== undefined && (tenOf(word) === undefined || !oneOf(second))) break;
    const fresh = last === 'none' || last === 'hundred' || last === 'thousand' || last === 'and';
    const one = oneOf(word);
    const ten = teenOf(word) ?? tenOf(word);
    if (one !== undefined && (fresh || (last === 'ten' && one > 0))) {
      current += one;
      last = 'one';
    } else if (ten !== undefined && fresh) {
      current += ten + (second === undefined ? 0 : (oneOf(second) ?? 0));
      last = tenOf(word) !== undefined && second === undefined ? 'ten' : 'one';
    } else if (word === 'hundred' && last === 'one' && current > 0 && current < 10) {
      current *= 100;
      last = 'hundred';
    } else if (word === 'thousand' && current > 0 && total === 0) {
      total = current * 1000;
      current = 0;
      last = 'thousand';
    } else if (word === 'and' && (last === 'hundred' || last === 'thousand') && isNumberWord(words.at(next + 1).split('-')[0] ?? ''))
      last = 'and';
    else break;
  }
  if (next === i) return null;
  const compound = next > i + 1 || words.at(i).includes('-');
  return { digits: String(total + current), next, inWords: true, decimal: false, compound };
}
