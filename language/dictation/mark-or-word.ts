import type { SpokenMark } from './spoken-marks.ts';
import {
  BEFORE_NOUN,
  COLON_NOUNS,
  COLON_PARTS,
  DETERMINERS,
  LASTING,
  LIST_LEADS,
  OF_NOTE,
  PERIOD_KINDS,
  PERIOD_OF,
  TIME_UNITS,
} from './word-lists.ts';
import type { Words } from './words.ts';

/** Where a spoken mark would stand. */
export interface Place {
  readonly words: Words;
  /** The mark's first word, and the first word behind it. */
  readonly from: number;
  readonly next: number;
  /** Index of the first word of the sentence. */
  readonly sentence: number;
}

/** Whether the words are said for a mark: `period` and `colon` are also words of reports. Their neighbours decide. */
export function isMark(mark: SpokenMark, place: Place): boolean {
  if (mark.may === 'always') return true;
  const { words, from, next } = place;
  const before = lastPart(words.at(from - 1));
  const after = words.at(next);
  if (/^[^\p{L}\p{N}]/u.test(after) && mark.may !== 'shape') return false;
  switch (mark.may) {
    case 'period':
      return isPeriod(words, from, before, after);
    case 'colon':
      return isColon(place, before, after);
    case 'noun':
      return before !== '' && !DETERMINERS.has(before) && !/^(first|second|last|previous|above|of)$/.test(before) && after !== 'of';
    case 'line':
      return !DETERMINERS.has(before) && !/^(with|of|for|via|through)$/.test(before) && !/^(placement|insertion|tip|catheter)$/.test(after);
    case 'shape':
      return !BEFORE_NOUN.has(before) && !/^(shape|shaped|sign|like)$/.test(after);
  }
}

const lastPart = (word: string): string => word.slice(word.lastIndexOf('-') + 1);

function isPeriod(words: Words, from: number, before: string, after: string): boolean {
  if (before === 'time' && words.at(from - 2) === 'of') return true;
  if (
    before === '' ||
    DETERMINERS.has(before) ||
    BEFORE_NOUN.has(before) ||
    PERIOD_OF.has(before) ||
    /^(pains?|cramps?|is|was|are|were|has|had|will)$/.test(after)
  )
    return false;
  if (after === 'of' && !OF_NOTE.has(words.at(from + 2))) return false;
  if (TIME_UNITS.has(before)) return false;
  if (!PERIOD_KINDS.has(before)) return true;
  const time = TIME_UNITS.has(before.replace(/s$/, ''));
  for (let i = from - 2; i >= from - 5; i--) if (LASTING.has(words.at(i)) && !(time && words.at(i) === 'for')) return false;
  return !DETERMINERS.has(words.at(from - 2));
}

function isColon({ words, from, sentence }: Place, before: string, after: string): boolean {
  if (before === '' || COLON_PARTS.has(before) || BEFORE_NOUN.has(before) || DETERMINERS.has(before)) return false;
  if (words.categories(from - 1).some((c) => c === 'heading' || c === 'header') || LIST_LEADS.has(before)) return true;
  if (COLON_NOUNS.has(after) || /^(period|comma|full|semicolon|colon)$/.test(after) || after === '') return false;
  return from - sentence <= LONGEST_TOPIC;
}

/** `spleen colon enlarged`: a topic has few words. */
const LONGEST_TOPIC = 5;
