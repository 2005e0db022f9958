import type { Span } from '../text/span.ts';
import { findingsOf, isNamedAt, type Reading, reportAt, wordAt } from './reading.ts';

/** The same thing elsewhere in the report: findings of the kind that is named at `offset`, else words understood as the same. */
export function highlightsAt(reading: Reading, offset: number): Span[] {
  const report = reportAt(reading, offset);
  if (report === undefined) return [];
  const findings = findingsOf(report);
  const named = findings.find((finding) => isNamedAt(finding, offset));
  if (named !== undefined) return findings.filter(({ kind }) => kind === named.kind).flatMap(({ where }) => where.head ?? []);
  const word = wordAt(reading.understood, offset);
  if (word === undefined || SMALL.has(word.category)) return [];
  const isSame = ({ range, category, value }: typeof word): boolean =>
    category === word.category && value === word.value && range.start >= report.range.start && range.end <= report.range.end;
  return reading.understood.filter(isSame).map(({ range }) => range);
}

/** Words that carry no meaning of their own. */
const SMALL: ReadonlySet<string> = new Set(['preposition', 'conjunction', 'verb', 'word', 'pronoun', 'number', 'all']);
