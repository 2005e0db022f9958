import { placeInFile } from '../rules/example.ts';
import type { Example } from '../rules/rule.ts';
import { type Span, shift } from '../text/span.ts';
import { exampleProblem } from './problems.ts';
import type { RuleFileReading, RuleReading } from './reading.ts';

/** An example as a test: where it stands, and what is wrong where it fails. Offsets are those of the file. */
export interface Trial {
  readonly kind: 'good' | 'bad';
  /** The first line of its text. */
  readonly label: string;
  readonly range: Span;
  readonly failure: { readonly message: string; readonly range: Span } | null;
}

/** A rule with its examples. */
export interface RuleTrials {
  readonly id: string;
  readonly range: Span;
  /** The rule's id where it is written. */
  readonly selection: Span;
  /** Why no example can be tried; null where they can. */
  readonly broken: string | null;
  readonly trials: readonly Trial[];
}

/** Tries every example of a rule file. */
export const trialsOf = (reading: RuleFileReading): RuleTrials[] => reading.rules.map(trialsOfRule);

export function trialsOfRule(read: RuleReading): RuleTrials {
  const { start, text, written, rule, problems } = read;
  const own = (kind: 'good' | 'bad', examples: readonly Example[]): Trial[] => examples.map((example) => trialOf(kind, example, read));
  return {
    id: written.id,
    range: { start, end: start + text.trimEnd().length },
    selection: shift(written.idRange, start),
    broken: rule === null ? (problems.find(({ isMinor }) => isMinor !== true)?.message ?? 'This rule cannot be understood.') : null,
    trials: rule === null ? [] : [...own('good', rule.good), ...own('bad', rule.bad)].sort((a, b) => a.range.start - b.range.start),
  };
}

function trialOf(kind: 'good' | 'bad', example: Example, read: RuleReading): Trial {
  const failure = read.failures.find((each) => each.example === example);
  return {
    kind,
    label: `${kind}: ${example.text.trim().split('\n')[0] ?? ''}`,
    range: shift(placeInFile(example, { start: 0, end: example.text.length }), read.start),
    failure: failure === undefined ? null : exampleProblem(failure, read),
  };
}
