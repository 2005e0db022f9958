import type { Clause, Step, Way } from './clause.ts';
import type { Sight } from './sight.ts';

/** Whether something can be, as far as one look tells. */
export type Guess = (sight: Sight) => boolean;

/** What one clause of a way lets guess; null where nothing tells without what is bound. */
export type GuessOf = (clause: Clause, way: Way, at: number) => Guess | null;

/** Whether each of the steps has a way of which all is possible. */
export function guessOf(steps: readonly Step[], ofClause: GuessOf): Guess {
  const guesses = steps.map((step) => step.map((way) => way.flatMap((clause, at) => ofClause(clause, way, at) ?? [])));
  // A step with a way of which nothing tells is possible.
  const asking = guesses.filter((ways) => ways.every((way) => way.length > 0));
  return (sight) => {
    for (const ways of asking) if (!someWay(ways, sight)) return false;
    return true;
  };
}

function someWay(ways: readonly (readonly Guess[])[], sight: Sight): boolean {
  next: for (const way of ways) {
    for (const guess of way) if (!guess(sight)) continue next;
    return true;
  }
  return false;
}
