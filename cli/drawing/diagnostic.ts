import type { Diagnostic, Related } from '../../language/text/diagnostic.ts';
import type { Span } from '../../language/text/span.ts';
import { cut, oneLine } from './cells.ts';
import type { Colours } from './colours.ts';
import { drawEdit } from './edit.ts';
import type { Lines } from './lines.ts';
import { drawSnippet, type Note } from './snippet.ts';

const MOST_EDITS = 4;

/** How wide to draw, and in what colours. */
export interface Style {
  /** Columns of the screen. */
  readonly room: number;
  readonly colours: Colours;
}

/** Columns for an output that has no width of its own. */
export const USUAL_ROOM = 120;

/**
 * A diagnostic for a person: its place, severity, message and rule on one line, then the source with the offending words
 * underlined and the related places, why the rule holds, and what each fix writes. Ends in a line break.
 */
export function drawDiagnostic(file: string, lines: Lines, diagnostic: Diagnostic, style: Style): string {
  const { colours, room } = style;
  const { line, column } = lines.placeOf(diagnostic.range.start);
  const paint = colours.severity[diagnostic.severity];
  const head = `${colours.strong(`${oneLine(file)}:${line}:${column}:`)} ${paint(`${diagnostic.severity}:`)} ${colours.strong(oneLine(diagnostic.message))} ${colours.frame(`[${oneLine(diagnostic.rule)}]`)}`;
  const notes: Note[] = [
    { range: diagnostic.range, label: '', isMain: true },
    ...diagnostic.related.map((related) => ({ range: related.range, label: cut(labelOf(related, lines), room), isMain: false })),
  ];
  const snippet = drawSnippet(lines, notes, room, (note) => (note.isMain ? paint : colours.related), colours);
  const because = diagnostic.because === '' ? [] : [field('because', oneLine(diagnostic.because), colours)];
  const fixes = diagnostic.fixes.flatMap(({ title, edits }, i) => [
    field(i === 0 ? 'fix' : 'or', oneLine(title), colours),
    ...edits.slice(0, MOST_EDITS).flatMap((edit) => drawEdit(lines, edit, style).map((row) => `    ${row}`)),
    ...(edits.length > MOST_EDITS ? [`    and ${edits.length - MOST_EDITS} more changes`] : []),
  ]);
  return `${[head, ...snippet, ...because, ...fixes].join('\n')}\n`;
}

const field = (name: string, text: string, colours: Colours): string => `  ${colours.frame(`${name}:`)} ${text}`;

/** The message of a related place, without the words that stand above its underline anyway. */
function labelOf({ message, range }: Related, lines: Lines): string {
  const label = oneLine(message);
  const quote = `: "${oneLine(wordsAt(lines, range))}"`;
  return label.endsWith(quote) ? label.slice(0, -quote.length) : label;
}

const wordsAt = (lines: Lines, range: Span): string => lines.text.slice(range.start, range.end);
