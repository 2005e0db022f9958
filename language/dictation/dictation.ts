import type { Lexicon } from '../lexicon/lexicon.ts';
import { applyEdits } from '../text/edit.ts';
import { fold } from '../text/fold.ts';
import type { Change } from './change.ts';
import { compose } from './compose.ts';
import { hear } from './hear.ts';
import { layOut } from './layout.ts';
import { wayBack } from './positions.ts';
import { withStops } from './stops.ts';
import { isSmall, type Stretch, stretches } from './stretches.ts';
import { undone } from './undo.ts';
import { type Words, wordsOf } from './words.ts';

export type { Change, Why } from './change.ts';

/** Report text made of dictation. */
export interface Dictation {
  readonly text: string;
  /** All that differs, in order and without overlap. */
  readonly changes: readonly Change[];
  /** Offset in the dictated text for one of `text`; both in UTF-16 code units. */
  toOriginal(offset: number): number;
}

/**
 * Turns raw dictation (small letters, spoken marks, numbers in words) into report text. What was written with care comes
 * through byte for byte, and so does report text that this function has made. Linear; throws on no text.
 */
export function normaliseDictation(text: string, lexicon: Lexicon): Dictation {
  const changes = settled(text, lexicon);
  return { text: changed(text, changes), changes, toOriginal: wayBack(changes, text.length) };
}

/** Odd mixtures of written and spoken marks may need to be heard again; what never settles is left as it was. */
const MOST_ROUNDS = 4;

function settled(text: string, lexicon: Lexicon): Change[] {
  let changes = heardIn(text, lexicon);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const between = changed(text, changes);
    const more = changes.length === 0 ? [] : heardIn(between, lexicon);
    if (more.length === 0) return changes;
    changes = compose(text, between, changes, more);
  }
  return [];
}

function heardIn(text: string, lexicon: Lexicon): Change[] {
  const folded = fold(text);
  return stretches(text, folded, lexicon).flatMap((stretch) => changesOf(text, folded, stretch, lexicon));
}

const changed = (text: string, changes: readonly Change[]): string =>
  applyEdits(
    text,
    changes.map(({ original, written }) => ({ range: original, text: written })),
  );

function changesOf(text: string, folded: string, stretch: Stretch, lexicon: Lexicon): Change[] {
  const small = isSmall(text[stretch.start]);
  const careful = !small && WRITTEN_END.test(text.slice(stretch.end - 1, stretch.end));
  if (careful && !MAYBE_SAID.test(folded.slice(stretch.start, stretch.end))) return [];
  const words = wordsOf(text, folded, stretch, lexicon);
  const pieces = hear(words, { marks: !careful || !HAS_CAPITAL.test(text.slice(stretch.start, stretch.end)) });
  const raw = small && isRaw(words, stretch);
  if (!raw && !pieces.some(({ spoken }) => spoken === 'sure' || (spoken === 'likely' && !careful))) return [];
  return layOut(text, stretch, undone(withStops(pieces, words)));
}

/** A word of every form that gives away even a sentence with a capital and a full stop; without one it need not be heard. */
const MAYBE_SAID = /\b(?:comma|full ?stop|colon|semicolon|mark|point|decimal|half|slash|paren\w*|brackets?|minus|negative|by|or|to)\b/;

const WRITTEN_END = /[.!?:;,)\]]/;
const HAS_CAPITAL = /\p{Lu}/u;

/** Without any written mark. Behind a written sentence on the same line, a word or two may be the rest of an abbreviation. */
function isRaw(words: Words, stretch: Stretch): boolean {
  return (
    (stretch.first || words.list.length >= 4) &&
    !words.list.some(({ text }, i) => WRITTEN.test(text) || (text === '/' && words.at(i + 1) === '/'))
  );
}

const WRITTEN = /^[^\p{L}\p{N}%+\-/&*~°'’]/u;
