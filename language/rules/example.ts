import type { Span } from '../text/span.ts';
import type { Entry } from './lines.ts';
import type { Example } from './rule.ts';

/**
 * The text of a `good` or `bad` entry: its line, or the block below it. Words in square brackets are those that the rule must
 * underline; `\[` and `\]` are brackets of the report. A bracket without its twin is an error.
 */
export function readExample(entry: Entry): Example | { readonly error: string } {
  const written = [...(entry.text === '' ? [] : [entry.text]), ...entry.block].join('\n');
  const marks: Span[] = [];
  let text = '';
  let open = -1;
  for (let i = 0; i < written.length; i++) {
    const char = written.charAt(i);
    if (char === '\\' && /[[\]]/.test(written.charAt(i + 1))) {
      text += written.charAt(++i);
    } else if (char === '[') {
      if (open >= 0) return { error: 'A second "[" before the first was closed.' };
      open = text.length;
    } else if (char === ']') {
      if (open < 0) return { error: '"]" without "[".' };
      marks.push({ start: open, end: text.length });
      open = -1;
    } else text += char;
  }
  if (open >= 0) return { error: '"[" without "]".' };
  return { line: entry.line, text, marks };
}
