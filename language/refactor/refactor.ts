import { type Reading, reportAt } from '../assist/reading.ts';
import { type Meaning, meaningOf, noNewRules, type Read, sameFindings } from '../format/meaning.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadStatement } from '../meaning/statement.ts';
import { applyEdits } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Propose, Refactoring } from './refactoring.ts';

const PROPOSALS: readonly Propose[] = [];

/** Gives what can be said otherwise at a range of a text; only what leaves the findings as they are, and no rule with more to say. */
export type Refactor = (reading: Reading, range: Span) => Refactoring[];

export function createRefactor(lexicon: Lexicon, readStatement: ReadStatement, read: Read): Refactor {
  return (reading, range) => {
    const report = reportAt(reading, range.start);
    if (report === undefined || range.end > report.range.end) return [];
    const asked = { reading, report, range, lexicon, readStatement };
    const proposed = PROPOSALS.flatMap((propose) => propose(asked));
    if (proposed.length === 0) return [];
    // The report alone is read again, however long the archive around it is.
    const by = report.range.start;
    const before = reading.text.slice(by, report.range.end);
    const meaning = meaningOf(read(before));
    return proposed.filter(({ edits }) => {
      const own = edits.map((edit) => ({ ...edit, range: { start: edit.range.start - by, end: edit.range.end - by } }));
      const after = applyEdits(before, own);
      return after !== before && keeps(meaning, meaningOf(read(after)));
    });
  };
}

const keeps = (before: Meaning, after: Meaning): boolean => sameFindings(before, after) && noNewRules(before, after);
