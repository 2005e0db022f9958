import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';

/** What a variable stands for: findings, or the levels or side of one (`at L`, `on S`). */
export interface Binding {
  readonly type: 'findings' | 'levels' | 'side';
  readonly findings: readonly Finding[];
}

/** The variables bound so far, and the findings matched by the `when` and `and` lines in their order. */
export interface Env {
  readonly variables: Readonly<Record<string, Binding>>;
  readonly trail: readonly Finding[];
  /** The words that a `mentions` line found last. */
  readonly mention: Span | null;
}

export const EMPTY_ENV: Env = { variables: {}, trail: [], mention: null };

export const bind = (env: Env, name: string, binding: Binding): Env => ({ ...env, variables: { ...env.variables, [name]: binding } });

export const findingsOf = (env: Env, variable: string): readonly Finding[] => env.variables[variable]?.findings ?? [];
