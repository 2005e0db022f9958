import type { Span } from './span.ts';

/** Replaces the text of `range` by `text`; an empty range inserts. */
export interface TextEdit {
  readonly range: Span;
  readonly text: string;
}

/** The text after all edits. Edits must not overlap; those at one place apply in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, i) => ({ edit, i })).sort((a, b) => a.edit.range.start - b.edit.range.start || a.i - b.i);
  let out = '';
  let from = 0;
  for (const { edit } of ordered) {
    out += text.slice(from, edit.range.start) + edit.text;
    from = Math.max(from, edit.range.end);
  }
  return out + text.slice(from);
}
