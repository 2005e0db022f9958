import { EMPTY_ENV } from './binding.ts';
import { testOf } from './condition.ts';
import { joinedTo } from './joined.ts';
import type { Going } from './match.ts';
import { signsOfWords } from './mentions.ts';
import { Planner } from './planner.ts';
import { type Guess, type GuessOf, guessOf } from './possible.ts';
import type { Rule } from './rule.ts';
import { signsOf } from './search.ts';
import { mayShow } from './sight.ts';

/** How a rule is looked for in any report. */
export interface RulePlan {
  /** Every way in which its `when` and `and` lines hold together. */
  readonly when: Going;
  readonly expect: readonly Going[];
  readonly unless: readonly Going[];
  /** The conditions of its messages; null where there is none. */
  readonly verdicts: readonly (Going | null)[];
  /** Whether for each of its lines the report holds what the line may take, and says of itself what it asks. */
  readonly canFire: Guess;
}

export interface PlannedRule {
  readonly rule: Rule;
  /** Whether the report names the kinds, notes and words that it asks for. Most rules speak of what a report does not. */
  readonly isNamed: Guess;
  /** Made when a report first names all that the rule asks for. */
  plan(): RulePlan;
}

export interface Plan {
  readonly planner: Planner;
  readonly rules: readonly PlannedRule[];
}

const PLANS = new WeakMap<readonly Rule[], Plan>();

/** The plan of rules that are checked together, made once. */
export function planOf(rules: readonly Rule[]): Plan {
  let plan = PLANS.get(rules);
  if (plan === undefined) {
    const planner = new Planner();
    PLANS.set(rules, (plan = { planner, rules: rules.map((rule) => planned(rule, planner)) }));
  }
  return plan;
}

function planned(rule: Rule, planner: Planner): PlannedRule {
  let plan: RulePlan | null = null;
  return {
    rule,
    isNamed: guessOf(rule.when, namedIn(planner)),
    plan: () => (plan ??= planRule(rule, planner)),
  };
}

function planRule(rule: Rule, planner: Planner): RulePlan {
  return {
    when: planner.steps(rule.when, 'when'),
    expect: rule.expect.map((step) => planner.steps([step], 'check')),
    unless: rule.unless.map((step) => planner.steps([step], 'check')),
    verdicts: rule.verdicts.map(({ when }) => when && planner.steps([when], 'check')),
    canFire: guessOf(rule.when, foundIn(planner)),
  };
}

/** Whether the report shows the signs of what a clause asks for. */
const namedIn =
  ({ signs }: Planner): GuessOf =>
  (clause) => {
    const asked =
      clause.type === 'pattern' ? signsOf(clause, signs) : clause.type === 'mentions' && clause.does ? signsOfWords(clause, signs) : null;
    return asked && ((sight) => mayShow(sight, asked));
  };

/** Whether a pattern has candidates, and the report says of itself what a condition asks. What the others ask depends on what is bound. */
const foundIn =
  (planner: Planner): GuessOf =>
  (clause, way, at) => {
    switch (clause.type) {
      case 'pattern': {
        if (clause.head.type === 'same') return null;
        const search = planner.search(clause, joinedTo(clause, way, at), 'when');
        return (sight) => search(sight, EMPTY_ENV).length > 0;
      }
      case 'exam':
      case 'contrast':
      case 'section':
      case 'sex':
      case 'age': {
        const test = testOf(clause, planner.signs);
        return (sight) => test(EMPTY_ENV, sight);
      }
      default:
        return null;
    }
  };
