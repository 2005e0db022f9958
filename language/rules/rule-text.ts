import type { Finding } from '../meaning/finding.ts';
import type { Clause, Step } from './clause.ts';
import type { CompiledRules, Rule, Verdict } from './rule.ts';

/** Of a rule, what a check needs. */
type Working = Omit<Rule, 'lines' | 'good' | 'bad'>;

/** What is asked for by a person who looks into a rule, and not by a check. */
type Told = Pick<Rule, 'lines' | 'good' | 'bad'>;

interface Written {
  readonly rules: readonly Working[];
  readonly problems: CompiledRules['problems'];
  /** What phrases name, each once; the patterns give the numbers. */
  readonly findings: readonly Finding[];
}

/** Writes what checks need of compiled rules, for `readRuleText`: a start need not compile them anew. */
export function writeRuleText({ rules, problems }: CompiledRules): string {
  const findings: Finding[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (finding: Finding): number => {
    const key = JSON.stringify(finding);
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = findings.length));
      findings.push(finding);
    }
    return number;
  };
  const working = rules.map(({ lines, good, bad, ...rule }) => withMeans(rule, (means) => (means as readonly Finding[]).map(numberOf)));
  return JSON.stringify({ rules: working, problems, findings });
}

/** What `writeRuleText` wrote; `told` gives what was not written of a rule by its id, when that is asked for. */
export function readRuleText(text: string, told: (id: string) => Told | undefined): CompiledRules {
  const { rules, problems, findings } = JSON.parse(text) as Written;
  return {
    problems,
    rules: rules.map((written): Rule => {
      const rule = withMeans(written, (numbers) => (numbers as number[]).map((number) => findings[number] as Finding));
      return ReadRule.of(rule, told);
    }),
  };
}

/** The engine holds objects of a class in little room; one that is written with accessors of its own it holds as a table. */
class ReadRule {
  declare readonly id: string;
  readonly #told: (id: string) => Told | undefined;

  private constructor(told: (id: string) => Told | undefined) {
    this.#told = told;
  }

  static of(rule: Working, told: (id: string) => Told | undefined): Rule {
    return Object.assign(new ReadRule(told), rule);
  }

  get lines(): Rule['lines'] {
    return this.#told(this.id)?.lines ?? [];
  }

  get good(): Rule['good'] {
    return this.#told(this.id)?.good ?? [];
  }

  get bad(): Rule['bad'] {
    return this.#told(this.id)?.bad ?? [];
  }
}

/** The same rule with something else for the findings that its phrases name. */
function withMeans(rule: Working, change: (means: readonly unknown[]) => readonly unknown[]): Working {
  const clause = (own: Clause): Clause =>
    own.type === 'pattern' && own.head.type === 'phrase'
      ? { ...own, head: { ...own.head, means: change(own.head.means) as readonly Finding[] } }
      : own;
  const step = (ways: Step): Step => ways.map((way) => way.map(clause));
  const verdict = (own: Verdict): Verdict => (own.when === null ? own : { ...own, when: step(own.when) });
  return {
    ...rule,
    when: rule.when.map(step),
    expect: rule.expect.map(step),
    unless: rule.unless.map(step),
    verdicts: rule.verdicts.map(verdict),
  };
}
