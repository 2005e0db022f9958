import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { foldsOf } from '../../language/assist/folding.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';

export function foldingRanges(session: Session): void {
  session.connection.onFoldingRanges(run(session, 'folding', [], folds));
}

function folds({ snapshot, document }: Opened): FoldingRange[] {
  return foldsOf(snapshot).flatMap(({ range, kind }) => {
    const startLine = document.positionAt(range.start).line;
    const endLine = document.positionAt(range.end).line;
    return endLine > startLine ? [{ startLine, endLine, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) }] : [];
  });
}
