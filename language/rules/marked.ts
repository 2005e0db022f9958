import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import type { Span } from '../text/span.ts';
import { type Env, findingsOf, matchedIn } from './binding.ts';
import type { Facts } from './facts.ts';
import { placeOfAttribute } from './read-attribute.ts';
import type { Mark } from './rule.ts';

function partSpan(finding: Finding, part: Extract<Mark, { type: 'part' }>['part'], facts: Facts): Span | null {
  if (part === 'whole') return finding.range;
  if (part === 'head') return finding.where.head ?? null;
  return placeOfAttribute(finding, part, facts);
}

/** A place to say something of a report as a whole: the heading of its findings, or its first words. */
export const startOf = ({ outline, range }: Report): Span =>
  outline.sections.find(({ id }) => id === 'findings')?.heading ?? outline.statements[0]?.range ?? outline.header[0]?.value ?? range;

/** The words of a mark; with `near`, the finding's name or all of it where it does not state that part. */
export function spanOf(mark: Mark, env: Env, facts: Facts, near: boolean): Span | null {
  if (mark.type === 'section') return facts.sectionRange(mark.scope);
  if (mark.type === 'mention') return env.mention;
  if (mark.type === 'patient') return facts.report.patient[mark.part === 'age' ? 'ageRange' : 'sexRange'];
  const finding = mark.of === '' ? matchedIn(env)[0] : findingsOf(env, mark.of)[0];
  if (!finding) return null;
  return partSpan(finding, mark.part, facts) ?? (near ? (finding.where.head ?? finding.range) : null);
}
