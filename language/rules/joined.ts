import type { Finding } from '../meaning/finding.ts';
import { EMPTY_ENV, type Env, findingsOf } from './binding.ts';
import type { Condition, Pattern, Way } from './clause.ts';
import { variablesOfClause } from './clause-variables.ts';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';

/** What the clauses behind a pattern in its way say of what it takes. */
export interface Joined {
  /** Conditions that speak of it alone: whoever fulfils them does so whatever else is bound. */
  readonly own: readonly Condition[];
  /** The variable of what has to cause it, or be caused by it. */
  readonly cause: string | null;
  readonly effect: string | null;
}

const NOTHING: Joined = { own: [], cause: null, effect: null };

/** A pattern stands in one way of one rule. */
const KNOWN = new WeakMap<Pattern, Joined>();

/** What is said behind the pattern at a place of a way; of what `all` takes together nothing is said one by one. */
export function joinedTo(pattern: Pattern, way: Way, at: number): Joined {
  let known = KNOWN.get(pattern);
  if (known === undefined) KNOWN.set(pattern, (known = find(pattern, way, at)));
  return known;
}

function find({ name, all }: Pattern, way: Way, at: number): Joined {
  if (name === null || all) return NOTHING;
  const behind = way.slice(at + 1).filter((clause): clause is Condition => clause.type !== 'pattern');
  const own = behind.filter((condition) => {
    const { uses } = variablesOfClause(condition, new Set([name]));
    return uses.length > 0 && uses.every((used) => used === name);
  });
  const causing = behind.find((c) => c.type === 'causes' && c.does && c.effect === name && c.cause !== name);
  const caused = behind.find((c) => c.type === 'causes' && c.does && c.cause === name && c.effect !== name);
  return {
    own,
    cause: causing?.type === 'causes' ? causing.cause : null,
    effect: caused?.type === 'causes' ? caused.effect : null,
  };
}

/** Whether a finding fulfils what is said of it alone. */
export function fulfilsOwn(finding: Finding, name: string, { own }: Joined, facts: Facts): boolean {
  if (own.length === 0) return true;
  const env: Env = { ...EMPTY_ENV, variables: { [name]: { type: 'findings', findings: [finding] } } };
  return own.every((condition) => holds(condition, env, facts));
}

/** Those of the findings that what is bound causes, or that cause what is bound; all where neither is asked. */
export function causally(all: readonly Finding[], { cause, effect }: Joined, env: Env): readonly Finding[] {
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
