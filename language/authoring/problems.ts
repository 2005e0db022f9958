import { placeInFile } from '../rules/example.ts';
import { readRuleFile, wordsRange } from '../rules/lines.ts';
import type { ExampleFailure } from '../rules/test.ts';
import { type Span, shift } from '../text/span.ts';
import type { RuleFileReading, RuleReading } from './reading.ts';

/** What is wrong with a rule file. */
export interface RuleProblem {
  /** `error`: a rule does not work, or an example of it fails; `warning`: something is missing. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** The words meant, as offsets in the file. */
  readonly range: Span;
  readonly kind: 'written' | 'example';
}

/** All that is wrong with a rule file, in its order: what cannot be understood, what is missing, examples that fail. */
export function problemsOf(reading: RuleFileReading): RuleProblem[] {
  const stray = readRuleFile(reading.text).stray.map(
    (entry): RuleProblem => ({
      severity: 'error',
      message: `"${entry.key}" stands before the first "rule" line.`,
      range: wordsRange(entry),
      kind: 'written',
    }),
  );
  const seen = new Map<string, RuleReading>();
  const own = reading.rules.flatMap((rule) => {
    const { id } = rule.written;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, rule);
    return [...twinProblem(rule, first, reading), ...ofRule(rule), ...failuresOf(rule)];
  });
  return [...stray, ...own].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** That a bad example has no brackets is told as what is wrong with its line. */
const failuresOf = (rule: RuleReading): RuleProblem[] =>
  rule.failures.filter(({ kind, example }) => kind === 'good' || example.marks.length > 0).map((failure) => exampleProblem(failure, rule));

function twinProblem({ start, written }: RuleReading, first: RuleReading | undefined, { twins }: RuleFileReading): RuleProblem[] {
  const twin = twins.get(written.id);
  const place = first === undefined ? twin && `in ${fileName(twin.file)}, line ${twin.line}` : `above, in line ${first.line}`;
  if (place === undefined || written.id === '') return [];
  const message = `Rule ${written.id} stands already ${place}.`;
  return [{ severity: 'error', message, range: shift(written.idRange, start), kind: 'written' }];
}

const fileName = (path: string): string => path.split('/').slice(-1).join('');

const ofRule = ({ start, problems, written }: RuleReading): RuleProblem[] =>
  problems.map(({ message, range, isMinor }) => ({
    severity: isMinor === true ? 'warning' : 'error',
    message,
    range: shift(range ?? written.idRange, start),
    kind: 'written',
  }));

/** Marks the words at which a rule fires and must not, else those at which it must and does not. */
export function exampleProblem({ kind, message, example, found }: ExampleFailure, { start }: RuleReading): RuleProblem {
  const isMarked = (span: Span): boolean => example.marks.some((mark) => mark.start === span.start && mark.end === span.end);
  const isFound = (span: Span): boolean => found.some((each) => each.start === span.start && each.end === span.end);
  const place = found.find((span) => !isMarked(span)) ?? example.marks.find((span) => !isFound(span));
  const range = placeInFile(example, place ?? { start: 0, end: example.text.length });
  const words = kind === 'good' ? 'This good example must not fire the rule, but it' : 'This bad example';
  return { severity: 'error', message: `${words} ${message}.`, range: shift(range, start), kind: 'example' };
}
