import type { Clause, Step, Way } from './clause.ts';
import type { Sight } from './sight.ts';
import type { ShownSigns, Signs } from './signs.ts';

/** Whether something can be, as far as one look tells. */
export type Guess = (sight: Sight) => boolean;

/** What one clause of a way lets guess, in whatever form: all of it, nothing where nothing tells without what is bound. */
export type GuessOf<T> = (clause: Clause, way: Way, at: number) => readonly T[];

/** What is asked of each way of each step. */
export type Guesses<T> = readonly (readonly (readonly T[])[])[];

/** What the clauses of each way of each step let guess. A step with a way of which nothing tells is possible, and left out. */
export const guessesOf = <T>(steps: readonly Step[], ofClause: GuessOf<T>): Guesses<T> =>
  steps
    .map((step) => step.map((way) => way.flatMap((clause, at) => ofClause(clause, way, at))))
    .filter((ways) => ways.every((way) => way.length > 0));

/** Whether each of the steps has a way of which all is possible. */
export function guessOf(steps: readonly Step[], ofClause: GuessOf<Guess>): Guess {
  const asking = guessesOf(steps, ofClause);
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

/**
 * The signs that rules ask for, in one list of numbers, so that all rules are asked in one go through it. Of a rule: how many numbers it
 * has, then its steps; of a step: how many numbers, then its ways; of a way: how many signs, then the signs.
 */
export class SignList {
  readonly #numbers: Uint32Array;
  readonly #signs: Signs;

  constructor(rules: readonly Guesses<number>[], signs: Signs) {
    this.#signs = signs;
    // What costs a look of its own is asked last.
    const sorted = (way: readonly number[]): number[] => way.toSorted((a, b) => Number(signs.isOfReport(a)) - Number(signs.isOfReport(b)));
    const numbers: number[] = [];
    for (const steps of rules) {
      const ofRule = steps.map((ways) => ways.flatMap((way) => [way.length, ...sorted(way)]));
      const ofSteps = ofRule.flatMap((step) => [step.length, ...step]);
      numbers.push(ofSteps.length, ...ofSteps);
    }
    this.#numbers = Uint32Array.from(numbers);
  }

  /** The rules of which some way of each step shows all its signs, by their places in the list of rules. */
  whereShown(sight: Sight): number[] {
    const numbers = this.#numbers;
    const { shown } = sight;
    const rules: number[] = [];
    let at = 0;
    for (let rule = 0; at < numbers.length; rule++) {
      const end = at + 1 + (numbers[at] as number);
      let step = at + 1;
      while (step < end) {
        const next = step + 1 + (numbers[step] as number);
        let way = step + 1;
        while (way < next) {
          const behind = way + 1 + (numbers[way] as number);
          let sign = way + 1;
          while (sign < behind && this.#isShown(numbers[sign] as number, shown, sight)) sign++;
          if (sign === behind) break;
          way = behind;
        }
        if (way >= next) break;
        step = next;
      }
      if (step >= end) rules.push(rule);
      at = end;
    }
    return rules;
  }

  #isShown(sign: number, shown: ShownSigns, sight: Sight): boolean {
    const known = shown[sign];
    return known === 1 || (known !== 0 && this.#signs.isShown(sign, sight));
  }
}
