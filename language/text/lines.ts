/** A line of a text: `end` before its line break, `next` where the next begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text, whatever ends them; none behind the last line break. Linear. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index: end, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) {
    const next = end + lineBreak.length;
    lines.push({ start, end, next });
    start = next;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}
