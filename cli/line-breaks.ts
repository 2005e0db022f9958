import type { TextEdit } from '../language/text/edit.ts';

/** The edits with the line breaks that the text itself uses: those of its first line. */
export function withLineBreaksOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const mark = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return edits.map((edit) => ({ range: edit.range, text: edit.text.replace(/\r\n|\r|\n/g, mark) }));
}
