import { fold } from '../text/fold.ts';
import { lazy } from '../text/lazy.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { levelRuns } from './notation.ts';
import { isNote } from './note.ts';
import type { Report } from './report.ts';

/**
 * What the words of a finding give beyond the one value that it has: `masses at D6 (1 cm), D8 (3 cm) and D10 (5 cm)` is one finding of
 * three sizes. Which of them an item means is for a reader to tell.
 */
export interface Given {
  /** Every size that is given for it now, in mm, in the order written; that of an earlier examination is none. */
  sizes(finding: Finding): readonly (readonly number[])[];
  /** Left and right are each said of a part of it (`right at D5, left at D7`), not of all of it (`left and right`, `bilateral`). */
  isOfSides(finding: Finding): boolean;
  /** Its levels differ in size or in side. */
  isOfParts(finding: Finding): boolean;
  /** The words of its statement that may speak of it: from its first word, or from that of the statement where it is named first, to the next thing. */
  reach(finding: Finding): Span;
}

/** What is given in one report; `text` is the whole text that the report is in. */
export function givenIn(
  { findings, impression, notes, outline }: Pick<Report, 'findings' | 'impression' | 'notes' | 'outline'>,
  text: string,
): Given {
  const statements = lazy(() => {
    const spoken = [...findings, ...impression.flatMap((item) => item.findings)].filter((f) => !isNote(f));
    return Map.groupBy(spoken, (f) => f.statement);
  });
  const measured = lazy(() =>
    Map.groupBy(
      notes.filter((n) => n.category === 'measurement' && n.kind === 'size' && n.sizeMm !== null),
      (n) => n.statement,
    ),
  );
  const headOf = (f: Finding): Span => f.where.head ?? f.range;
  /** From the first word of a finding, or from what is measured in another sentence, to the next thing that is named. */
  const reachFrom = (start: number, from: number, statement: number): Span => {
    const next = (statements().get(statement) ?? []).filter((f) => headOf(f).start > from).map((f) => Math.max(f.range.start, from));
    return { start, end: Math.min(outline.statements[statement]?.range.end ?? start, ...next) };
  };
  const reachOf = (f: Finding): Span => reachFrom(f.range.start, headOf(f).end, f.statement);
  const sizesIn = ({ start, end }: Span, statement: number): (readonly number[])[] =>
    (measured().get(statement) ?? []).flatMap((n) => (n.range.start >= start && n.range.end <= end && n.sizeMm !== null ? [n.sizeMm] : []));

  const sizes = (f: Finding): readonly (readonly number[])[] => {
    const { size } = f.where;
    const own = f.sizeMm === null || f.sizeMm.length === 0 ? [] : [f.sizeMm];
    // `right D6 (2 cm), left D8 (4 cm)`: each of the two has its own.
    const isOfTwo = (statements().get(f.statement) ?? []).some(
      (other) =>
        headOf(other).start === headOf(f).start &&
        other.where.size !== undefined &&
        size !== undefined &&
        other.where.size.start !== size.start,
    );
    if (isOfTwo) return own;
    const isElsewhere = size !== undefined && size.start >= (outline.statements[f.statement]?.range.end ?? size.start + 1);
    const told = isElsewhere ? outline.statements.slice(f.statement).find(({ range }) => size.end <= range.end) : undefined;
    const elsewhere = size === undefined || told === undefined ? [] : sizesIn(reachFrom(size.start, size.end, told.index), told.index);
    // `4.1 cm in length and 1.2 cm in thickness` is one size.
    const more = [...sizesIn(reachOf(f), f.statement), ...elsewhere].filter((mm) => !mm.every((x) => f.sizeMm?.includes(x)));
    const all = [...own, ...more];
    return all.filter((mm, i) => all.findIndex((other) => other.join() === mm.join()) === i);
  };
  const isOfSides = (f: Finding): boolean => {
    if (f.side !== 'bilateral' || f.dominantSide !== null) return false;
    const { start, end } = reachOf(f);
    const words = fold(text.slice(start, end));
    return /\b(left|lt)\b/.test(words) && /\b(right|rt)\b/.test(words) && !OF_BOTH.test(words);
  };
  const isOfParts = (f: Finding): boolean => {
    if (f.levels.length + f.discs.length < 2 || (sizes(f).length < 2 && !isOfSides(f))) return false;
    const { levels } = f.where;
    return (
      f.discs.length > 1 ||
      levelRuns(f.levels).length > 1 ||
      (levels !== undefined && /[(:]|\b([cm]m|left|right)\b/i.test(text.slice(levels.start, levels.end)))
    );
  };
  const reach = (f: Finding): Span => {
    const { start, end } = reachOf(f);
    const isFirst = (statements().get(f.statement) ?? []).every((other) => headOf(other).start >= headOf(f).start);
    return { start: isFirst ? Math.min(start, outline.statements[f.statement]?.range.start ?? start) : start, end };
  };
  return { sizes, isOfSides, isOfParts, reach };
}

/** Both sides of the whole. */
const OF_BOTH = /\b(bilateral(ly)?|both|(left|right|lt|rt)\s*(and|&|,|\/|\+)\s*(the\s+)?(left|right|lt|rt))\b/;
