import { spokenMarkAt } from './marks.ts';
import { numberAt } from './number.ts';
import { isNumberWord } from './number-words.ts';
import type { Heard, Piece } from './piece.ts';
import type { Words } from './words.ts';

/** `literal period` -> period, `numeral two` -> 2, `caps liver` -> Liver, `all caps left` -> LEFT; the next words alone. */
export function hearEscape(words: Words, i: number): Heard | null {
  switch (words.at(i)) {
    case 'literal':
      return literal(words, i);
    case 'numeral': {
      const number = numberAt(words, i + 1);
      return number === null ? null : escaped(words, i, number.next, number.digits);
    }
    case 'caps':
      return isLetterCase(words, i, i - 1) ? escaped(words, i, i + 2, capital(words.original(i + 1, i + 2))) : null;
    case 'all':
      if (words.at(i + 1) !== 'caps' || !isLetterCase(words, i + 1, i - 1)) return null;
      return escaped(words, i, i + 3, words.original(i + 2, i + 3).toUpperCase());
    default:
      return null;
  }
}

function literal(words: Words, i: number): Heard | null {
  const mark = spokenMarkAt(words, i + 1);
  if (mark === null && !isNumberWord(words.at(i + 1)) && !/^(um|uh|literal|numeral|caps)$/.test(words.at(i + 1))) return null;
  const next = i + 1 + (mark?.said.length ?? 1);
  return escaped(words, i, next, words.original(i + 1, next));
}

function escaped(words: Words, i: number, next: number, written: string): Heard {
  const piece: Piece = { span: words.span(i, next), written, role: 'word', why: 'escape', spoken: 'likely' };
  return { next, pieces: [piece] };
}

/** `apical caps are seen` names a finding: a command stands before a word, and not behind one that describes caps. */
function isLetterCase(words: Words, caps: number, before: number): boolean {
  return (
    /^\p{L}/u.test(words.at(caps + 1)) &&
    !/^(is|are|was|were|seen|noted|with|and|in|at|on|of|period|comma|full)$/.test(words.at(caps + 1)) &&
    !/(al|ar|ed|ic|the|knee|no|cartilage)$/.test(words.at(before))
  );
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
