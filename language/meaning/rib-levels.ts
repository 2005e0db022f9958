import type { Finding } from './finding.ts';
import { LEVELS } from './levels.ts';
import type { Report } from './report.ts';

/** Ribs that the statement names by their numbers, as the vertebrae that bear them. */
export function ribLevels(finding: Finding, { notes }: Pick<Report, 'notes'>): string[] {
  const named = notes.filter(
    ({ category, statement, side, range }) =>
      category === 'rib' &&
      statement === finding.statement &&
      (side === null || finding.side === null || side === finding.side) &&
      range.end > finding.range.start &&
      range.start < finding.range.end,
  );
  const numbers = new Set(named.map(({ amount }) => `T${amount}`));
  return LEVELS.filter((level) => numbers.has(level));
}
