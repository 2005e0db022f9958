import type { Span } from '../../language/text/span.ts';
import { type Cell, cellsOf } from './cells.ts';

/** A cell with its place in the text. */
interface Placed extends Cell {
  readonly offset: number;
}

/**
 * A stretch of text over as many rows as it takes, each with a row of marks (`---`) below where it holds marked spans. Spans come in
 * the order of the text and do not overlap. Linear.
 */
export function underlined(text: string, range: Span, marked: readonly Span[], room: number): string[] {
  let next = 0;
  const isMarked = (offset: number): boolean => {
    while (next < marked.length && (marked[next]?.end ?? 0) <= offset) next++;
    return offset >= (marked[next]?.start ?? Number.POSITIVE_INFINITY);
  };
  return rowsOf(text, range, room).flatMap((row) => {
    const shown = row.map((cell) => cell.shown).join('');
    const marks = row.map(({ offset, width, shown: own }) => (isMarked(offset) && own !== '' ? '-' : ' ').repeat(width)).join('');
    return [shown.trimEnd(), ...(marks.trim() === '' ? [] : [marks.trimEnd()])];
  });
}

/** The lines of the stretch, cut at blanks where they are too wide. */
function rowsOf(text: string, { start, end }: Span, room: number): Placed[][] {
  const rows: Placed[][] = [];
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const indent = line.length - line.trimStart().length;
    let row: Placed[] = [];
    let width = 0;
    let blank = 0;
    for (const cell of cellsOf(line.slice(indent))) {
      row.push({ ...cell, offset: start + index + indent + cell.start });
      width += cell.width;
      if (cell.shown === ' ') blank = row.length;
      if (width <= room) continue;
      const at = blank > 0 ? blank : row.length - 1;
      rows.push(row.slice(0, at));
      row = row.slice(at);
      width = row.reduce((sum, each) => sum + each.width, 0);
      blank = 0;
    }
    if (row.length > 0) rows.push(row);
  }
  return rows;
}
