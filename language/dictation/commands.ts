import type { Heard } from './piece.ts';
import type { Words } from './words.ts';

const FILLERS = /^(um|umm|uh|uhh|uhm|erm|hmm)$/;
const UNDO = /^(scratch|delete|strike)$/;

/** `um` is dropped; behind figures it is a unit. */
export function hearFiller(words: Words, i: number): Heard | null {
  if (!FILLERS.test(words.at(i)) || /\d$/.test(words.at(i - 1))) return null;
  return { next: i + 1, pieces: [{ span: words.span(i, i + 1), written: '', role: 'nothing', why: 'filler', spoken: 'likely' }] };
}

/** `scratch that` takes the last sentence back. */
export function hearUndo(words: Words, i: number): Heard | null {
  if (!UNDO.test(words.at(i)) || words.at(i + 1) !== 'that') return null;
  return { next: i + 2, pieces: [{ span: words.span(i, i + 2), written: '', role: 'undo', why: 'undo', spoken: 'likely' }] };
}
