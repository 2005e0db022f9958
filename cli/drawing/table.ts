import { cut, oneLine, widthOf } from './cells.ts';
import type { Colours } from './colours.ts';

const GAP = '  ';
const LEAST = 16;

/**
 * Rows below their headings, in columns as wide as their widest cell; a column that is empty in every row is left out.
 * The last column is cut where the screen ends (`room`; null for no end). Ends in a line break.
 */
export function drawTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  room: number | null,
  colours: Colours,
): string {
  const used = headings.map((_, column) => column).filter((column) => rows.some((row) => (row[column] ?? '') !== ''));
  const cells = rows.map((row) => used.map((column) => oneLine(row[column] ?? '')));
  const names = used.map((column) => headings[column] ?? '');
  const widths = names.map((name, i) => Math.max(widthOf(name), ...cells.map((row) => widthOf(row[i] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + GAP.length, 0);
  const last = room === null ? null : Math.max(LEAST, room - before);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i < row.length - 1 ? padded(cell, widths[i] ?? 0) : last === null ? cell : cut(cell, last)))
      .join(GAP)
      .trimEnd();
  return [colours.frame(line(names)), ...cells.map(line), ''].join('\n');
}

const padded = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - widthOf(cell)));
