import type { Range } from 'vscode-languageserver';

/** The empty range at the beginning of a line that is counted from 1; of the first where it is not known. */
export function startOfLine(line: number): Range {
  const start = { line: Math.max(line - 1, 0), character: 0 };
  return { start, end: start };
}
