import { isBelow, isLevel, type Level, letterBelow, levelAt, levelNumber, nameOf } from './level-words.ts';
import type { Heard } from './piece.ts';
import { separateLevels } from './run-together.ts';
import { isSequence, weighted } from './sequence.ts';
import { unitAt } from './units.ts';
import type { Words } from './words.ts';

const RANGE = /^(to|through|thru|till|until)$/;
const PLACE = /^(at|to|from|the|between|and|through|of|level|hyphen|dash|or|comma|on|upon|above|below|opposite|)$/;
const LEVEL_NOUN =
  /^(vertebra|vertebrae|vertebral|level|levels|body|bodies|nerve|root|roots|segment|segments|disc|disk|discs|foramen|foramina|)$/;
/** What may follow `d four and five` if the five is a level. */
const AFTER_LIST =
  /^(|period|comma|full|level|levels|vertebra|vertebrae|vertebral|disc|discs|bodies|is|are|was|were|with|and|causing|in|on|which|there|no|new|semicolon|shows|show|demonstrates|demonstrate|reveals|appears|appear)$/;

/** `d four to d seven`, `c three four`, `l five s one`, `t two weighted`, `c71`. */
export function hearLevels(words: Words, i: number): Heard | null {
  const run = separateLevels(words.at(i));
  if (run !== null && !/^(code|icd)$/.test(words.at(i - 1))) return heard(words, i, i + 1, run, !/[-/]/.test(words.at(i)));
  const first = levelAt(words, i);
  if (first === null) return null;
  const sequence = weighted(words, first);
  if (sequence !== null)
    return { next: sequence.next, pieces: [piece(words, i, sequence.next, sequence.written, first.apart, 'sequence')] };
  const pair = isSequence(words, i, first) ? null : paired(words, first);
  if (first.unsure && (pair === null || !PLACE.test(words.at(i - 1)))) return null;
  if (first.apart && first.letter === 'S' && pair === null && !PLACE.test(words.at(i - 1)) && !LEVEL_NOUN.test(words.at(first.next)))
    return null;
  if (pair !== null) return heard(words, i, pair.next, pair.written, first.apart);
  return heard(words, i, first.next, nameOf(first), first.apart);
}

function heard(words: Words, i: number, next: number, written: string, apart: boolean): Heard | null {
  return words.original(i, next) === written ? null : { next, pieces: [piece(words, i, next, written, apart, 'level')] };
}

const piece = (words: Words, i: number, next: number, written: string, apart: boolean, why: 'level' | 'sequence') =>
  ({ span: words.span(i, next), written, role: 'word', why, spoken: apart ? 'likely' : 'no' }) as const;

/** The second level of a disc, range or list of two, with or without its letter. */
function paired(words: Words, first: Level): { written: string; next: number } | null {
  const joiner = words.at(first.next);
  const name = nameOf(first);
  if (/^(hyphen|dash|-|slash|\/)$/.test(joiner)) {
    const second = secondAt(words, first, first.next + 1);
    return second === null ? null : { written: `${name}${/^(slash|\/)$/.test(joiner) ? '/' : '-'}${nameOf(second)}`, next: second.next };
  }
  if (RANGE.test(joiner)) {
    const second = secondAt(words, first, first.next + 1);
    return second === null ? null : { written: `${name} ${joiner} ${nameOf(second)}`, next: second.next };
  }
  if (joiner === 'and') {
    const number = levelNumber(words.at(first.next + 1));
    if (number === null || number <= first.number || !isLevel(first.letter, number) || !AFTER_LIST.test(words.at(first.next + 2)))
      return null;
    return { written: `${name} and ${nameOf({ letter: first.letter, number })}`, next: first.next + 2 };
  }
  const second = levelAt(words, first.next);
  if (second !== null)
    return isBelow(first, second) && !isSequence(words, first.next, second)
      ? { written: `${name}-${nameOf(second)}`, next: second.next }
      : null;
  const number = levelNumber(joiner);
  const letter = number === null ? null : letterBelow(first, number);
  if (number === null || letter === null || isCounted(words, first.next + 1)) return null;
  return { written: `${name}-${nameOf({ letter, number })}`, next: first.next + 1 };
}

/** The second level behind a joiner: with its letter, or a higher number of the same region. */
function secondAt(words: Words, first: Level, i: number): Pick<Level, 'letter' | 'number' | 'next'> | null {
  const level = levelAt(words, i);
  if (level !== null) return level;
  const number = levelNumber(words.at(i));
  if (number === null || isCounted(words, i + 1)) return null;
  if (number > first.number && isLevel(first.letter, number)) return { letter: first.letter, number, next: i + 1 };
  const letter = letterBelow(first, number);
  return letter === null ? null : { letter, number, next: i + 1 };
}

/** A unit, decimals or a further dimension follow: the number measures something. */
const isCounted = (words: Words, i: number): boolean => unitAt(words, i) !== null || /^(point|by|x|hundred)$/.test(words.at(i));
