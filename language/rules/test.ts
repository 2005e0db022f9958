import type { Diagnostic } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Example, Rule } from './rule.ts';

/** An example that does not do what its rule says of it. `line` is the example's in the rule file. */
export interface ExampleFailure {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly kind: 'good' | 'bad';
  readonly text: string;
  readonly message: string;
  readonly example: Example;
  /** Where the rule fires, as places in the text. */
  readonly found: readonly Span[];
}

const bracketed = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => `[${text.slice(span.start, span.end).replace(/\s+/g, ' ')}]`).join(' ') || 'nothing';

const same = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end);

function tryExample(rule: Rule, example: Example, kind: 'good' | 'bad', check: (text: string) => readonly Diagnostic[]): ExampleFailure[] {
  const found = check(example.text)
    .filter((diagnostic) => diagnostic.rule === rule.id)
    .map((diagnostic) => diagnostic.range)
    .sort((a, b) => a.start - b.start);
  if (same(found, example.marks)) return [];
  const message =
    kind === 'good'
      ? `fires at ${bracketed(example.text, found)}`
      : `should fire at ${bracketed(example.text, example.marks)}, but fires at ${bracketed(example.text, found)}`;
  return [{ rule: rule.id, file: rule.file, line: example.line, kind, text: example.text, message, example, found }];
}

/** A rule is tried alone, but for the one that speaks of what the others say. */
const withOthers = (rule: Rule, all: readonly Rule[]): readonly Rule[] =>
  rule.builtIn === 'unused-ignore' ? [...all.filter(({ id }) => id !== rule.id), rule] : [rule];

/**
 * Runs every example of some rules: a good one must not fire its rule, a bad one must fire it at the bracketed words and nowhere else.
 * What other rules say of an example does not matter, so each is tried by its own rule alone. `all` are the rules in force, `check`
 * gives the diagnostics of a text under some of them.
 */
export function testRules(
  rules: readonly Rule[],
  all: readonly Rule[],
  check: (text: string, rules: readonly Rule[]) => readonly Diagnostic[],
): ExampleFailure[] {
  return rules.flatMap((rule) => {
    const asked = withOthers(rule, all);
    const own = (text: string): readonly Diagnostic[] => check(text, asked);
    return [
      ...rule.good.flatMap((example) => tryExample(rule, example, 'good', own)),
      ...rule.bad.flatMap((example) => tryExample(rule, example, 'bad', own)),
    ];
  });
}
