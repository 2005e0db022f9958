/** A possible pair and what it is worth, above 0. */
export interface Pair {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/** Beyond this many rows or columns the best pairs are taken one after the other. */
const EXACT = 60;

/**
 * One-to-one pairs of the greatest total worth: column of each row, -1 for none. Exact for small matrices, else the worthiest
 * pair first; ties fall to the lower row and column. At most `EXACT`³ steps, or sorting the pairs.
 */
export function assign(rows: number, columns: number, pairs: readonly Pair[]): number[] {
  if (rows === 1) return [best(pairs)?.column ?? -1];
  return rows <= EXACT && columns <= EXACT ? exact(rows, columns, pairs) : greedy(rows, pairs);
}

const best = (pairs: readonly Pair[]): Pair | null =>
  pairs.reduce((one: Pair | null, pair) => (one === null || pair.worth > one.worth ? pair : one), null);

function greedy(rows: number, pairs: readonly Pair[]): number[] {
  const columnOf = new Array<number>(rows).fill(-1);
  const taken = new Set<number>();
  for (const { row, column } of [...pairs].sort((a, b) => b.worth - a.worth || a.row - b.row || a.column - b.column)) {
    if (columnOf[row] !== -1 || taken.has(column)) continue;
    columnOf[row] = column;
    taken.add(column);
  }
  return columnOf;
}

/** The Hungarian method with potentials; every row may also stay alone, at no worth. */
function exact(rows: number, columns: number, pairs: readonly Pair[]): number[] {
  const width = columns + rows;
  const cost = Array.from({ length: rows }, () => new Float64Array(width));
  for (const { row, column, worth } of pairs) (cost[row] as Float64Array)[column] = -worth;
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(width + 1);
  const rowAt = new Int32Array(width + 1);
  const way = new Int32Array(width + 1);
  const at = (list: Float64Array | Int32Array, i: number): number => list[i] ?? 0;
  for (let row = 1; row <= rows; row++) {
    rowAt[0] = row;
    let column = 0;
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    do {
      used[column] = 1;
      const current = at(rowAt, column);
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= width; j++) {
        if (used[j] === 1) continue;
        const reduced = at(cost[current - 1] as Float64Array, j - 1) - at(u, current) - at(v, j);
        if (reduced < at(least, j)) {
          least[j] = reduced;
          way[j] = column;
        }
        if (at(least, j) < delta) {
          delta = at(least, j);
          next = j;
        }
      }
      for (let j = 0; j <= width; j++) {
        if (used[j] === 1) {
          u[at(rowAt, j)] = at(u, at(rowAt, j)) + delta;
          v[j] = at(v, j) - delta;
        } else least[j] = at(least, j) - delta;
      }
      column = next;
    } while (at(rowAt, column) !== 0);
    while (column !== 0) {
      const before = at(way, column);
      rowAt[column] = at(rowAt, before);
      column = before;
    }
  }
  const columnOf = new Array<number>(rows).fill(-1);
  const worthy = new Set(pairs.map((p) => p.row * width + p.column));
  for (let j = 1; j <= columns; j++) {
    const row = at(rowAt, j) - 1;
    if (row >= 0 && worthy.has(row * width + j - 1)) columnOf[row] = j - 1;
  }
  return columnOf;
}
