import type { Detail } from '../meaning/details.ts';
import { differingSequences } from '../meaning/signals-match.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import type { Rewording } from './edit-levels.ts';
import { likeCase, wordsAt } from './words.ts';

/** A rib, segment, pole, station, worst level or its side as the findings have it, in the item's own form; null where a person has to reword. */
export function rewordDetail(text: string, { detail }: Difference): Rewording | null {
  const [theirs, ...more] =
    detail?.theirs.filter(({ kind, values }) => kind !== 'size' || sideOf(values) === sideOf(detail.own.values)) ?? [];
  if (detail === null || theirs === undefined || more.length > 0) return null;
  const { own } = detail;
  const words = wordsAt(text, own.range);
  const others = wordsAt(text, theirs.range).replace(/\s+/g, ' ');
  if (/[()]/.test(words + others)) return null;
  const wanted = inForm(words, others, own, theirs);
  return wanted === null ? null : { range: own.range, words: wanted };
}

const sideOf = ([value = '']: readonly string[]): string => value.split(' ')[0] ?? '';

/** The findings' words where they are written in the way of the item; a single number in figures or as an ordinal like the item's. */
function inForm(words: string, theirs: string, own: Detail, other: Detail): string | null {
  const [value = '', ...more] = other.values;
  const isSingle = more.length === 0 && own.values.length === 1;
  switch (own.kind) {
    case 'rib':
      if (isSingle && /^\d+(st|nd|rd|th)$/i.test(words)) return ordinal(Number(value));
      if (isSingle && /^\d+$/.test(words)) return value;
      return /\d/.test(words) === /\d/.test(theirs) && /\d(st|nd|rd|th)/i.test(words) === /\d(st|nd|rd|th)/i.test(theirs)
        ? likeCase(words, theirs)
        : null;
    case 'segment':
      if (isSingle && /^\d$/.test(words) && /^\d$/.test(value)) return value;
      return /\d/.test(words) === /\d/.test(theirs) ? theirs : isSingle && /^\d$/.test(value) ? (ROMAN[Number(value)] ?? null) : null;
    case 'station':
      return /\d/.test(words) === /\d/.test(theirs) ? likeCase(words, theirs) : null;
    case 'part':
      return isSingle && !/^[rl][uml]l$/i.test(words) && !/^[rl][uml]l$/i.test(theirs) ? likeCase(words, theirs.toLowerCase()) : null;
    case 'worst': {
      const letter = /[dt](?=\d)/i.exec(words)?.[0];
      return letter === undefined ? theirs : theirs.replace(/[dt](?=\d)/gi, letter);
    }
    case 'worst-side':
    case 'larger-side':
      return likeCase(words, value);
    case 'size':
      return theirs;
    case 'age':
      return null;
  }
}

const ROMAN: readonly string[] = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
const ordinal = (n: number): string => `${n}${n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`;

const WAYS: readonly (readonly [string, string])[] = [
  ['left', 'right'],
  ['anterior', 'posterior'],
  ['ventral', 'dorsal'],
  ['superior', 'inferior'],
];

/** `to the left` -> `to the right`, `posteriorly` -> `anteriorly`; null where several ways are named. */
export function rewordDirection(text: string, { range }: Difference): Rewording | null {
  return swapOne(text, range, WAYS);
}

/** `ESCC grade 2` -> `ESCC grade 3`: the findings' grade in the place of the last one of the words. */
export function rewordGrade(text: string, { range, support }: Difference): Rewording | null {
  const [body] = support;
  const own = GRADE.exec(wordsAt(text, range));
  const theirs = body === undefined ? null : GRADE.exec(wordsAt(text, body.where.head ?? body.range));
  if (own === null || theirs === null || /^\d/.test(own[0]) !== /^\d/.test(theirs[0])) return null;
  return { range: { start: range.start + own.index, end: range.end }, words: theirs[0] };
}

const GRADE = /(?:\b\d[a-z]?|\b[IVX]+)$/i;

/** Words for bright and for dark; each is turned into the other of its pair. */
const PAIRS: readonly (readonly [bright: string, dark: string])[] = [
  ['hyper', 'hypo'],
  ['high', 'low'],
  ['bright', 'dark'],
  ['increased', 'decreased'],
  ['elevated', 'reduced'],
];

/** Bright turned to dark or the other way, where the item says so in one word and all of its sequences differ in the same way. */
export function rewordSignal(text: string, { stated, support, range }: Difference): Rewording | null {
  const [body, ...more] = support;
  if (body === undefined || more.length > 0 || differingSequences(stated.signal, body.signal).length < Object.keys(stated.signal).length)
    return null;
  return swapOne(text, range, PAIRS);
}

/** The one word of a pair that stands there turned into the other; null where there are several, or none. */
function swapOne(text: string, range: Span, pairs: readonly (readonly [string, string])[]): Rewording | null {
  const folded = fold(wordsAt(text, range));
  const found = pairs.flatMap((pair) =>
    pair.flatMap((word, i) =>
      [...folded.matchAll(new RegExp(`\\b${word}`, 'g'))].map(({ index }) => ({ index, word, other: pair[1 - i] ?? '' })),
    ),
  );
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const at = { start: range.start + only.index, end: range.start + only.index + only.word.length };
  return { range: at, words: likeCase(wordsAt(text, at), only.other) };
}
