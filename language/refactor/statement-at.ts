import { findingsOf } from '../assist/reading.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Statement } from '../syntax/report.ts';
import { contains } from '../text/span.ts';
import type { Asked } from './refactoring.ts';

/** A statement with the findings that it states, in the order of their heads. */
export interface Stated {
  readonly statement: Statement;
  readonly findings: readonly Finding[];
}

/** The statement that holds the whole range, where it is free of comments and quotes; null elsewhere. */
export function statementAt({ reading, report, range }: Asked): Stated | null {
  const statement = report.outline.statements.find((each) => contains(each.range, range.start));
  if (statement === undefined || range.end > statement.range.end) return null;
  const written = reading.text.slice(statement.range.start, statement.range.end);
  if (written !== statement.text || /["“”„«»]/.test(written)) return null;
  const findings = findingsOf(report)
    .filter((finding) => finding.statement === statement.index && finding.where.head !== undefined)
    .sort((a, b) => (a.where.head?.start ?? 0) - (b.where.head?.start ?? 0));
  return { statement, findings };
}
