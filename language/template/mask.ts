import { ABOUT_KEYS, type About, type Template } from './template.ts';

/** The text of a template as a report's, unit for unit: lines about the template and examples are blank. */
export function maskTemplate({ text, about, examples }: Pick<Template, 'text' | 'about' | 'examples'>): string {
  const hidden = [...lineSpans(about, text), ...examples.map(({ whole }) => whole)].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of hidden) {
    if (start < from) continue;
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** `Template: NAME` is a line of reports too. */
const lineSpans = (about: readonly About[], text: string) =>
  about
    .filter(({ key }) => key !== ABOUT_KEYS[0])
    .map(({ range }) => {
      const newline = text.indexOf('\n', range.end);
      return { start: text.lastIndexOf('\n', Math.max(range.start - 1, 0)) + 1, end: newline < 0 ? text.length : newline };
    });
