import { fitted } from '../text/fitted.ts';
import { overlaps, type Span, shift } from '../text/span.ts';
import type { Said } from './draft.ts';
import { canonicalLevel } from './read-levels.ts';
import type { WordProblem } from './report.ts';
import type { StatementMeaning } from './statement.ts';

/** A thoracic level as written. */
export interface ThoracicLevel {
  readonly range: Span;
  readonly words: string;
  readonly letter: string;
}

/**
 * Thoracic levels written with the rarer of the two letters, where a report uses both; in a tie, those of the later letter.
 * Suggests the same level in the other letter.
 */
export function mixedNotation(said: readonly Said[]): WordProblem[] {
  const count = { D: 0, T: 0 };
  let first = '';
  for (const { meaning } of said)
    for (const { letter } of thoracicIn(meaning)) {
      first ||= letter;
      count[letter as 'D' | 'T']++;
    }
  if (count.D === 0 || count.T === 0) return [];
  const usual = count.D === count.T ? first : count.D > count.T ? 'D' : 'T';
  return said.flatMap(({ by, meaning }) =>
    thoracicIn(meaning)
      .filter(({ letter }) => letter !== usual)
      .map(({ range, words }) => ({ kind: 'mixed', range: shift(range, by), words, suggestions: [`${usual}${words.slice(1)}`] })),
  );
}

/** The thoracic levels of a statement, whose ranges count from its start. */
const thoracicIn = (meaning: StatementMeaning): readonly ThoracicLevel[] => (meaning.made.thoracic ??= findThoracic(meaning));

function findThoracic({ text, ambiguous, nodes }: StatementMeaning): readonly ThoracicLevel[] {
  if (nodes.every(({ type }) => type !== 'levels')) return NONE;
  const written = nodes.flatMap(({ phrase, span }) =>
    phrase.type !== 'levels' || ambiguous.some((s) => overlaps(s, span))
      ? []
      : phrase.parts.flatMap((part) => [part.fromSpan, ...(part.toSpan === null ? [] : [part.toSpan])]),
  );
  const found = written.flatMap((range) => {
    const words = text.slice(range.start, range.end);
    const letter = /^([dt])\d{1,2}$/i.exec(words)?.[1]?.toUpperCase();
    // `T14` is no level in either letter, and tells nothing of the author's usual one.
    return letter === undefined || canonicalLevel(words.toLowerCase()) === null ? [] : [{ range, words, letter }];
  });
  return fitted(found);
}

const NONE: readonly ThoracicLevel[] = [];
