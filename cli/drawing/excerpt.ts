import type { Span } from '../../language/text/span.ts';
import { type Cell, cellsOf } from './cells.ts';

/** A line as shown, whole or cut, and where the marked stretches stand in it. */
export interface Excerpt {
  readonly shown: string;
  /** For each span asked for: its first column from 0, and its width, at least 1. */
  readonly marks: readonly { readonly column: number; readonly width: number }[];
}

const CUT = '…';

/**
 * Shows a line in at most `room` columns, with the spans (offsets in the line) in view; a line that is too long is cut around them.
 * The work is bounded by `room`, not by the line's length.
 */
export function excerptOf(line: string, spans: readonly Span[], room: number): Excerpt {
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  const from = edge(line, first - 4 * room);
  const to = edge(line, Math.max(first, Math.min(last, first + 4 * room)) + 4 * room);
  const cells = cellsOf(line.slice(from, to));
  const columns = columnsOf(cells);
  const width = columns.at(-1) ?? 0;
  const columnOf = (offset: number): number => columns[cellAt(cells, Math.min(Math.max(offset, from), to) - from, to - from)] ?? width;
  const marks = spans.map(({ start, end }) => ({ from: columnOf(start), to: Math.max(columnOf(end), columnOf(start) + 1) }));

  if (from === 0 && to === line.length && width <= room) return framed(cells, columns, 0, width + 1, marks, '', '');
  const focus = { from: Math.min(...marks.map((m) => m.from)), to: Math.max(...marks.map((m) => m.to)) };
  const inner = room - 2;
  const lead = Math.max(Math.floor((inner - (focus.to - focus.from)) / 2), Math.floor(inner / 4));
  const wanted = focus.from <= inner / 3 ? 0 : focus.from - lead;
  const left = Math.max(0, Math.min(wanted, to === line.length ? Math.max(width, focus.to) - inner : wanted));
  const right = left + inner;
  return framed(cells, columns, left, right, marks, left > 0 || from > 0 ? CUT : '', right < width || to < line.length ? CUT : '');
}

/** An offset within the line that does not part a surrogate pair. */
function edge(line: string, offset: number): number {
  const at = Math.min(Math.max(offset, 0), line.length);
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

/** Column at which each cell begins, and at the end the width of all. */
function columnsOf(cells: readonly Cell[]): number[] {
  const columns = [0];
  for (const { width } of cells) columns.push((columns.at(-1) ?? 0) + width);
  return columns;
}

/** Number of the cell that holds the offset in a text of this length; one more than the last for its end. */
function cellAt(cells: readonly Cell[], offset: number, length: number): number {
  if (offset >= length) return cells.length;
  const after = cells.findIndex(({ start }) => start > offset);
  return after < 0 ? cells.length - 1 : after - 1;
}

/** The cells between two columns, with what stands for the rest on either side. */
function framed(
  cells: readonly Cell[],
  columns: readonly number[],
  left: number,
  right: number,
  marks: readonly { from: number; to: number }[],
  before: string,
  after: string,
): Excerpt {
  const inside = cells.flatMap((cell, i) => {
    const column = columns[i] ?? 0;
    return column >= left && column + cell.width <= right ? [{ cell, column }] : [];
  });
  const first = inside[0]?.column ?? left;
  const shift = before.length - first;
  return {
    shown: before + inside.map(({ cell }) => cell.shown).join('') + after,
    marks: marks.map(({ from, to }) => {
      const column = Math.min(Math.max(from, first), right - 1);
      return { column: column + shift, width: Math.max(1, Math.min(to, right) - column) };
    }),
  };
}
