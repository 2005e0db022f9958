import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { ListsOfReports } from './kept-lists.ts';
import type { Opened } from './opened.ts';

/** So many diagnostics of one document are given to an editor with each key. VS Code shows no more than 1,000 of a file, and nobody reads as many. */
export const MOST_SHOWN = 500;

const isSevere = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

/**
 * Leaves out what a document of very many reports has too much of: infos and hints of the reports behind those that fill the room.
 * Errors and warnings stay, and all of the report that was changed last; one more diagnostic says what is left out.
 */
export class MostShown {
  readonly #severe = new ListsOfReports((_: Opened, list: readonly Diagnostic[]) => (list.every(isSevere) ? list : list.filter(isSevere)));

  /** Lists of diagnostics, one for each report; `changed` is the index of the report that was changed last. */
  of(opened: Opened, lists: readonly (readonly Diagnostic[])[], changed: number): readonly (readonly Diagnostic[])[] {
    const all = countOf(lists);
    if (all <= MOST_SHOWN) return lists;
    const severe = this.#severe.of(opened, lists);
    let room = MOST_SHOWN - countOf(severe);
    const full = lists.findIndex((list, i) => (room -= list.length - (severe[i]?.length ?? 0)) < 0);
    const shown = lists.slice(0, full).concat(severe.slice(full));
    if (changed >= full) shown[changed] = lists[changed] ?? [];
    const left = all - countOf(shown);
    return left === 0 ? lists : [...shown, [leftOut(left, opened, full)]];
  }

  forget(uri: string): void {
    this.#severe.forget(uri);
  }
}

function countOf(lists: readonly (readonly unknown[])[]): number {
  let count = 0;
  for (const list of lists) count += list.length;
  return count;
}

function leftOut(count: number, { document, starts }: Opened, first: number): Diagnostic {
  const start = starts[first] ?? 0;
  const from = document.positionAt(start);
  const lineEnd = document.offsetAt({ line: from.line, character: Number.MAX_SAFE_INTEGER });
  return {
    range: { start: from, end: document.positionAt(lineEnd) },
    severity: DiagnosticSeverity.Information,
    code: 'not-shown',
    source: 'emh',
    message: `From this report on, ${count} infos and hints are not shown, as there are too many: errors and warnings are. "emh check" tells all.`,
  };
}
