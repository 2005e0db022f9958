import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import type { Clause } from './clause.ts';

/** A clause that was fulfilled, with the findings or the words that it took. */
export interface Taken {
  readonly clause: Clause;
  readonly findings: readonly Finding[];
  readonly mention: Span | null;
}

/**
 * What was bound and matched up to here, one link for each thing, the latest first: a rule that looks at many findings copies nothing
 * of what it holds already.
 */
export interface Env {
  readonly before: Env | null;
  /** The variable that stands for the findings, or for the levels or side of one (`at L`, `on S`); null where it is none. */
  readonly name: string | null;
  readonly type: 'findings' | 'levels' | 'side';
  readonly findings: readonly Finding[];
  /** Whether a pattern matched the findings; no finding plays two parts. */
  readonly isMatch: boolean;
  /** The words that a `mentions` line found last. */
  readonly mention: Span | null;
  /** The clauses fulfilled so far, in their order; null where nobody asked, so that nothing is kept. */
  readonly taken: readonly Taken[] | null;
}

const NONE: readonly Finding[] = [];

const NOTHING_NEW = { before: null, name: null, type: 'findings', findings: NONE, isMatch: false } as const;

export const EMPTY_ENV: Env = { ...NOTHING_NEW, mention: null, taken: null };

/** To begin with where it is asked which clause took what. */
export const TRACED_ENV: Env = { ...EMPTY_ENV, taken: [] };

/** Lets a variable stand for findings, or for the levels or side of one. */
export const bind = (before: Env, name: string, type: Env['type'], findings: readonly Finding[]): Env => ({
  before,
  name,
  type,
  findings,
  isMatch: false,
  mention: before.mention,
  taken: before.taken,
});

/** Keeps what a pattern matched, and gives it the pattern's name where it has one. */
export const match = (before: Env, name: string | null, findings: readonly Finding[]): Env => ({
  before,
  name,
  type: 'findings',
  findings,
  isMatch: true,
  mention: before.mention,
  taken: before.taken,
});

/** Keeps the words that a `mentions` line found. */
export const withMention = (before: Env, mention: Span): Env => ({ ...NOTHING_NEW, before, mention, taken: before.taken });

/** Keeps that a clause was fulfilled. */
export const withTaken = (before: Env, taken: Taken): Env => ({
  ...NOTHING_NEW,
  before,
  mention: before.mention,
  taken: [...(before.taken ?? []), taken],
});

/** What a variable stands for; null where it is not bound. */
export function bindingOf(env: Env, variable: string): Env | null {
  for (let at: Env | null = env; at !== null; at = at.before) if (at.name === variable) return at;
  return null;
}

export const findingsOf = (env: Env, variable: string): readonly Finding[] => bindingOf(env, variable)?.findings ?? NONE;

/** Whether a pattern matched the finding before. */
export function isMatched(env: Env, finding: Finding): boolean {
  for (let at: Env | null = env; at !== null; at = at.before) if (at.isMatch && at.findings.includes(finding)) return true;
  return false;
}

/** The links in the order in which they were made. */
function linksOf(env: Env): Env[] {
  const links: Env[] = [];
  for (let at: Env | null = env; at !== null; at = at.before) links.push(at);
  return links.reverse();
}

/** The findings that patterns matched, in the order of the lines. */
export const matchedIn = (env: Env): readonly Finding[] => linksOf(env).flatMap(({ isMatch, findings }) => (isMatch ? findings : []));

/** All that variables stand for, in the order in which they were first bound. */
export function boundIn(env: Env): readonly Finding[] {
  const bound = new Map<string, readonly Finding[]>();
  for (const { name, findings } of linksOf(env)) if (name !== null) bound.set(name, findings);
  return [...bound.values()].flat();
}
