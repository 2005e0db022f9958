import type { Diagnostic } from 'vscode-languageserver';
import { countOf, ListsOfReports } from './kept-lists.ts';
import type { Opened } from './opened.ts';
import { DiagnosticSeverity } from './protocol.ts';

/** So many diagnostics of one document are given to an editor with each key. VS Code shows no more than 1,000 of a file, and nobody reads as many. */
export const MOST_SHOWN = 500;

const isSevere = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

/**
 * Leaves out what a document of very many reports has too much of: infos and hints of the reports behind those that fill the room.
 * Errors and warnings stay, and all of the report that was changed last; one more diagnostic says what is left out.
 */
export class MostShown {
  readonly #severe = new ListsOfReports((_: Opened, list: readonly Diagnostic[]) => (list.every(isSevere) ? list : list.filter(isSevere)));

  /** Lists of diagnostics, one for each report, which hold so many; `changed` is the index of the report that was changed last. */
  of(opened: Opened, lists: readonly (readonly Diagnostic[])[], all: number, changed: number): readonly (readonly Diagnostic[])[] {
    if (all <= MOST_SHOWN) return lists;
    const severe = this.#severe.of(opened, lists);
    const allSevere = this.#severe.countOf(opened.document.uri);
    let room = MOST_SHOWN - allSevere;
    const full = lists.findIndex((list, i) => (room -= list.length - (severe[i]?.length ?? 0)) < 0);
    const shown = lists.slice(0, full).concat(severe.slice(full));
    let count = countOf(lists, 0, full) + allSevere - countOf(severe, 0, full);
    if (changed >= full) {
      const own = lists[changed] ?? [];
      count += own.length - (severe[changed]?.length ?? 0);
      shown[changed] = own;
    }
    return count === all ? lists : [...shown, [leftOut(all - count, opened, full)]];
  }

  forget(uri: string): void {
    this.#severe.forget(uri);
  }
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
