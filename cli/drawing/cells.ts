import { lazy } from '../../language/text/lazy.ts';

/** A character as a reader sees it (a letter with its accents, an emoji with its parts), made safe for a terminal. */
export interface Cell {
  /** Offset of its first code unit in the text. */
  readonly start: number;
  /** What to print. */
  readonly shown: string;
  /** Columns that it takes: 0, 1, 2, or what a tab fills. */
  readonly width: number;
}

const TAB = 4;
const PLAIN = /^[\x20-\x7e]*$/;
const segmenter = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|.+\ufe0f)/su;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
// Marks that turn the direction of writing would let a line look other than it is.
const DANGEROUS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The cells of one line of text. */
export function cellsOf(text: string): Cell[] {
  if (PLAIN.test(text)) return Array.from(text, (shown, start) => ({ start, shown, width: 1 }));
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmenter().segment(text)) {
    const cell = segment === '\t' ? tab(index, column) : { start: index, shown: printable(segment), width: widthOfSegment(segment) };
    cells.push(cell);
    column += cell.width;
  }
  return cells;
}

function tab(start: number, column: number): Cell {
  const width = TAB - (column % TAB);
  return { start, shown: ' '.repeat(width), width };
}

function widthOfSegment(segment: string): number {
  if (segment.length === 1 && segment >= ' ' && segment < '\u0300') return 1;
  if (WIDE.test(segment)) return 2;
  return NO_WIDTH.test(segment) && printable(segment) === segment ? 0 : 1;
}

/** Text that cannot steer the terminal: control characters become their pictures. Line breaks too, so it stays on its line. */
export const printable = (text: string): string => text.replace(DANGEROUS, (unit) => pictureOf(unit.charCodeAt(0)));

const pictureOf = (code: number): string => (code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd');

/** Any text as one printable line: runs of blanks become one. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());

export const widthOf = (text: string): number => cellsOf(text).reduce((sum, { width }) => sum + width, 0);

/** The text, or as much of it as fits in `room` columns with an ellipsis. */
export function cut(text: string, room: number): string {
  // No cell is narrower than a column but marks on a letter; a far longer text is cut before it is measured.
  const cells = cellsOf(text.slice(0, room * 8 + 8));
  let width = 0;
  let out = '';
  for (const cell of cells) {
    if (width + cell.width > room) return `${trimTo(out, width, room - 1)}…`;
    out += cell.shown;
    width += cell.width;
  }
  return text.length > room * 8 + 8 ? `${trimTo(out, width, room - 1)}…` : out;
}

/** Drops cells from the end until the text fits. */
function trimTo(text: string, width: number, room: number): string {
  if (width <= room) return text;
  const kept: string[] = [];
  let used = 0;
  for (const cell of cellsOf(text)) {
    if ((used += cell.width) > room) break;
    kept.push(cell.shown);
  }
  return kept.join('');
}
