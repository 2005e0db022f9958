/** A place as people and editors count it: lines and columns from 1; columns are UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text; `\n`, `\r\n` and `\r` end one. Lines count from 0 here. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Line that an offset stands in; an offset inside a line break belongs to the line that ends there. */
  lineAt(offset: number): number;
  startOf(line: number): number;
  /** Without its line break. */
  endOf(line: number): number;
  placeOf(offset: number): Place;
}

/** Finds the lines once; looking up is then logarithmic. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: mark } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + mark.length);
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineAt = (offset: number): number => {
    let low = 0;
    for (let high = starts.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const endOf = (line: number): number => {
    let end = startOf(line + 1);
    if (line + 1 < starts.length && text[end - 1] === '\n') end--;
    if (line + 1 < starts.length && text[end - 1] === '\r') end--;
    return Math.max(end, startOf(line));
  };
  return {
    text,
    count: starts.length,
    lineAt,
    startOf,
    endOf,
    placeOf: (offset) => {
      const line = lineAt(offset);
      return { line: line + 1, column: offset - startOf(line) + 1 };
    },
  };
}
