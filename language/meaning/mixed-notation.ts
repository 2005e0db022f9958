import { overlaps, shift } from '../text/span.ts';
import type { Said } from './draft.ts';
import { canonicalLevel } from './read-levels.ts';
import type { WordProblem } from './report.ts';

/**
 * Thoracic levels written with the rarer of the two letters, where a report uses both; in a tie, those of the later letter.
 * Suggests the same level in the other letter.
 */
export function mixedNotation(text: string, said: readonly Said[]): WordProblem[] {
  const written = said.flatMap(({ by, meaning }) =>
    meaning.nodes.flatMap(({ phrase, span }) =>
      phrase.type !== 'levels' || meaning.tree.ambiguous.some((s) => overlaps(s, span))
        ? []
        : phrase.parts.flatMap((part) => [part.fromSpan, ...(part.toSpan === null ? [] : [part.toSpan])].map((s) => shift(s, by))),
    ),
  );
  const thoracic = written.flatMap((range) => {
    const words = text.slice(range.start, range.end);
    const letter = /^([dt])\d{1,2}$/i.exec(words)?.[1]?.toUpperCase();
    // `T14` is no level in either letter, and tells nothing of the author's usual one.
    return letter === undefined || canonicalLevel(words.toLowerCase()) === null ? [] : [{ range, words, letter }];
  });
  const count = (letter: string): number => thoracic.filter((each) => each.letter === letter).length;
  const [d, t] = [count('D'), count('T')];
  if (d === 0 || t === 0) return [];
  const usual = d === t ? (thoracic[0]?.letter ?? 'D') : d > t ? 'D' : 'T';
  return thoracic
    .filter((each) => each.letter !== usual)
    .map(({ range, words }) => ({ kind: 'mixed', range, words, suggestions: [`${usual}${words.slice(1)}`] }));
}
