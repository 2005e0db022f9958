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

/** An example as a test. */
export interface TemplateTrial {
  readonly example: TemplateExample;
  /** What is not as it says; none where it passes. */
  readonly problems: readonly TemplateProblem[];
  /** The lines that it expects and those that the report has in their place, where they differ. */
  readonly difference: { readonly expected: string; readonly got: string } | null;
}

/** What becomes of the examples of a template: a problem for each thing that is not as its author says. */
export const runExamples = (template: Template, bench: ExampleBench): TemplateProblem[] =>
  trialsOf(template, bench).flatMap(({ problems }) => problems);

/** Runs every example of a template. */
export const trialsOf = (template: Template, bench: ExampleBench): TemplateTrial[] =>
  template.examples.map((example) => runExample(template, example, bench));

function runExample(template: Template, example: TemplateExample, bench: ExampleBench): TemplateTrial {
  const { text, problems } = fillTemplate(template, example.values, { ...bench, defaults: true });
  const fails = (message: string, range = example.range): TemplateProblem => ({ rule: 'template-example', message, range });
  const found = problems.map(({ name, message }) => fails(`"${name}" ${message}.`, example.places[name]));
  const wrong = example.text === null ? null : differing(example.text.lines, text.split('\n'));
  if (wrong !== null) found.push(fails(wrong.message, example.text?.range));
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
  return { example, problems: found, difference: wrong && { expected: wrong.expected, got: wrong.got } };
}

interface Difference {
  readonly message: string;
  readonly expected: string;
  /** As many lines of the report, from where most of the expected ones stand; all of it where none does. */
  readonly got: string;
}

/** The first line that is not as expected, wherever the others fit best; null where all stand there one after another. */
function differing(lines: readonly string[], filled: readonly string[]): Difference | null {
  const wanted = trimmed(lines);
  const [first] = wanted;
  if (first === undefined) return null;
  let best = { fits: 0, start: 0 };
  for (let start = 0; start < filled.length; start++) {
    if (filled[start]?.trimEnd() !== first) continue;
    let fits = 0;
    while (fits < wanted.length && filled[start + fits]?.trimEnd() === wanted[fits]) fits++;
    if (fits === wanted.length) return null;
    if (fits > best.fits) best = { fits, start };
  }
  const line = wanted[best.fits] ?? '';
  const expected = wanted.join('\n');
  if (best.fits === 0) return { message: `The report has no line "${line}".`, expected, got: trimmed(filled).join('\n') };
  const got = filled.slice(best.start, best.start + wanted.length).map((each) => each.trimEnd());
  return {
    message: `Where "${line}" should stand, the report says "${filled[best.start + best.fits] ?? ''}".`,
    expected,
    got: got.join('\n'),
  };
}

/** Without blank lines around, and blanks at the ends of lines. */
function trimmed(lines: readonly string[]): string[] {
  const all = lines.map((line) => line.trimEnd());
  const start = all.findIndex((line) => line !== '');
  const end = all.findLastIndex((line) => line !== '');
  return start < 0 ? [] : all.slice(start, end + 1);
}
