import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { fillTemplate } from './fill.ts';
import type { Library, Template, TemplateExample, TemplateProblem } from './template.ts';

/** What running an example asks of the language. */
export interface ExampleBench {
  readonly lexicon: Lexicon;
  readonly library: Library;
  read(text: string): { readonly diagnostics: readonly Diagnostic[] };
}

/** What becomes of the examples of a template: a problem for each thing that is not as its author says. */
export const runExamples = (template: Template, bench: ExampleBench): TemplateProblem[] =>
  template.examples.flatMap((example) => runExample(template, example, bench));

/** What is not as one example says; none where it passes. */
export function runExample(template: Template, example: TemplateExample, bench: ExampleBench): TemplateProblem[] {
  const { text, problems } = fillTemplate(template, example.values, { ...bench, defaults: true });
  const fails = (message: string, range = example.range): TemplateProblem => ({ rule: 'template-example', message, range });
  const found = problems.map(({ name, message }) => fails(`"${name}" ${message}.`, example.places[name]));
  if (example.text !== null) {
    const wrong = differing(example.text.lines, text.split('\n'));
    if (wrong !== null) found.push(fails(wrong, example.text.range));
  }
  const wanted = new Map(example.rules.map(({ id, range }) => [id, range]));
  const met = new Set<string>();
  for (const { rule, severity, message, range } of bench.read(text).diagnostics) {
    met.add(rule);
    if (wanted.has(rule) || !(severity === 'error' || severity === 'warning')) continue;
    found.push(
      fails(
        `The report has ${severity === 'error' ? 'an error' : 'a warning'} at "${text.slice(range.start, range.end)}": ${message} [${rule}]`,
      ),
    );
  }
  for (const [id, range] of wanted) if (!met.has(id)) found.push(fails(`"${id}" says nothing of the report.`, range));
  return found;
}

/** The first line that is not as expected, wherever the others fit best; null where all stand there one after another. */
function differing(lines: readonly string[], filled: readonly string[]): string | null {
  const wanted = trimmed(lines);
  const [first] = wanted;
  if (first === undefined) return null;
  let best = { fits: 0, is: '' };
  for (let start = 0; start < filled.length; start++) {
    if (filled[start]?.trimEnd() !== first) continue;
    let fits = 0;
    while (fits < wanted.length && filled[start + fits]?.trimEnd() === wanted[fits]) fits++;
    if (fits === wanted.length) return null;
    if (fits > best.fits) best = { fits, is: filled[start + fits] ?? '' };
  }
  const line = wanted[best.fits] ?? '';
  return best.fits === 0 ? `The report has no line "${line}".` : `Where "${line}" should stand, the report says "${best.is}".`;
}

/** Without blank lines around, and blanks at the ends of lines. */
function trimmed(lines: readonly string[]): string[] {
  const all = lines.map((line) => line.trimEnd());
  const start = all.findIndex((line) => line !== '');
  const end = all.findLastIndex((line) => line !== '');
  return start < 0 ? [] : all.slice(start, end + 1);
}
