import type { TextEdit } from '../../language/text/edit.ts';
import { cut, oneLine } from './cells.ts';
import type { Style } from './diagnostic.ts';
import type { Lines } from './lines.ts';

/** What an edit does, as rows for a person: `line 18: D3 to D10 -> D3 to D8`, `line 12: + ...`, `line 12: - ...`. */
export function drawEdit(lines: Lines, edit: TextEdit, { colours, room }: Style): string[] {
  const old = lines.text.slice(edit.range.start, edit.range.end);
  const place = lines.placeOf(firstWord(lines.text, edit.range.start, edit.range.end)).line;
  const at = colours.frame(`line ${place}:`);
  const space = Math.max(20, room - 12 - String(place).length);
  const removed = rowsOf(old);
  const added = rowsOf(edit.text);
  if (removed.length <= 1 && added.length <= 1 && removed.length + added.length > 0) {
    const [from, to] = [removed[0], added[0]];
    if (from !== undefined && to !== undefined && from.length + to.length + 4 <= space)
      return [`${at} ${colours.removed(from)} -> ${colours.added(to)}`];
  }
  const rows = [
    ...removed.map((row) => colours.removed(`- ${cut(row, space)}`)),
    ...added.map((row) => colours.added(`+ ${cut(row, space)}`)),
  ];
  return rows.length === 0 ? [`${at} ${old === '' ? 'blank space is added' : 'blank space changes'}`] : rows.map((row) => `${at} ${row}`);
}

/** The lines of a text that hold words. */
const rowsOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .filter((row) => row !== '');

/** Where the words of a range begin: an edit often takes the line break before them. */
function firstWord(text: string, start: number, end: number): number {
  const blanks = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + blanks < end ? start + blanks : start;
}
