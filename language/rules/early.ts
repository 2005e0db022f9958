import type { Clause, Step, Way } from './clause.ts';
import { boundAfter, boundInWay, variablesOfClause } from './clause-variables.ts';

/**
 * The same `when` lines, so that less is looked at in vain: lines that have one way each are one way, and in it each condition is asked as
 * soon as what it speaks of is known.
 */
export function early(when: readonly Step[]): Step[] {
  const merged: Step[] = [];
  for (const step of when) {
    const [before, ...others] = merged.at(-1) ?? [];
    const [way, ...ways] = step;
    if (before !== undefined && way !== undefined && others.length + ways.length === 0) merged.splice(-1, 1, [[...before, ...way]]);
    else merged.push(step);
  }
  let bound: ReadonlySet<string> = new Set();
  return merged.map((step) => {
    const sorted = withEarlyConditions(step, bound);
    bound = boundAfter(step, bound);
    return sorted;
  });
}

/** The same step, with each condition as soon as what it speaks of is known; `bound` are the variables of the steps before it. */
export const withEarlyConditions = (step: Step, bound: ReadonlySet<string>): Step => step.map((way) => sortedWay(way, bound));

function sortedWay(way: Way, before: ReadonlySet<string>): Way {
  const sorted: Clause[] = [];
  let bound = before;
  let waiting = way.filter((clause) => !isInPlace(clause));
  const askWhatIsKnown = (): void => {
    const isKnown = (clause: Clause): boolean => variablesOfClause(clause, bound).uses.every((name) => bound.has(name));
    sorted.push(...waiting.filter(isKnown));
    waiting = waiting.filter((clause) => !isKnown(clause));
  };
  askWhatIsKnown();
  for (const clause of way.filter(isInPlace)) {
    sorted.push(clause);
    bound = boundInWay([clause], bound);
    askWhatIsKnown();
  }
  return [...sorted, ...waiting];
}

/** What binds something keeps its order: a finding, or the words that later lines speak of. */
const isInPlace = (clause: Clause): boolean => clause.type === 'pattern' || clause.type === 'mentions';
