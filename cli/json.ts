import type { Diagnostic, Match } from '../language/text/diagnostic.ts';
import type { Span } from '../language/text/span.ts';
import { type Lines, linesOf } from './drawing/lines.ts';

/** What was found in a text called `name`, as plain data for `check --format json`. */
export const fileJson = (name: string, text: string, diagnostics: readonly Diagnostic[]): object => ({
  file: name,
  diagnostics: diagnosticsJson(text, diagnostics),
});

/**
 * Diagnostics as plain data, with `matches` where they were asked for. `range` holds offsets (UTF-16 code units, from 0, without a
 * byte order mark); `start` and `end` the same places as lines and columns from 1.
 */
export function diagnosticsJson(text: string, diagnostics: readonly Diagnostic[]): readonly object[] {
  const lines = linesOf(text);
  return diagnostics.map(({ rule, severity, message, range, related, fixes, because, matches }) => ({
    rule,
    severity,
    message,
    ...placed(lines, range),
    related: related.map((other) => ({ message: other.message, ...placed(lines, other.range) })),
    fixes: fixes.map(({ title, sure, edits }) => ({
      title,
      sure,
      edits: edits.map((edit) => ({ ...placed(lines, edit.range), text: edit.text })),
    })),
    because,
    ...(matches === undefined ? {} : { matches: matches.map((match) => matchJson(match, lines)) }),
  }));
}

const matchJson = ({ places, ...line }: Match, lines: Lines): object => ({
  ...line,
  places: places.map((place) => ({ words: lines.text.slice(place.start, place.end), ...placed(lines, place) })),
});

const placed = (lines: Lines, { start, end }: Span): object => ({
  range: { start, end },
  start: lines.placeOf(start),
  end: lines.placeOf(end),
});
