import { IMPRESSION_EDITS, type ImpressionEdits, type ImpressionEditsParams } from '../impression-edits.ts';
import { run } from '../run.ts';
import type { Opened, Session } from '../session.ts';
import { isInImpression } from './code-action.ts';

const NONE: ImpressionEdits = { version: -1, edits: [] };

/** For a client that syncs as a person types: never in the line of a cursor, and not while the impression itself is written. */
export function impressionEdits(session: Session): void {
  session.connection.onRequest(IMPRESSION_EDITS, run(session, 'impression edits', NONE, editsNow));
}

function editsNow(opened: Opened, { positions }: ImpressionEditsParams): ImpressionEdits {
  const { document, snapshot } = opened;
  const cursors = positions.map((position) => document.offsetAt(position));
  if (cursors.some((offset) => isInImpression(opened, { start: offset, end: offset }))) return { ...NONE, version: document.version };
  const lines = new Set(positions.map(({ line }) => line));
  const edits = snapshot.syncEdits
    .map(({ range, text }) => ({ range: document.rangeOf(range), newText: text }))
    .filter(({ range }) => !linesOf(range.start.line, range.end.line).some((line) => lines.has(line)));
  return { version: document.version, edits };
}

const linesOf = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
