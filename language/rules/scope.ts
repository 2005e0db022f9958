import type { Scope } from './clause.ts';

/** Text under no heading is taken for findings. */
export const isBody = (section: string): boolean => section === 'findings' || section === '';

/** Whether a part of a report includes a section. */
export function isInScope(section: string, scope: Scope): boolean {
  if (scope === 'findings') return isBody(section);
  return scope === 'report' ? isBody(section) || section === 'impression' : section === scope;
}
