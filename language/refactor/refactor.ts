import { type Reading, reportAt } from '../assist/reading.ts';
import { type Meaning, meaningOf, noNewRules, type Read, sameFindings } from '../format/meaning.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadStatement } from '../meaning/statement.ts';
import { applyEdits } from '../text/edit.ts';
import { type Span, shift } from '../text/span.ts';
import { abbreviation } from './abbreviation.ts';
import { move } from './move.ts';
import { notation } from './notation.ts';
import type { Asked, Propose, Refactoring } from './refactoring.ts';
import { split } from './split.ts';
import { style } from './style.ts';

/** A report of more characters than this is none that a person works on, and would be read again too slowly. */
const LONGEST = 50_000;

const PROPOSALS: readonly Propose[] = [notation, abbreviation, split, move, style];

/** Gives what can be said otherwise at a range of a text; only what leaves the findings as they are, and no rule with more to say. */
export type Refactor = (reading: Reading, range: Span) => Refactoring[];

export function createRefactor(lexicon: Lexicon, readStatement: ReadStatement, read: Read): Refactor {
  return (reading, range) => {
    const report = reportAt(reading, range.start);
    if (report === undefined || range.end > report.range.end || report.range.end - report.range.start > LONGEST) return [];
    const keeps = createKeeps(reading.text, report.range, read);
    const asked: Asked = { reading, report, range, lexicon, readStatement, keeps };
    return PROPOSALS.flatMap((propose) => propose(asked)).filter(({ edits }) => keeps(edits));
  };
}

/** Reads the report alone again, however long the archive around it is. */
function createKeeps(text: string, { start, end }: Span, read: Read): Asked['keeps'] {
  const before = text.slice(start, end);
  let meaning: Meaning | null = null;
  return (edits) => {
    const own = edits.map((edit) => ({ ...edit, range: shift(edit.range, -start) }));
    const after = applyEdits(before, own);
    if (after === before) return false;
    meaning ??= meaningOf(read(before));
    const changed = meaningOf(read(after));
    return sameFindings(meaning, changed) && noNewRules(meaning, changed);
  };
}
