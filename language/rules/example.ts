import type { Span } from '../text/span.ts';
import type { Entry } from './lines.ts';
import type { Example } from './rule.ts';

/** Where a stretch of an example's text stands in the rule file: from `at` on in the text, from `file` on there. */
export interface Run {
  readonly at: number;
  readonly file: number;
}

/**
 * The text of a `good` or `bad` entry: its line, or the block below it. Words in square brackets are those that the rule must
 * underline; `\[` and `\]` are brackets of the report. A bracket without its twin is an error.
 */
export function readExample(entry: Entry): Example | { readonly error: string } {
  const own = entry.text === '' ? [] : [{ line: entry.text, start: entry.textStart }];
  const lines = [...own, ...entry.block.map((line, i) => ({ line, start: entry.blockStarts[i] ?? 0 }))];
  const marks: Span[] = [];
  const runs: Run[] = [];
  let text = '';
  let open = -1;
  for (const [i, { line, start }] of lines.entries()) {
    if (i > 0) text += '\n';
    runs.push({ at: text.length, file: start });
    for (let c = 0; c < line.length; c++) {
      const char = line.charAt(c);
      const isEscape = char === '\\' && /[[\]]/.test(line.charAt(c + 1));
      if (!isEscape && char !== '[' && char !== ']') {
        text += char;
        continue;
      }
      if (isEscape) text += line.charAt(++c);
      else if (char === '[') {
        if (open >= 0) return { error: 'A second "[" before the first was closed.' };
        open = text.length;
      } else {
        if (open < 0) return { error: '"]" without "[".' };
        marks.push({ start: open, end: text.length });
        open = -1;
      }
      runs.push(isEscape ? { at: text.length - 1, file: start + c } : { at: text.length, file: start + c + 1 });
    }
  }
  if (open >= 0) return { error: '"[" without "]".' };
  return { line: entry.line, text, marks, runs };
}

/** The place in the rule file of a stretch of an example's text. */
export function placeInFile({ runs }: Example, { start, end }: Span): Span {
  const at = (offset: number, isEnd: boolean): number => {
    // The end of a stretch belongs to the run that its last unit is in.
    const run = runs.findLast((each) => (isEnd ? each.at < offset : each.at <= offset)) ?? runs[0];
    return run === undefined ? 0 : run.file + offset - run.at;
  };
  return { start: at(start, false), end: end > start ? at(end, true) : at(start, false) };
}
