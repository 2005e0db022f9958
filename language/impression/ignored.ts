import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import type { Difference } from './difference.ts';

/**
 * The rules that report what sync mends, each with the difference that it reports. After sync none of them fires but for a
 * difference that has no edit, because a person has to reword (`unsettled`).
 */
export const RULES_OF_SYNC: Readonly<Record<Difference['attribute'] | 'missing', readonly string[]>> = {
  presence: ['presence-drift', 'assert-and-negate', 'normal-drift'],
  certainty: ['finding-certainty-drift', 'certainty-drift'],
  levels: ['level-drift', 'level-part'],
  side: ['side-drift-impression', 'bilateral-only-one', 'side-part'],
  severity: ['severity-drift', 'severity-only'],
  size: ['unit-scale-drift', 'impression-size-differs'],
  count: ['count-drift'],
  change: ['change-drift'],
  detail: ['detail-drift'],
  'sided size': ['sided-size-drift'],
  signal: ['signal-drift'],
  diagnosis: ['diagnosis-drift'],
  direction: ['direction-drift'],
  grade: ['grade-scale-drift'],
  missing: ['finding-missing-in-impression', 'critical-missing', 'site-missing-in-impression'],
};

/** Whether a comment on the finding's statement silences what sync would do for it. */
export function isIgnored(finding: Finding, what: keyof typeof RULES_OF_SYNC, report: Report): boolean {
  const ignores = report.outline.statements[finding.statement]?.ignores ?? [];
  return ignores.some(({ rules }) => rules.length === 0 || RULES_OF_SYNC[what].some((rule) => rules.includes(rule)));
}
