import type { Snapshot } from '../language/language.ts';
import type { Opened } from './opened.ts';

/** Lists that were put together of others, with those. */
const partsOf = new WeakMap<readonly unknown[], readonly (readonly unknown[])[]>();

/** One list of several. Where these are kept, so is what is written of them: most of a long answer is as it was in the last one. */
export function together<T>(lists: readonly (readonly T[])[]): T[] {
  const all = lists.flat() as T[];
  partsOf.set(all, lists);
  return all;
}

/** What a list was put together of; null for any other list. */
export const partsOfList = (list: readonly unknown[]): readonly (readonly unknown[])[] | null => partsOf.get(list) ?? null;

/** What was made of a report, and where in which document it stood. */
interface Kept<T> {
  readonly uri: string;
  readonly line: number;
  readonly index: number;
  readonly list: readonly T[];
}

/** Makes a document's list of one for each report; anew only for those whose words are others, or that stand at other lines. */
export function listOfReports<T>(make: (report: Opened, index: number) => readonly T[]): (opened: Opened) => T[] {
  const kept = new WeakMap<Snapshot, Kept<T>>();
  return ({ reports }) =>
    together(
      reports.map((report, index) => {
        const { uri } = report.document;
        const { line } = report.document.positionAt(0);
        const before = kept.get(report.snapshot);
        if (before?.line === line && before.index === index && before.uri === uri) return before.list;
        const list = make(report, index);
        kept.set(report.snapshot, { uri, line, index, list });
        return list;
      }),
    );
}
