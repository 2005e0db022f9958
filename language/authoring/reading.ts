import type { Problem } from '../lexicon/lexicon.ts';
import { compileRules } from '../rules/compile.ts';
import { type RuleText, readRuleFile } from '../rules/lines.ts';
import type { PhraseReader, Rule } from '../rules/rule.ts';
import { type ExampleFailure, testRules } from '../rules/test.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';

/** What rule files are read with. */
export interface Bench {
  readonly reader: PhraseReader;
  /** All rules in force: an id that one of them has, in another file, is taken. */
  readonly rules: readonly Rule[];
  /** The diagnostics of a report under some rules. */
  check(text: string, rules: readonly Rule[]): readonly Diagnostic[];
}

/** One rule of a file. All lines and offsets but its own `start` and `line` count from the rule's first character. */
export interface RuleReading {
  /** Offset in the file. */
  readonly start: number;
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** From the word `rule` to the next rule or the end of the file. */
  readonly text: string;
  readonly written: RuleText;
  /** Null where the rule cannot work. */
  readonly rule: Rule | null;
  readonly problems: readonly Problem[];
  /** Examples that do not do what is said of them. Runs them when first asked. */
  readonly failures: readonly ExampleFailure[];
}

/** One version of a rule file. Immutable. */
export interface RuleFileReading {
  readonly name: string;
  readonly text: string;
  readonly rules: readonly RuleReading[];
  /** Rules of other files that hold an id of this one. */
  readonly twins: ReadonlyMap<string, Rule>;
}

type Own = Omit<RuleReading, 'start' | 'line'>;

/**
 * Reads a rule file as it is being written. Rules whose words stand unchanged in the version `before` are not compiled or tried
 * again, so that a key press costs one rule. Never throws.
 */
export function readRules({ name, text }: Source, bench: Bench, before: RuleFileReading | null = null): RuleFileReading {
  const known = new Map<string, Own>(before?.name === name ? before.rules.map((rule) => [rule.text, rule]) : []);
  const { rules: written } = readRuleFile(text);
  const rules = written.map(({ start, line }, i): RuleReading => {
    const own = text.slice(start, written[i + 1]?.start ?? text.length);
    let read = known.get(own);
    if (read === undefined) {
      read = readOne(own, name, bench);
      known.set(own, read);
    }
    return at(start, line, read);
  });
  const taken = new Map(bench.rules.filter(({ file }) => !isSameFile(file, name)).map((rule) => [rule.id, rule]));
  const twins = new Map(rules.flatMap(({ written: { id } }) => (taken.has(id) ? [[id, taken.get(id) as Rule] as const] : [])));
  return { name, text, rules, twins };
}

/** The shipped rules are named by their path in the project, wherever that lies. */
const isSameFile = (a: string, b: string): boolean => a === b || b.endsWith(`/${a}`) || a.endsWith(`/${b}`);

/** Spelled out, so that the examples are not run to copy them. */
const at = (start: number, line: number, own: Own): RuleReading => ({
  start,
  line,
  text: own.text,
  written: own.written,
  rule: own.rule,
  problems: own.problems,
  get failures() {
    return own.failures;
  },
});

const NOTHING: RuleText = { id: '', line: 1, start: 0, idRange: { start: 0, end: 0 }, entries: [] };

function readOne(text: string, name: string, bench: Bench): Own {
  const { rules, problems } = compileRules([{ name, text }], bench.reader);
  const [rule = null] = rules;
  let failures: readonly ExampleFailure[] | null = null;
  return {
    text,
    written: readRuleFile(text).rules[0] ?? NOTHING,
    rule,
    problems,
    get failures() {
      failures ??= rule === null ? [] : testRules([rule], bench.rules, bench.check);
      return failures;
    },
  };
}

/** The rule that an offset is in. */
export const ruleAt = (reading: RuleFileReading, offset: number): RuleReading | undefined =>
  reading.rules.findLast(({ start }) => start <= offset);
