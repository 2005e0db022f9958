import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { foldsOf } from '../../language/assist/folding.ts';
import { ruleSymbols } from '../../language/authoring/symbols.ts';
import type { Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
import { run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';

export function foldingRanges(session: Session): void {
  session.connection.onFoldingRanges(run(session, 'folding', [], folds, ruleFolds));
}

function folds({ reports }: Opened): FoldingRange[] {
  const whole = ({ document }: Opened) => ({ range: { start: 0, end: document.text.trimEnd().length }, kind: 'report' });
  return reports.flatMap((report) =>
    toRanges([...(reports.length > 1 ? [whole(report)] : []), ...foldsOf(report.snapshot)], report.document),
  );
}

const ruleFolds = ({ reading, document }: OpenedRules): FoldingRange[] =>
  toRanges(
    ruleSymbols(reading).map(({ range }) => ({ range, kind: 'rule' })),
    document,
  );

function toRanges(all: readonly { readonly range: Span; readonly kind: string }[], document: PlacedText): FoldingRange[] {
  return all.flatMap(({ range, kind }) => {
    const startLine = document.positionAt(range.start).line;
    const endLine = document.positionAt(range.end).line;
    return endLine > startLine ? [{ startLine, endLine, ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}) }] : [];
  });
}
