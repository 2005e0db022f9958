import { hearFiller, hearUndo } from './commands.ts';
import { hearContraction } from './contractions.ts';
import { hearDate } from './dates.ts';
import { hearEscape } from './escapes.ts';
import { hearHeading } from './headings.ts';
import { hearItem } from './items.ts';
import { hearLetterCase } from './letter-case.ts';
import { hearLevels } from './levels.ts';
import { hearMark } from './marks.ts';
import { hearMeasure } from './measure.ts';
import type { Heard, Piece } from './piece.ts';
import type { Words } from './words.ts';

/**
 * The spoken forms of a stretch, in order, each word in exactly one piece. What none of the readers claims stays as it is. Without
 * `marks`, `comma` and `period` are words: who writes with care writes the marks.
 */
export function hear(words: Words, { marks }: { readonly marks: boolean }): Piece[] {
  const pieces: Piece[] = [];
  let sentence = 0;
  let item = 0;
  let begins = true;
  for (let i = 0; i < words.list.length; ) {
    const listed: ReturnType<typeof hearItem> = hearItem(words, i, item, begins);
    const heading: Heard | null = listed === null ? hearHeading(words, i, begins) : null;
    const heard: Heard = listed ?? heading ?? hearForm(words, i, sentence, marks) ?? asItStands(words, i);
    if (listed !== null) item = listed.number;
    if (heading !== null) item = 0;
    pieces.push(...heard.pieces);
    i = heard.next;
    const role = heard.pieces.at(-1)?.role ?? 'word';
    if (role !== 'nothing') begins = role === 'stop' || role === 'break' || role === 'heading' || role === 'item' || role === 'undo';
    if (begins) sentence = i;
  }
  return pieces;
}

function hearForm(words: Words, i: number, sentence: number, marks: boolean): Heard | null {
  return (
    hearEscape(words, i) ??
    hearUndo(words, i) ??
    hearFiller(words, i) ??
    (marks ? hearMark(words, i, sentence) : null) ??
    hearContraction(words, i) ??
    hearDate(words, i) ??
    hearLevels(words, i) ??
    hearMeasure(words, i) ??
    hearLetterCase(words, i)
  );
}

function asItStands(words: Words, i: number): Heard {
  const written = words.original(i, i + 1);
  const last = i + 1 === words.list.length;
  const role = last && /^[.!?]$/.test(written) ? 'stop' : /^[,;:]$/.test(written) ? 'mark' : 'word';
  return { next: i + 1, pieces: [{ span: words.span(i, i + 1), written, role, why: null, spoken: 'no' }] };
}
