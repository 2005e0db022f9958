import type { Language } from '../language/language.ts';
import { applyEdits, type TextEdit } from '../language/text/edit.ts';
import { cover, type Span } from '../language/text/span.ts';
import { change } from './classes/all.ts';
import { type Change, CLASS_NAMES, CLASSES, type Mutant, type MutationClass } from './mutant.ts';
import { randomOf } from './random.ts';
import { soundsOf } from './sound.ts';

export interface MutateOptions {
  /** The same text, language and seed give the same mutants. */
  readonly seed: number;
  /** Of which classes; all of them where it is missing. */
  readonly classes?: readonly MutationClass[];
  /** How many mutants of each class at most; 1 where it is missing. */
  readonly each?: number;
}

/**
 * Copies of a sound text with one mistake each, at most `each` of a class; fewer where the text has no place in which a
 * mistake of the class would surely be one. The places are those that the language's reader gives to findings. Never throws.
 */
export function mutate(text: string, language: Language, { seed, classes = CLASS_NAMES, each = 1 }: MutateOptions): Mutant[] {
  const sounds = soundsOf(text, language, randomOf(seed));
  return classes.flatMap((name) => {
    // Each class has numbers of its own, so that asking for fewer classes changes none of the others.
    const random = randomOf(seed * 31 + CLASS_NAMES.indexOf(name) * 7919);
    const changes = sounds.flatMap((sound) => change[name]({ ...sound, random }));
    return random.some(distinct(changes), each).map((one) => mutantOf(text, name, one));
  });
}

/** Changes that give different texts. */
function distinct(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return edits.length > 0 && !seen.has(key) && seen.add(key) !== undefined;
  });
}

function mutantOf(text: string, name: MutationClass, { edits, following = [], about, what, counterparts }: Change): Mutant {
  const ordered = [...edits, ...following].sort((a, b) => a.range.start - b.range.start);
  const mutated = applyEdits(text, ordered);
  const moved = (span: Span): Span => ({ start: after(span.start, ordered, false), end: after(span.end, ordered, true) });
  const changed = edits.map(({ range }) => moved(range)).reduce(cover);
  const range = about === undefined ? changed : cover(changed, moved(about));
  return {
    class: name,
    text: mutated,
    edits: ordered,
    injected: {
      range,
      words: mutated.slice(range.start, range.end),
      what,
      rules: CLASSES[name],
      counterparts: counterparts.map(moved),
    },
  };
}

/** Where an offset comes to stand: of one inside an edit, before its new words or `behind` them. */
export function after(offset: number, edits: readonly TextEdit[], behind: boolean): number {
  let by = 0;
  for (const { range, text } of edits) {
    if (range.start > offset || (range.start === offset && (!behind || range.end > offset))) break;
    if (range.end > offset) return range.start + by + (behind ? text.length : 0);
    by += text.length - (range.end - range.start);
  }
  return offset + by;
}
