import type { Term } from '../lexicon/term.ts';
import { fold } from '../text/fold.ts';
import type { Heard, Piece } from './piece.ts';
import type { Words } from './words.ts';

/** Abbreviations that are also words. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'us et se sea ti lap swan haste fiesta vibe sant hiz cs ds ls as is in no on it or an am ip pe ph si hs hl ge lee t e h s b c d'.split(
    ' ',
  ),
);
const NO_NAMES: ReadonlySet<string> = new Set(['heading', 'header', 'topic', 'recommendation']);

/** `stir` -> STIR, `ct` -> CT, `ewing sarcoma` -> Ewing sarcoma: the letters as the lexicon writes them. */
export function hearLetterCase(words: Words, i: number): Heard | null {
  const form = writtenForm(words, i);
  if (form === null) return null;
  const pieces = form.map((written, k): Piece => {
    const same = words.original(i + k, i + k + 1) === written;
    return { span: words.span(i + k, i + k + 1), written, role: 'word', why: same ? null : 'capital', spoken: 'no' };
  });
  return { next: i + form.length, pieces };
}

/** The longest term here that is written with capitals, word by word. */
function writtenForm(words: Words, i: number): string[] | null {
  const match = words.match(i);
  if (match === null) return null;
  let count = 1;
  while (count < LONGEST && words.list[i + count] !== undefined && (words.list[i + count]?.end ?? 0) <= match.end) count++;
  const long = capitals(match.senses, words, i, count);
  if (long !== null || count === 1) return long;
  const own = words.lexicon.match(words.at(i), 0);
  return own === null || own.end < words.at(i).length ? null : capitals(own.senses, words, i, 1);
}

const LONGEST = 8;

function capitals(senses: readonly { readonly term: Term }[], words: Words, i: number, count: number): string[] | null {
  if (count === 1 && ALSO_WORDS.has(words.at(i))) return null;
  for (const { term } of senses) {
    if (NO_NAMES.has(term.category)) continue;
    for (const form of [term.label, ...term.synonyms]) {
      if (!/[A-Z]/.test(form)) continue;
      const parts = form.split(' ');
      if (parts.length === count && parts.every((part, k) => fold(part) === words.at(i + k))) return parts;
    }
  }
  return null;
}
