import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import type { Difference } from './difference.ts';

/** The rules that report what sync mends. Where a person silenced one with `emh-ignore`, sync leaves the words as they are. */
const RULES: Readonly<Record<Difference['attribute'] | 'missing', readonly string[]>> = {
  levels: ['level-drift'],
  side: ['side-drift-impression', 'bilateral-only-one'],
  severity: ['severity-drift'],
  size: ['unit-scale-drift', 'impression-size-differs'],
  presence: ['assert-and-negate'],
  missing: ['impression-missing-finding', 'critical-missing', 'site-missing-in-impression'],
};

/** Whether a comment on the finding's statement silences what sync would do for it. */
export function isIgnored(finding: Finding, what: keyof typeof RULES, report: Report): boolean {
  const ignores = report.outline.statements[finding.statement]?.ignores ?? [];
  return ignores.some(({ rules }) => rules.length === 0 || RULES[what].some((rule) => rules.includes(rule)));
}
