import { type Env, withMention, withTaken } from './binding.ts';
import type { Clause, Pattern, Step, Way } from './clause.ts';
import { testOf } from './condition.ts';
import { type Joined, joinedTo, settledIn } from './joined.ts';
import { type Going, goingThrough } from './match.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { type Role, type Search, searchFor, searchKey } from './search.ts';
import { Signs } from './signs.ts';

/** Where all clauses are fulfilled. */
const END: Going = (env, run) => run.end(env);

const NEVER: Going = () => false;

/** Places of words that one line follows. */
const MOST_MENTIONS = 20;

/**
 * Plans how clauses are looked for: each as a function that goes on to the next, so that nothing is decided at each finding that can be
 * known beforehand. What several rules look for is looked for once in a report.
 */
export class Planner {
  readonly signs = new Signs();
  readonly #searches = new Map<string, Search>();

  /** How many searches there are so far. */
  get searches(): number {
    return this.#searches.size;
  }

  /** Every way in which the steps can hold together; from `tail` on, one way is enough. */
  steps(steps: readonly Step[], role: Role, tail: Step | Clause | null = null): Going {
    return steps.reduceRight<Going>((next, step) => {
      const going = this.#step(step, role, next, tail);
      return step === tail ? once(going) : going;
    }, END);
  }

  /** The findings that a pattern may take at its place in a way. */
  search(pattern: Pattern, joined: Joined, role: Role): Search {
    const key = searchKey(pattern, joined, role);
    let search = this.#searches.get(key);
    if (search === undefined) {
      this.#searches.set(key, (search = searchFor(pattern, joined, role, this.signs, this.#searches.size)));
    }
    return search;
  }

  #step(step: Step, role: Role, next: Going, tail: Step | Clause | null): Going {
    const [first = NEVER, ...others] = step.map((way) => this.#way(way, role, next, tail));
    if (others.length === 0) return first;
    const all = [first, ...others];
    return (env, run) => {
      for (const going of all) if (going(env, run)) return true;
      return false;
    };
  }

  #way(way: Way, role: Role, next: Going, tail: Step | Clause | null): Going {
    const settled = settledIn(way);
    return way.reduceRight<Going>((behind, clause, at) => {
      const going = settled.has(clause) ? noting(clause, behind) : this.#clause(clause, way, at, role, behind);
      return clause === tail ? once(going) : going;
    }, next);
  }

  #clause(clause: Clause, way: Way, at: number, role: Role, next: Going): Going {
    if (clause.type === 'pattern') {
      const joined = joinedTo(clause, way, at);
      return goingThrough(clause, joined, this.search(clause, joined, role), role, noting(clause, next));
    }
    if (clause.type === 'mentions' && clause.does) return this.#mentions(clause, role, noting(clause, next));
    const holds = testOf(clause, this.signs);
    const going = noting(clause, next);
    return (env, run) => holds(env, run.sight) && going(env, run);
  }

  #mentions(clause: Mentions, role: Role, next: Going): Going {
    // Asked of the whole report, each place is a firing of its own; otherwise the first is enough.
    const most = role === 'when' && typeof clause.where === 'string' ? MOST_MENTIONS : 1;
    const isOfMention = typeof clause.where !== 'string' && clause.where.of === null;
    const places = mentionsIn(clause, this.signs);
    return (env, run) => {
      for (const mention of places(env, run.sight, most)) if (next(isOfMention ? env : withMention(env, mention), run)) return true;
      return false;
    };
  }
}

/** Goes on to the end in the first way that leads there. */
function once(going: Going): Going {
  return (env, run) => {
    const { sight, budget } = run;
    let isEnough = false;
    const end = (way: Env): boolean => {
      isEnough = run.end(way);
      return true;
    };
    going(env, { sight, budget, end });
    return isEnough;
  };
}

/** Goes on with the clause kept as fulfilled, where somebody asked which took what. */
function noting(clause: Clause, next: Going): Going {
  const taken = (env: Env) => ({
    clause,
    findings: clause.type === 'pattern' ? env.findings : [],
    mention: clause.type === 'mentions' && clause.does ? env.mention : null,
  });
  return (env, run) => next(env.taken === null ? env : withTaken(env, taken(env)), run);
}
