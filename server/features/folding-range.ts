import type { FoldingRange } from 'vscode-languageserver';
import { foldsOf } from '../../language/assist/folding.ts';
import { ruleSymbols } from '../../language/authoring/symbols.ts';
import type { Span } from '../../language/text/span.ts';
import type { PlacedText } from '../document-part.ts';
import { ListsOfReports, together } from '../kept-lists.ts';
import { FoldingRangeKind } from '../protocol.ts';
import { run } from '../run.ts';
import type { Opened, OpenedRules, Session } from '../session.ts';

export function foldingRanges(session: Session): void {
  const lists = new ListsOfReports((report: Opened) => [...wholeFold(report), ...folds(report)]);
  session.documents.onDidClose(({ document }) => lists.forget(document.uri));
  const answer = async (opened: Opened): Promise<FoldingRange[]> =>
    opened.snapshots.length > 1 ? together(await lists.inTurns(session, opened, opened.snapshots)) : folds(opened.reportAt(0));
  session.connection.onFoldingRanges(run(session, 'folding', [] as FoldingRange[], answer, ruleFolds));
}

const folds = ({ snapshot, document }: Opened): FoldingRange[] => toRanges(foldsOf(snapshot), document);

const wholeFold = ({ document }: Opened): FoldingRange[] =>
  toRanges([{ range: { start: 0, end: document.text.trimEnd().length }, kind: 'report' }], document);

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
