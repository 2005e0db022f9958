import type { Finding } from '../meaning/finding.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Clause, Condition, Pattern, Way } from './clause.ts';
import { variablesOfClause } from './clause-variables.ts';

/** What the clauses behind a pattern in its way say of what it takes. */
export interface Joined {
  /** Conditions that speak of it alone: whoever fulfils them does so whatever else is bound. */
  readonly own: readonly Condition[];
  /** The variable of what has to cause it, or be caused by it. */
  readonly cause: string | null;
  readonly effect: string | null;
}

const NOTHING: Joined = { own: [], cause: null, effect: null };

/** What is said behind the pattern at a place of a way; of what `all` takes together nothing is said one by one. */
export function joinedTo({ name, all }: Pattern, way: Way, at: number): Joined {
  if (name === null || all) return NOTHING;
  const behind = way.slice(at + 1).filter((clause): clause is Condition => clause.type !== 'pattern');
  const causing = behind.find((c) => c.type === 'causes' && c.does && c.effect === name && c.cause !== name);
  const caused = behind.find((c) => c.type === 'causes' && c.does && c.cause === name && c.effect !== name);
  return {
    own: behind.filter((condition) => speaksOf(condition, name)),
    cause: causing?.type === 'causes' ? causing.cause : null,
    effect: caused?.type === 'causes' ? caused.effect : null,
  };
}

/** Whether a condition speaks of a variable, and of nothing else. */
function speaksOf(condition: Condition, name: string): boolean {
  const { uses } = variablesOfClause(condition, new Set([name]));
  return uses.length > 0 && uses.every((used) => used === name);
}

/**
 * The conditions of a way that nobody has to ask again: they speak of what one pattern takes alone, and the search for that has asked them.
 * One that finds words is no such condition, as later lines may speak of those.
 */
export function settledIn(way: Way): ReadonlySet<Clause> {
  const settled = new Set<Clause>();
  for (const [at, clause] of way.entries()) {
    if (clause.type !== 'pattern' || clause.name === null) continue;
    const { name } = clause;
    for (const condition of joinedTo(clause, way, at).own) {
      const between = way.slice(at + 1, way.indexOf(condition));
      const isBoundAnew = between.some((other) => variablesOfClause(other, new Set()).binds.includes(name));
      if (!isBoundAnew && !(condition.type === 'mentions' && condition.does)) settled.add(condition);
    }
  }
  return settled;
}

/** Those of the findings that what is bound causes, or that cause what is bound; all where neither is asked. */
export function causally(all: readonly Finding[], { cause, effect }: Joined, env: Env): readonly Finding[] {
  if (cause === null && effect === null) return all;
  const causes = cause === null ? [] : findingsOf(env, cause);
  if (causes.length > 0) {
    const ids = new Set(causes.flatMap((finding) => finding.causes));
    return ids.size === 0 ? [] : all.filter(({ id }) => ids.has(id));
  }
  const effects = effect === null ? [] : findingsOf(env, effect);
  if (effects.length === 0) return all;
  const ids = new Set(effects.map(({ id }) => id));
  return all.filter((finding) => finding.causes.some((id) => ids.has(id)));
}
