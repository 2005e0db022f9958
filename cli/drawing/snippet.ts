import type { Span } from '../../language/text/span.ts';
import { widthOf } from './cells.ts';
import type { Colours } from './colours.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Lines } from './lines.ts';

/** Words to underline in a snippet. */
export interface Note {
  readonly range: Span;
  /** Written behind the underline; may be empty. */
  readonly label: string;
  /** Whether it is what the diagnostic is about, or a related place. */
  readonly isMain: boolean;
}

/** What of a note stands on one line, as offsets in that line. */
interface Piece {
  readonly note: Note;
  readonly span: Span;
  /** Only the last line of a note carries its label. */
  readonly label: string;
}

const MOST_LINES = 5;

/**
 * The source lines that the notes speak of, in the order of the text, with line numbers and the words underlined:
 * `^^^` for the main ones and `---` for related ones. `room` is the width of the screen.
 */
export function drawSnippet(
  lines: Lines,
  notes: readonly Note[],
  room: number,
  paint: (note: Note) => (text: string) => string,
  colours: Colours,
): string[] {
  const pieces = piecesByLine(lines, notes);
  const numbers = [...pieces.keys()].sort((a, b) => a - b);
  const digits = String((numbers.at(-1) ?? 0) + 1).length;
  const gutter = (text: string): string => colours.frame(`${text.padStart(digits + 2)} |`);
  const width = Math.max(20, room - digits - 5);
  const out: string[] = [];
  let before: number | null = null;
  const show = (line: number): void => {
    const text = lines.text.slice(lines.startOf(line), lines.endOf(line));
    for (const row of rowsOf(text, pieces.get(line) ?? [], width)) {
      out.push(`${gutter(String(line + 1))} ${row.excerpt.shown}`.trimEnd());
      out.push(...underlines(row, width, paint).map((marks) => `${gutter('')} ${marks}`));
    }
  };
  for (const line of numbers) {
    if (before !== null && line === before + 2) show(before + 1);
    else if (before !== null && line > before + 2) out.push(colours.frame('...'.padStart(digits + 3)));
    show(line);
    before = line;
  }
  return out;
}

function piecesByLine(lines: Lines, notes: readonly Note[]): Map<number, Piece[]> {
  const byLine = new Map<number, Piece[]>();
  for (const note of notes) {
    const first = lines.lineAt(note.range.start);
    const last = Math.max(first, lines.lineAt(Math.max(note.range.start, note.range.end - 1)));
    for (let line = first; line <= last; line++) {
      // Of a long stretch its beginning and its end say enough.
      if (line - first >= MOST_LINES - 1 && line < last) continue;
      const span = spanOnLine(lines, line, note.range);
      if (span === null) continue;
      const pieces = byLine.get(line) ?? [];
      pieces.push({ note, span, label: line === last ? note.label : '' });
      byLine.set(line, pieces);
    }
  }
  return byLine;
}

/** The part of a range on a line, without the blanks around it; null where that is nothing but blanks. */
function spanOnLine(lines: Lines, line: number, range: Span): Span | null {
  const base = lines.startOf(line);
  const start = Math.max(range.start, base);
  const end = Math.min(range.end, lines.endOf(line));
  if (end <= start)
    return range.start >= base
      ? { start: Math.min(start, lines.endOf(line)) - base, end: Math.min(start, lines.endOf(line)) - base }
      : null;
  const words = lines.text.slice(start, end);
  const left = words.length - words.trimStart().length;
  const right = words.length - words.trimEnd().length;
  if (left === words.length) return range.start >= base ? { start: start - base, end: end - base } : null;
  return { start: start + left - base, end: end - right - base };
}

interface Row {
  readonly excerpt: Excerpt;
  readonly pieces: readonly Piece[];
}

/** One row for a line; one for each piece where they stand too far apart to be seen together. */
function rowsOf(text: string, pieces: readonly Piece[], width: number): Row[] {
  if (pieces.length === 0) return [{ excerpt: excerptOf(text, [{ start: 0, end: 0 }], width), pieces }];
  const spans = pieces.map(({ span }) => span);
  const reach = Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start));
  const isWhole = text.length <= width && widthOf(text) <= width;
  if (pieces.length === 1 || isWhole || reach <= width / 2) return [{ excerpt: excerptOf(text, spans, width), pieces }];
  return pieces
    .toSorted((a, b) => a.span.start - b.span.start)
    .map((piece) => ({ excerpt: excerptOf(text, [piece.span], width), pieces: [piece] }));
}

/** The row of marks with the label of the last one behind it, then a row for each other label. */
function underlines(row: Row, width: number, paint: (note: Note) => (text: string) => string): string[] {
  const marks = row.pieces
    .map((piece, i) => ({ ...piece, column: row.excerpt.marks[i]?.column ?? 0, width: row.excerpt.marks[i]?.width ?? 1 }))
    .sort((a, b) => a.column - b.column);
  if (marks.length === 0) return [];
  const text = markRow(marks, paint);
  const last = marks.at(-1);
  const end = Math.max(...marks.map((mark) => mark.column + mark.width));
  const fits = last !== undefined && last.label !== '' && end + 1 + last.label.length <= width;
  const below = (fits ? marks.slice(0, -1) : marks).filter(({ label }) => label !== '').reverse();
  return [
    fits ? `${text} ${paint(last.note)(last.label)}` : text,
    ...below.map(({ note, label, column: at }) => ' '.repeat(Math.max(0, Math.min(at, width - label.length))) + paint(note)(label)),
  ];
}

/** The marks in their columns; where a related place overlaps the main one, the main one is seen. */
function markRow(marks: readonly { note: Note; column: number; width: number }[], paint: (note: Note) => (text: string) => string): string {
  const owners: Note[] = [];
  for (const { note, column, width } of marks.toSorted((a, b) => Number(a.note.isMain) - Number(b.note.isMain))) {
    for (let at = column; at < column + width; at++) owners[at] = note;
  }
  let row = '';
  for (let at = 0; at < owners.length; ) {
    const owner = owners[at];
    let end = at + 1;
    while (end < owners.length && owners[end] === owner) end++;
    row += owner === undefined ? ' '.repeat(end - at) : paint(owner)((owner.isMain ? '^' : '-').repeat(end - at));
    at = end;
  }
  return row;
}
