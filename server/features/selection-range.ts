import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '../../language/assist/selection.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';

/** Expand Selection: from the word to the report. */
export function selectionRanges(session: Session): void {
  session.connection.onSelectionRanges(
    run(session, 'selection', [] as SelectionRange[], ({ snapshot, document }, { positions }: SelectionRangeParams) =>
      positions.map((position) => {
        const widest = selectionsAt(snapshot, document.offsetAt(position)).reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: document.rangeOf(span), ...(parent === undefined ? {} : { parent }) }),
          undefined,
        );
        return widest ?? { range: { start: position, end: position } };
      }),
    ),
  );
}
