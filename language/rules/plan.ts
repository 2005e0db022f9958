import { lazy } from '../text/lazy.ts';
import { EMPTY_ENV } from './binding.ts';
import type { Clause, Condition, Pattern, Step, Way } from './clause.ts';
import { reportTest } from './condition.ts';
import { naming, signOfContrary } from './contrary.ts';
import { signOfDrift, signsOfMissing } from './drift.ts';
import type { Facts } from './facts.ts';
import { joinedTo } from './joined.ts';
import type { Going } from './match.ts';
import { signOfWords } from './mentions.ts';
import { Planner } from './planner.ts';
import { type Guess, type Guesses, type GuessOf, guessesOf, guessOf, SignList } from './possible.ts';
import type { Rule } from './rule.ts';
import { signOf } from './search.ts';
import type { Sight } from './sight.ts';
import { isValued, type Signs } from './signs.ts';
import { Stated } from './stated.ts';
import { tailOf } from './tail.ts';

/** How a rule is looked for in any report. */
export interface RulePlan {
  readonly rule: Rule;
  /** Whether for each of its lines the report holds what the line may take, and says of itself what it asks. */
  readonly canFire: Guess;
  /** Every way in which its `when` and `and` lines hold together. */
  readonly when: Going;
  readonly expect: readonly Going[];
  /** Planned when they are first asked, as few reports come so far. */
  readonly unless: () => readonly Going[];
  /** The conditions of its messages; null where there is none. */
  readonly verdicts: () => readonly (Going | null)[];
}

/** How rules that are checked together are looked for. */
export class Plan {
  /** Those on comments that silence nothing, which are asked last. */
  readonly onIgnores: readonly Rule[];
  readonly #rules: readonly Rule[];
  readonly #planner = new Planner();
  /** That the reader has a problem with words. */
  readonly #problem: number;
  readonly #signs: SignList;
  /** Made when a report first shows all that the rule asks for. */
  readonly #plans: (RulePlan | undefined)[];

  constructor(rules: readonly Rule[]) {
    const { signs } = this.#planner;
    this.#rules = rules;
    this.#plans = rules.map(() => undefined);
    this.onIgnores = rules.filter(({ builtIn }) => builtIn === 'unused-ignore');
    this.#problem = signs.ofReport('problem', () => false);
    this.#signs = new SignList(
      rules.map((rule) => (rule.builtIn ? [[[this.#problem]]] : signsOfRule(rule, signs))),
      signs,
    );
  }

  /** What there is to see of a report. */
  sightOf(facts: Facts): Sight {
    const stated = new Stated(facts);
    return { facts, stated, shown: this.#planner.signs.in(facts, stated), found: new Array(this.#planner.searches) };
  }

  /** The rules that ask for nothing that a report does not show, in their order; built-in ones where the reader has a problem with words. */
  shownIn(sight: Sight, hasProblems: boolean): RulePlan[] {
    sight.shown[this.#problem] = hasProblems ? 1 : 0;
    return this.#signs.whereShown(sight).map((at) => this.#plan(at));
  }

  #plan(at: number): RulePlan {
    let plan = this.#plans[at];
    if (plan === undefined) this.#plans[at] = plan = planRule(this.#rules[at] as Rule, this.#planner);
    return plan;
  }
}

const PLANS = new WeakMap<readonly Rule[], Plan>();

/** The plan of rules, made once. */
export function planOf(rules: readonly Rule[]): Plan {
  let plan = PLANS.get(rules);
  if (plan === undefined) PLANS.set(rules, (plan = new Plan(rules)));
  return plan;
}

const planRule = (rule: Rule, planner: Planner): RulePlan => ({
  rule,
  canFire: guessOf(rule.when, foundBy(planner)),
  when: planner.steps(rule.when, 'when', tailOf(rule)),
  expect: rule.expect.map((step) => planner.steps([step], 'check')),
  unless: lazy(() => rule.unless.map((step) => planner.steps([step], 'check'))),
  verdicts: lazy(() => rule.verdicts.map(({ when }) => when && planner.steps([when], 'check'))),
});

/** The signs without which a rule cannot fire. */
const signsOfRule = ({ when, expect }: Rule, signs: Signs): Guesses<number> => [
  ...guessesOf(when, (clause, way, at) =>
    [signOfClause(clause, way, at, when, signs), signOfDrift(clause, way, when, signs), signOfContrary(clause, way, when, signs)].filter(
      (sign) => sign !== null,
    ),
  ),
  ...signsOfMissing(expect, when, signs),
];

/** The sign without which a clause of a `when` line cannot be fulfilled, whatever the others say. */
function signOfClause(clause: Clause, way: Way, at: number, when: readonly Step[], signs: Signs): number | null {
  switch (clause.type) {
    case 'pattern':
      return signOf(clause, joinedTo(clause, way, at), 'when', signs);
    case 'mentions':
      return clause.does ? signOfWords(clause, signs) : null;
    case 'exam':
    case 'contrast':
    case 'section':
      return signOfReport(clause, signs);
    case 'is':
      if (!clause.is) return null;
      if (clause.attribute === 'kind') return signOfKinds(clause.values, naming(clause.of, way, when), signs);
      return isValued(clause.attribute) ? signs.ofValues(clause.attribute, clause.values) : null;
    case 'growth':
      return signs.of({ category: 'measurement', kinds: ['prior-size'], has: 0, lacks: 0, phrase: null });
    default:
      return null;
  }
}

/** The sign that something has one of some kinds, of which one of the patterns may take it. */
function signOfKinds(kinds: readonly string[], patterns: readonly Pattern[], signs: Signs): number | null {
  const [category, ...others] = new Set(patterns.map(({ head }) => (head.type === 'note' ? head.category : null)));
  const isNoted = patterns.some(({ head }) => head.type === 'same' && head.note);
  return category === undefined || others.length > 0 || isNoted ? null : signs.of({ category, kinds, has: 0, lacks: 0, phrase: null });
}

function signOfReport(condition: Condition, signs: Signs): number | null {
  const test = reportTest(condition);
  return test && signs.ofReport(JSON.stringify(condition), ({ facts }) => test(facts));
}

/** Whether a pattern has candidates, and the patient is one that a condition asks for. What others ask depends on what is bound. */
const foundBy =
  (planner: Planner): GuessOf<Guess> =>
  (clause, way, at) => {
    if (clause.type === 'pattern') {
      if (clause.head.type === 'same') return [];
      const search = planner.search(clause, joinedTo(clause, way, at), 'when');
      return [(sight) => search(sight, EMPTY_ENV).length > 0];
    }
    // A look at the header, which most reports are spared.
    const test = clause.type === 'sex' || clause.type === 'age' ? reportTest(clause) : null;
    return test === null ? [] : [({ facts }) => test(facts)];
  };
