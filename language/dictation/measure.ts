import { numberAt, type SpokenNumber } from './number.ts';
import { isNumberWord } from './number-words.ts';
import type { Heard } from './piece.ts';
import { unitAt, withUnit } from './units.ts';
import { MONTHS } from './word-lists.ts';
import type { Words } from './words.ts';

/** Behind these a number is a name, and is written in figures. */
const NAMED = /^(grade|stage|category|type|score|series|image|slice|bilsky|escc|kang|lee|modic|phase|segment)$/;
const CLOCK = /^(am|pm|a\.m|p\.m|o'clock|oclock|hours|hundred)$/;

/**
 * Numbers that are written in figures: with a unit, of several dimensions, with decimals, of several words, or in the name
 * of a grade. `two masses`, `no one`, `third rib` and dates stay in words.
 */
export function hearMeasure(words: Words, i: number): Heard | null {
  const minus = /^(minus|negative)$/.test(words.at(i));
  const first = numberAt(words, minus ? i + 1 : i);
  if (first === null) return null;
  const unit = unitAt(words, first.next);
  if (minus) {
    if (unit?.written !== 'HU' && unit?.written !== 'degrees' && !first.decimal) return null;
    return heard(words, i, unit?.next ?? first.next, `-${withUnit(first.digits, unit?.written)}`, 'number', true);
  }
  return dimensions(words, i, first) ?? range(words, i, first) ?? single(words, i, first);
}

const heard = (words: Words, i: number, next: number, written: string, why: 'number' | 'unit', sure: boolean): Heard | null =>
  words.original(i, next) === written
    ? null
    : { next, pieces: [{ span: words.span(i, next), written, role: 'word', why, spoken: sure ? 'sure' : 'no' }] };

/** `five point two by three point seven by two point one centimeters` */
function dimensions(words: Words, i: number, first: SpokenNumber): Heard | null {
  const sides: { number: SpokenNumber; unit: string | undefined }[] = [];
  let next = i;
  for (let number: SpokenNumber | null = first; number !== null; ) {
    const unit = unitAt(words, number.next);
    sides.push({ number, unit: unit?.written });
    next = unit?.next ?? number.next;
    number = sides.length < 3 && /^(by|x|into)$/.test(words.at(next)) ? numberAt(words, next + 1) : null;
  }
  if (sides.length < 2) return null;
  const inWords = sides.some(({ number }) => number.inWords);
  const measured = sides.some(({ number, unit }) => unit !== undefined || number.decimal) || sides.length === 3 || !inWords;
  if (!measured) return null;
  return heard(words, i, next, sides.map(({ number, unit }) => withUnit(number.digits, unit)).join(' x '), 'number', inWords);
}

/** `two to three centimeters`, `five or six millimeters` */
function range(words: Words, i: number, first: SpokenNumber): Heard | null {
  const own = unitAt(words, first.next);
  const joint = own?.next ?? first.next;
  const joiner = /^(hyphen|dash)$/.test(words.at(joint)) ? '-' : words.at(joint);
  if (!/^(to|or|and|through|-)$/.test(joiner)) return null;
  const second = numberAt(words, joint + 1);
  const unit = second === null ? null : unitAt(words, second.next);
  if (second === null || (unit === null && !(first.decimal && second.decimal))) return null;
  const from = withUnit(first.digits, own?.written);
  const to = withUnit(second.digits, unit?.written);
  const spoken = first.inWords && (first.compound || second.compound);
  return heard(words, i, unit?.next ?? second.next, joiner === '-' ? `${from}-${to}` : `${from} ${joiner} ${to}`, 'number', spoken);
}

function single(words: Words, i: number, first: SpokenNumber): Heard | null {
  const unit = unitAt(words, first.next);
  if (unit !== null)
    return heard(
      words,
      i,
      unit.next,
      withUnit(first.digits, unit.written),
      first.inWords ? 'number' : 'unit',
      first.decimal && first.inWords,
    );
  const before = words.at(i - 1);
  const after = words.at(first.next);
  if (NAMED.test(before)) return graded(words, i, first);
  if (!first.compound || CLOCK.test(after) || MONTHS.has(after) || MONTHS.has(before) || isNumberWord(before)) return null;
  if (first.decimal && /^(at|from|to)$/.test(before)) return null;
  return heard(words, i, first.next, first.digits, 'number', first.decimal);
}

/** `grade one b` */
function graded(words: Words, i: number, first: SpokenNumber): Heard | null {
  const letter = words.at(first.next);
  const suffix = /^[bc]$/.test(letter) || (letter === 'a' && /^(|period|comma|full|\W)$/.test(words.at(first.next + 1))) ? letter : '';
  return heard(words, i, suffix === '' ? first.next : first.next + 1, first.digits + suffix, 'number', false);
}
