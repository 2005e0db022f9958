import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import type { Clause } from './clause.ts';

/** What a variable stands for: findings, or the levels or side of one (`at L`, `on S`). */
export interface Binding {
  readonly type: 'findings' | 'levels' | 'side';
  readonly findings: readonly Finding[];
}

/** A clause that was fulfilled, with the findings or the words that it took. */
export interface Taken {
  readonly clause: Clause;
  readonly findings: readonly Finding[];
  readonly mention: Span | null;
}

/** The variables bound so far, and the findings matched by the `when` and `and` lines in their order. */
export interface Env {
  readonly variables: Readonly<Record<string, Binding>>;
  readonly trail: readonly Finding[];
  /** The words that a `mentions` line found last. */
  readonly mention: Span | null;
  /** The clauses fulfilled so far, in their order; null where nobody asked, so that nothing is kept. */
  readonly taken: readonly Taken[] | null;
}

export const EMPTY_ENV: Env = { variables: {}, trail: [], mention: null, taken: null };

/** To begin with where it is asked which clause took what. */
export const TRACED_ENV: Env = { ...EMPTY_ENV, taken: [] };

export const bind = (env: Env, name: string, binding: Binding): Env => ({ ...env, variables: { ...env.variables, [name]: binding } });

export const findingsOf = (env: Env, variable: string): readonly Finding[] => env.variables[variable]?.findings ?? [];
