import type { Finding } from '../meaning/finding.ts';
import type { Span } from '../text/span.ts';
import { type Env, findingsOf, partOfAttribute } from './binding.ts';
import type { Facts } from './facts.ts';
import type { Mark } from './rule.ts';

function partSpan(finding: Finding, part: Extract<Mark, { type: 'part' }>['part']): Span | null {
  if (part === 'whole') return finding.range;
  if (part === 'head') return finding.where.head ?? null;
  if (part === 'levels') return finding.where.levels ?? finding.where.discs ?? null;
  return finding.where[partOfAttribute(part)] ?? null;
}

/** The words of a mark; with `near`, the finding's name or all of it where it does not state that part. */
export function spanOf(mark: Mark, env: Env, facts: Facts, near: boolean): Span | null {
  if (mark.type === 'section') return facts.sectionRange(mark.scope);
  const finding = mark.of === '' ? env.trail[0] : findingsOf(env, mark.of)[0];
  if (!finding) return null;
  return partSpan(finding, mark.part) ?? (near ? (finding.where.head ?? finding.range) : null);
}
