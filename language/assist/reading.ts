import type { Finding } from '../meaning/finding.ts';
import type { Report } from '../meaning/report.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { contains, type Span } from '../text/span.ts';

/** What the queries of this folder need of a text; a snapshot of the language has it. */
export interface Reading {
  readonly text: string;
  readonly reports: readonly Report[];
  readonly diagnostics: readonly Diagnostic[];
  readonly understood: readonly Word[];
}

/** Words that were understood: a lexicon category or `level`, `number`, with the ids of its terms. */
export interface Word {
  readonly range: Span;
  readonly category: string;
  readonly value: string;
}

/** A rule as completions name it. */
export interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** What a report states, its impression included, in reading order. */
export const findingsOf = (report: Report): Finding[] => [...report.findings, ...report.impression.flatMap(({ findings }) => findings)];

/** Whether the words at `offset` name the finding. */
export const isNamedAt = ({ where }: Finding, offset: number): boolean => where.head !== undefined && contains(where.head, offset);

/** The report that `offset` is in; at the border of two, the earlier one that ends there. */
export function reportAt(reading: Reading, offset: number): Report | undefined {
  return reading.reports.find(({ range }) => offset <= range.end) ?? reading.reports.at(-1);
}

/** The understood words at `offset`, found by halving. */
export function wordAt(words: readonly Word[], offset: number): Word | undefined {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const word = words[middle] as Word;
    if (word.range.end < offset) low = middle + 1;
    else if (word.range.start > offset) high = middle - 1;
    else return word;
  }
  return undefined;
}
