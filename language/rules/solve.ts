import type { Env } from './binding.ts';
import type { Budget, Going, Run } from './match.ts';
import type { RulePlan } from './plan.ts';
import type { Sight } from './sight.ts';

/** The first way in which what was planned holds; null where it does not. */
export function firstWay(going: Going, env: Env, sight: Sight, budget: Budget): Env | null {
  let found: Env | null = null;
  going(env, {
    sight,
    budget,
    end: (way) => {
      found = way;
      return true;
    },
  });
  return found;
}

/** Up to so many findings and notes, a rule may look at every pair of them. */
const ALL_PAIRED = 1000;

/**
 * How often a rule may look in a report of so many findings and notes: at all their pairs, and of a longer report at so many for each
 * of them. Keeps a rule linear in long reports, whatever it joins.
 */
export function budgetFor(stated: number): Budget {
  const paired = Math.min(stated, ALL_PAIRED);
  return { left: 5000 + 100 * stated + paired * paired };
}

const stop = (): boolean => true;

const NONE: readonly Env[] = [];

/** Whether something of all that is expected is not there. */
function isMissing(expect: readonly Going[], env: Env, asking: Run): boolean {
  for (const line of expect) if (!line(env, asking)) return true;
  return false;
}

/** One rule in one report: keeps the ways in which it fires. */
class Firing implements Run {
  readonly sight: Sight;
  readonly budget: Budget;
  #found: Env[] | null = null;
  readonly #plan: RulePlan;
  /** A search for one way, whichever it is. */
  #asking: Run | null = null;

  constructor(plan: RulePlan, sight: Sight, budget: Budget) {
    this.#plan = plan;
    this.sight = sight;
    this.budget = budget;
  }

  get found(): readonly Env[] {
    return this.#found ?? NONE;
  }

  end(env: Env): boolean {
    const { budget } = this;
    if (this.#isViolated(env) && budget.left >= 0) this.#keep(env);
    return budget.left < 0;
  }

  /** Few rules fire, and few of them more than once. */
  #keep(env: Env): void {
    if (this.#found === null) this.#found = [env];
    else this.#found.push(env);
  }

  /** Whether what the rule asks for is missing, and no exception excuses it. */
  #isViolated(env: Env): boolean {
    const { expect, unless } = this.#plan;
    this.#asking ??= { sight: this.sight, budget: this.budget, end: stop };
    const asking = this.#asking;
    // Most reports hold what a rule expects, and then there is nothing to excuse.
    if (expect.length > 0 && !isMissing(expect, env, asking)) return false;
    for (const line of unless()) if (line(env, asking)) return false;
    return true;
  }
}

/**
 * Every way in which a rule fires on a report: the `when` and `and` lines hold together, some `expect` line does not (where there
 * are any) and no `unless` line does. `start` is what each begins with: nothing, traced or not. A rule that joins n findings with m looks
 * at n × m of them, within its budget.
 */
export function firings(plan: RulePlan, sight: Sight, budget: Budget, start: Env): readonly Env[] {
  const firing = new Firing(plan, sight, budget);
  plan.when(start, firing);
  return firing.found;
}
