import type { Env } from './binding.ts';
import type { Clause, Step, Way } from './clause.ts';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';
import { joinedTo } from './joined.ts';
import { type Budget, matchPattern, type Role } from './match.ts';
import { mentionsIn } from './mentions.ts';
import type { Rule } from './rule.ts';

/** Shows `visit` every way in which the step can hold, until it answers true. */
function take(step: Step, env: Env, facts: Facts, role: Role, budget: Budget, visit: (env: Env) => boolean): boolean {
  return step.some((way) => takeWay(way, 0, env, facts, role, budget, visit));
}

function takeWay(way: Way, at: number, env: Env, facts: Facts, role: Role, budget: Budget, visit: (env: Env) => boolean): boolean {
  const clause = way[at];
  if (clause === undefined) return visit(env);
  const next = (found: Env): boolean =>
    takeWay(way, at + 1, found.taken === null ? found : noted(clause, env, found), facts, role, budget, visit);
  if (clause.type === 'pattern') return matchPattern(clause, joinedTo(clause, way, at), env, facts, role, budget, next);
  if (clause.type === 'mentions' && clause.does) {
    // Asked of the whole report, each place is a firing of its own; otherwise the first is enough.
    const most = role === 'when' && typeof clause.where === 'string' ? MOST_MENTIONS : 1;
    const isOfMention = typeof clause.where !== 'string' && clause.where.of === null;
    return mentionsIn(clause, env, facts, most).some((mention) => next(isOfMention ? env : { ...env, mention }));
  }
  return holds(clause, env, facts) && next(env);
}

/** What the clause took, kept with it; `before` is the environment that it was asked in. */
function noted(clause: Clause, before: Env, found: Env): Env {
  const findings = found.trail.slice(before.trail.length);
  const mention = clause.type === 'mentions' && clause.does ? found.mention : null;
  return { ...found, taken: [...(found.taken ?? []), { clause, findings, mention }] };
}

/** The first way in which the step holds; null where it does not. */
export function firstWay(step: Step, env: Env, facts: Facts, budget: Budget): Env | null {
  let found: Env | null = null;
  take(step, env, facts, 'check', budget, (way) => {
    found = way;
    return true;
  });
  return found;
}

/** Places of words that one line follows. */
const MOST_MENTIONS = 20;

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

/** Whether what the rule asks for is missing, and no exception excuses it. */
function isViolated(rule: Rule, env: Env, facts: Facts, budget: Budget): boolean {
  const met = (step: Step): boolean => firstWay(step, env, facts, budget) !== null;
  if (rule.unless.some(met)) return false;
  return rule.expect.length === 0 || !rule.expect.every(met);
}

/**
 * Every way in which a rule fires on a report: the `when` and `and` lines hold together, some `expect` line does not (where there
 * are any) and no `unless` line does. `start` is what each begins with: nothing, traced or not. A rule that joins n findings with m looks at n × m of them, within its budget.
 */
export function firings(rule: Rule, facts: Facts, budget: Budget, start: Env): Env[] {
  const found: Env[] = [];
  const follow = (at: number, env: Env): boolean => {
    const step = rule.when[at];
    if (step) return take(step, env, facts, 'when', budget, (way) => follow(at + 1, way)) || budget.left < 0;
    if (isViolated(rule, env, facts, budget) && budget.left >= 0) found.push(env);
    return budget.left < 0;
  };
  follow(0, start);
  return found;
}
