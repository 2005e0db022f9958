import { IMPRESSION_EDITS, type ImpressionEdits, type ImpressionEditsParams } from '../impression-edits.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { isInImpression } from './code-action.ts';
import { syncEditsOf } from './sync-report.ts';

const NONE: ImpressionEdits = { version: -1, edits: [] };

/** For a client that syncs as a person types: never in the line of a cursor, and not while the impression itself is written. */
export function impressionEdits(session: Session): void {
  session.connection.onRequest(IMPRESSION_EDITS, run(session, 'impression edits', NONE, editsNow));
}

function editsNow(opened: Opened, { positions }: ImpressionEditsParams): ImpressionEdits {
  const { document, reports } = opened;
  const isInside = ({ document: own, snapshot }: Opened): boolean =>
    positions.some(
      (position) => isInImpression(snapshot, own.offsetAt(position)) && own.positionAt(own.offsetAt(position)).line === position.line,
    );
  if (reports.some(isInside)) return { ...NONE, version: document.version };
  const lines = new Set(positions.map(({ line }) => line));
  const edits = syncEditsOf(opened).filter(({ range }) => !linesOf(range.start.line, range.end.line).some((line) => lines.has(line)));
  return { version: document.version, edits };
}

const linesOf = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
