import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Report } from '../../meaning/report.ts';
import { leftOver, normalsOf, sameWords } from '../left-over.ts';
import type { Conflict } from './merge.ts';

/** What telling contradictions asks of the language. */
export interface ContradictionTools {
  readonly lexicon: Lexicon;
  read(text: string): { readonly reports: readonly Report[] };
}

/** A topic or the mark of an item with nothing behind it. */
const BARE = /^\s*(?:\d{1,2}[.)]\s*)?(?:[^:[\].]{2,40}:)?\s*$/;

/**
 * The lines of a migrated report without the normals that came with the new template and that the report contradicts: nobody stated them.
 * `mine` are the lines of the report as it was, of which none is taken out.
 */
export function withoutContradicted(
  lines: readonly string[],
  mine: readonly string[],
  { lexicon, read }: ContradictionTools,
): { readonly lines: readonly string[]; readonly conflicts: readonly Conflict[] } {
  const before = mine.join('\n');
  const text = lines.join('\n');
  if (text === before) return { lines, conflicts: [] };
  const said = new Set(read(before).reports.flatMap(({ outline }) => outline.statements.map((statement) => sameWords(statement.text))));
  const found = read(text).reports.flatMap((report) => {
    const normals = new Set(normalsOf([report]).filter((words) => !said.has(words)));
    return normals.size === 0 ? [] : leftOver(report, text, { normals, required: [] }, lexicon);
  });
  const kept: (string | null)[] = [...lines];
  const conflicts: Conflict[] = [];
  let start = 0;
  for (const [i, line] of lines.entries()) {
    const end = start + line.length;
    const here = found.filter(({ range }) => range.start >= start && range.end <= end);
    // From the last on, so that places before stay where they are.
    for (const { range } of here.toReversed()) {
      const words = kept[i] ?? '';
      kept[i] = `${words.slice(0, range.start - start)}${words.slice(range.end - start).trimStart()}`.trimEnd();
    }
    if (here.length > 0 && BARE.test(kept[i] ?? '')) kept[i] = null;
    for (const { words, suggestions } of here) {
      const against = suggestions[0] ?? '';
      const at = mine.findIndex((own) => own.replace(/\s+/g, ' ').includes(against));
      conflicts.push({
        line: at < 0 ? null : at,
        message: `The template says "${words}" now; the report says "${against}", so that it is left out.`,
      });
    }
    start = end + 1;
  }
  return { lines: kept.filter((line) => line !== null), conflicts };
}
