import type { Line } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { TemplateExample, TemplateProblem } from './template.ts';

interface Read {
  readonly example: TemplateExample;
  readonly problems: readonly TemplateProblem[];
  /** Index of the line behind its `[end]`. */
  readonly next: number;
}

/** Reads an example from its first line on: values (`levels = D3 to D8`), `[expect RULE]`, `[expect]` with lines below it, `[end]`. */
export function readExample(text: string, lines: readonly Line[], first: number, name: string, range: Span): Read {
  const values: Record<string, string> = Object.create(null);
  const places: Record<string, Span> = Object.create(null);
  const rules: { id: string; range: Span }[] = [];
  const problems: TemplateProblem[] = [];
  let expected: { lines: string[]; range: Span } | null = null;
  let i = first + 1;
  let ended = false;
  for (; i < lines.length && !ended; i++) {
    const { start, end } = lines[i] as Line;
    const words = text.slice(start, end);
    const here = { start, end };
    const [, verb = '', rest = ''] = /^\s*\[(expect|end|example)\b\s*([^[\]]*)\]\s*$/i.exec(words) ?? [];
    if (verb.toLowerCase() === 'example') break;
    if (verb.toLowerCase() === 'end') ended = true;
    else if (verb !== '' && rest.trim() !== '') rules.push({ id: rest.trim(), range: here });
    else if (verb !== '') expected = { lines: [], range: here };
    else if (expected !== null) expected.lines.push(words);
    else {
      const [, key = '', value = ''] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(words) ?? [];
      const small = key.toLowerCase();
      if (key !== '' && !Object.hasOwn(values, small)) {
        values[small] = value;
        places[small] = here;
      } else if (key !== '') problems.push({ rule: 'template-example', message: `"${key}" is given twice.`, range: here });
      else if (words.trim() !== '' && !words.trim().startsWith('//'))
        problems.push({ rule: 'template-example', message: 'An example gives values: "levels = D3 to D8".', range: here });
    }
  }
  if (!ended) problems.push({ rule: 'template-example', message: 'This example has no [end].', range });
  const whole = { start: (lines[first] as Line).start, end: (lines[i - 1] as Line).end };
  return { example: { name, range, whole, values, places, text: expected, rules }, problems, next: i };
}
