import type { Finding, Part } from '../meaning/finding.ts';
import type { Attribute } from './attribute.ts';

/** What a variable stands for: findings, or the levels or side of one (`at L`, `on S`). */
export interface Binding {
  readonly type: 'findings' | 'levels' | 'side';
  readonly findings: readonly Finding[];
}

/** The variables bound so far, and the findings matched by the `when` and `and` lines in their order. */
export interface Env {
  readonly variables: Readonly<Record<string, Binding>>;
  readonly trail: readonly Finding[];
}

export const EMPTY_ENV: Env = { variables: {}, trail: [] };

export const bind = (env: Env, name: string, binding: Binding): Env => ({ ...env, variables: { ...env.variables, [name]: binding } });

export const findingsOf = (env: Env, variable: string): readonly Finding[] => env.variables[variable]?.findings ?? [];

/** The place of a finding that an attribute was read from. */
export function partOfAttribute(attribute: Attribute): Part {
  if (attribute === 'diagnosis') return 'suggests';
  return attribute === 'kind' ? 'head' : attribute;
}

/** Whether the finding states the attribute. */
export function states(finding: Finding, attribute: Attribute): boolean {
  switch (attribute) {
    case 'levels':
      return finding.levels.length > 0 || finding.discs.length > 0;
    case 'discs':
      return finding.discs.length > 0;
    case 'side':
      return finding.side !== null;
    case 'severity':
      return finding.severity !== null;
    case 'size':
      return finding.sizeMm !== null && finding.sizeMm.length > 0;
    case 'presence':
    case 'kind':
      return true;
    case 'signal':
      return Object.keys(finding.signal).length > 0;
    case 'enhancement':
      return finding.enhancement !== null && finding.enhancement !== 'none';
    case 'sites':
      return finding.sites.length > 0;
    case 'morphology':
      return finding.morphology.length > 0;
    case 'change':
      return finding.change !== null;
    case 'count':
      return finding.count !== null;
    case 'diagnosis':
      return finding.suggests.length > 0;
  }
}

/** The values of an attribute as words, for `change of F is resolved`. */
export function valuesOf(finding: Finding, attribute: Attribute): readonly string[] {
  switch (attribute) {
    case 'levels':
      return finding.levels;
    case 'discs':
      return finding.discs;
    case 'side':
      return finding.side ? [finding.side] : [];
    case 'severity':
      return finding.severity ?? [];
    case 'size':
      return (finding.sizeMm ?? []).map(String);
    case 'presence':
      return [finding.presence];
    case 'kind':
      return [finding.kind];
    case 'signal':
      return Object.entries(finding.signal).flatMap(([sequence, { intensity }]) => [sequence, ...intensity]);
    case 'enhancement':
      return finding.enhancement ? [finding.enhancement] : [];
    case 'sites':
      return finding.sites;
    case 'morphology':
      return finding.morphology;
    case 'change':
      return finding.change ? [finding.change] : [];
    case 'count':
      return finding.count ? [finding.count] : [];
    case 'diagnosis':
      return finding.suggests;
  }
}
