import type { Span } from '../text/span.ts';
import type { Step, Way } from './clause.ts';
import { boundAfter, boundInWay, boundSomewhere, type Places, placesOf } from './clause-variables.ts';
import { compileClause } from './compile-clause.ts';
import type { PhraseReader, RuleLine } from './rule.ts';

/** `range` is the place in the line's words; null for all of the line. */
export interface StepError {
  readonly error: string;
  readonly range: Span | null;
}

/** Reads the lines that say when a rule fires, in their order, and keeps which variables they bind. */
export class StepReader {
  readonly when: Step[] = [];
  readonly expect: Step[] = [];
  readonly unless: Step[] = [];
  /** The lines that were understood, as they are written. */
  readonly lines: RuleLine[] = [];
  private readonly reader: PhraseReader;
  /** The list that the last line went to. */
  private latest: Step[] | null = null;

  private readonly parameters: Readonly<Record<string, number>>;

  /** `parameters` are those of the lines so far; more may come. */
  constructor(reader: PhraseReader, parameters: Readonly<Record<string, number>>) {
    this.reader = reader;
    this.parameters = parameters;
  }

  /** Variables of the `when` and `and` lines so far. */
  get bound(): ReadonlySet<string> {
    return this.when.reduce<ReadonlySet<string>>((bound, step) => boundAfter(step, bound), new Set());
  }

  /** Those that some of the ways through the `when` and `and` lines bind. */
  get sayable(): ReadonlySet<string> {
    return this.when.reduce<ReadonlySet<string>>((bound, step) => boundSomewhere(step, bound), new Set());
  }

  /** Those of them that stand for levels or sides; `way` are clauses that come on top. */
  places(way: Way = []): Places {
    return placesOf([...this.when.flat(2), ...way]);
  }

  /** Takes a line in, which stands at `line` of its file; answers what is wrong with it, and with which of its words, or null. */
  read(key: 'when' | 'and' | 'expect' | 'unless' | 'or' | 'while', text: string, line: number): StepError | null {
    if (key === 'or' || key === 'while') return this.extend(key, text, line);
    this.latest = key === 'expect' ? this.expect : key === 'unless' ? this.unless : this.when;
    const compiled = compileClause(text, this.bound, this.places(), this.reader, this.parameters);
    if ('error' in compiled) return compiled;
    this.latest.push([[compiled.clause]]);
    this.lines.push({ key, text, line, clause: compiled.clause });
    return null;
  }

  /** `or`: another way to fulfil the line above. `while`: that way, and this together with it. */
  private extend(key: 'or' | 'while', text: string, line: number): StepError | null {
    const step = this.latest?.pop();
    if (!this.latest || !step) return { error: `"${key}" needs a line "when", "and", "expect" or "unless" above it.`, range: null };
    const way = key === 'while' ? (step.at(-1) ?? []) : [];
    const compiled = compileClause(text, boundInWay(way, this.bound), this.places(way), this.reader, this.parameters);
    const kept = key === 'while' ? step.slice(0, -1) : step;
    this.latest.push('clause' in compiled ? [...kept, [...way, compiled.clause]] : step);
    if ('error' in compiled) return compiled;
    this.lines.push({ key, text, line, clause: compiled.clause });
    return null;
  }
}
