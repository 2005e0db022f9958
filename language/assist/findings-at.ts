import type { Finding } from '../meaning/finding.ts';
import { contains } from '../text/span.ts';
import { isNamedAt } from './reading.ts';

/** Findings that one place speaks of, at most. */
const MOST = 3;

/** Findings named at an offset, else those that state something there, the shortest first. */
export function findingsAt(all: readonly Finding[], offset: number): Finding[] {
  const around = all
    .filter(({ range }) => contains(range, offset))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
  const named = around.filter((finding) => isNamedAt(finding, offset));
  const stated = around.filter(({ where }) => Object.values(where).some((span) => contains(span, offset)));
  return (named.length > 0 ? named : stated).slice(0, MOST);
}
