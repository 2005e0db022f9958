import type { Diagnostic, Match } from '../language/text/diagnostic.ts';
import type { Span } from '../language/text/span.ts';
import { type Lines, linesOf } from './drawing/lines.ts';
import type { Input } from './input.ts';

/**
 * What was found in a file, as plain data for `check --format json`, with `matches` where they were asked for. `range` holds offsets (UTF-16 code units, from 0, without a
 * byte order mark); `start` and `end` the same places as lines and columns from 1.
 */
export function diagnosticsJson({ name, text }: Pick<Input, 'name' | 'text'>, diagnostics: readonly Diagnostic[]): object {
  const lines = linesOf(text);
  return {
    file: name,
    diagnostics: diagnostics.map(({ rule, severity, message, range, related, fixes, because, matches }) => ({
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
    })),
  };
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
