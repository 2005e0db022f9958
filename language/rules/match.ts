import type { Finding } from '../meaning/finding.ts';
import { bind, bindingOf, type Env, findingsOf, isMatched, match } from './binding.ts';
import type { Constraint, Pattern } from './clause.ts';
import type { Facts } from './facts.ts';
import { causally, type Joined } from './joined.ts';
import { LEVEL_RELATIONS, placeOf } from './place.ts';
import { sidesOppose } from './relations.ts';
import { type Role, type Search, stands } from './search.ts';
import type { Sight } from './sight.ts';

/** What one rule may still look at in one report; below zero it stops, and the report is said not to be checked by it to the end. */
export interface Budget {
  left: number;
}

/** One search through a report: what is seen of it, what may be looked at, and what becomes of each environment at its end. */
export interface Run {
  readonly sight: Sight;
  readonly budget: Budget;
  /** Answers true where no other environment is wanted. */
  end(env: Env): boolean;
}

/** Goes on from what is bound, through every way in which the rest can hold; answers true where no other is wanted. */
export type Going = (env: Env, run: Run) => boolean;

/** So few findings are looked at sooner than they are sorted. */
const FEW = 8;

/** Where their names stand: a finding's words may begin with those of a note, or go round it. */
const nameStart = ({ where, range }: Finding): number => (where.head ?? range).start;

/** Whether a side is that of the findings, or (`same` false) opposed to all of theirs. */
function isOnSide(side: Finding['side'], findings: readonly Finding[], same: boolean): boolean {
  for (const other of findings) if (!sidesOppose(side, other.side)) return same;
  return !same;
}

/** The environment with what a constraint binds; null where the finding does not fulfil it. */
type Fit = (finding: Finding, env: Env, facts: Facts) => Env | null;

function fitOf(constraint: Constraint): Fit {
  switch (constraint.type) {
    case 'levels': {
      const { operand } = constraint;
      const relate = LEVEL_RELATIONS[constraint.relation];
      if (operand.type === 'written') return (_, env) => env;
      return (finding, env) => {
        const bound = bindingOf(env, operand.variable);
        if (bound === null) return bind(env, operand.variable, 'levels', [finding]);
        return relate?.(finding, placeOf(bound.findings)) ? env : null;
      };
    }
    case 'side': {
      const { operand, same } = constraint;
      return (finding, env) => {
        const bound = bindingOf(env, operand);
        if (bound === null) return bind(env, operand, 'side', [finding]);
        return isOnSide(finding.side, bound.findings, same) ? env : null;
      };
    }
    case 'supported':
      return (finding, env, facts) => {
        const support = facts.linkOf(finding)?.support;
        return support === undefined || support.length === 0 ? null : bind(env, constraint.by, 'findings', support);
      };
    case 'order': {
      const { than, later } = constraint;
      const follows = (one: Finding, other: Finding): boolean =>
        later ? nameStart(one) > nameStart(other) : nameStart(one) < nameStart(other);
      return (finding, env) => {
        for (const other of findingsOf(env, than)) if (other === finding || !follows(finding, other)) return null;
        return env;
      };
    }
    case 'statement': {
      const { as, same } = constraint;
      return ({ statement }, env) => {
        for (const other of findingsOf(env, as)) if ((statement === other.statement) !== same) return null;
        return env;
      };
    }
    case 'site':
      return ({ sites }, env) => {
        for (const other of findingsOf(env, constraint.of)) for (const site of other.sites) if (sites.includes(site)) return env;
        return null;
      };
    default:
      return (_, env) => env;
  }
}

/**
 * The candidates that are worth a look with what is bound: where they have to stand in the statement of one finding, or on its side or the
 * other, those alone, so that a sentence of a long report is not held against all others.
 */
function within(all: readonly Finding[], { constraints }: Pattern, env: Env, facts: Facts): readonly Finding[] {
  if (all.length < FEW) return all;
  for (const constraint of constraints) {
    if (constraint.type === 'statement' && constraint.same) {
      const [other, ...more] = findingsOf(env, constraint.as);
      if (other !== undefined && more.length === 0) return facts.byStatement(all).get(other.statement) ?? [];
    }
    const bound = constraint.type === 'side' ? bindingOf(env, constraint.operand) : null;
    if (constraint.type === 'side' && bound !== null) {
      return facts.ofSides(all, (side) => isOnSide(side, bound.findings, constraint.same));
    }
  }
  return all;
}

/**
 * Plans a pattern: `next` goes on from every finding that it takes. Looks at each finding that it may take once. `joined` is what is said
 * of it in its way, `search` looks for its candidates.
 */
export function goingThrough(pattern: Pattern, joined: Joined, search: Search, role: Role, next: Going): Going {
  const { name } = pattern;
  const fits = pattern.constraints.filter((constraint) => !stands(constraint)).map(fitOf);
  const as = pattern.head.type === 'same' ? pattern.head.as : null;
  const isTaken = (env: Env, finding: Finding): boolean =>
    (role === 'when' && isMatched(env, finding)) || (as !== null && findingsOf(env, as).includes(finding));
  const fit = (finding: Finding, env: Env, facts: Facts): Env | null => {
    let found: Env | null = env;
    for (const each of fits) if (found !== null) found = each(finding, found, facts);
    return found;
  };
  const looked = (env: Env, { facts }: Sight, all: readonly Finding[]): readonly Finding[] =>
    within(causally(all, joined, env), pattern, env, facts);
  if (!pattern.all) {
    return (env, run) => {
      const { sight, budget } = run;
      for (const finding of looked(env, sight, search(sight, env))) {
        budget.left -= 1;
        if (budget.left < 0) return false;
        if (isTaken(env, finding)) continue;
        const found = fit(finding, env, sight.facts);
        if (found !== null && next(match(found, name, [finding]), run)) return true;
      }
      return false;
    };
  }
  if (as === null && fits.length === 0) {
    return (env, run) => {
      const all = looked(env, run.sight, search(run.sight, env));
      run.budget.left -= 1;
      // Whatever is bound, they are the same.
      const isFree = role !== 'when' || !all.some((finding) => isMatched(env, finding));
      const together = isFree ? all : all.filter((finding) => !isMatched(env, finding));
      return together.length > 0 && next(match(env, name, together), run);
    };
  }
  return (env, run) => {
    const { sight, budget } = run;
    const together: Finding[] = [];
    for (const finding of looked(env, sight, search(sight, env))) {
      budget.left -= 1;
      if (budget.left < 0) return false;
      if (!isTaken(env, finding) && fit(finding, env, sight.facts) !== null) together.push(finding);
    }
    return together.length > 0 && next(match(env, name, together), run);
  };
}
