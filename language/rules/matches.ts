import type { Match } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Attribute } from './attribute.ts';
import { type Env, findingsOf, type Taken } from './binding.ts';
import type { Condition, Step } from './clause.ts';
import type { Facts } from './facts.ts';
import type { Budget, Going } from './match.ts';
import type { RulePlan } from './plan.ts';
import { placeOfAttribute } from './read-attribute.ts';
import type { Rule, RuleLine } from './rule.ts';
import type { Sight } from './sight.ts';
import { firstWay } from './solve.ts';

/** Places of one line; a line that takes all masses may take hundreds. */
const MOST_PLACES = 8;

/**
 * The lines of a rule that fired, each with what it matched: those of the ways that were taken, and what was looked for in vain.
 * `env` is what its `when` lines found, `way` the same with the condition of its message; both traced. Stays within the budget: where
 * that ends, the `expect` and `unless` lines that are left go unsaid.
 */
export function matchesOf(plan: RulePlan, env: Env, way: Env, sight: Sight, budget: Budget): Match[] {
  const { rule } = plan;
  const { facts } = sight;
  const lines = new Map(rule.lines.map((line) => [line.clause, line]));
  const match = (part: Match['part'], fits: boolean, taken: Taken, around: Env): Match[] => {
    const line = lines.get(taken.clause);
    return line === undefined ? [] : [matchOf(rule, line, part, fits, placesOf(taken, around, facts), facts)];
  };
  const checked = (part: 'expect' | 'unless', step: Step, going: Going | undefined): Match[] => {
    const found = going === undefined ? null : firstWay(going, env, sight, budget);
    if (budget.left < 0) return [];
    if (found !== null) return takenSince(env, found).flatMap((taken) => match(part, true, taken, found));
    return step.flat().flatMap((clause) => match(part, false, { clause, findings: [], mention: null }, env));
  };
  return [
    ...(env.taken ?? []).flatMap((taken) => match('when', true, taken, env)),
    ...takenSince(env, way).flatMap((taken) => match('message', true, taken, way)),
    ...rule.expect.flatMap((step, i) => checked('expect', step, plan.expect[i])),
    ...rule.unless.flatMap((step, i) => checked('unless', step, plan.unless()[i])),
  ].sort((a, b) => a.line - b.line);
}

/** The line of a built-in check, with what the reader pointed it at. */
export const builtInMatches = (rule: Rule, range: Span, facts: Facts): Match[] =>
  rule.lines.filter(({ clause }) => clause === null).map((line) => matchOf(rule, line, 'when', true, [range], facts));

const takenSince = (before: Env, after: Env): readonly Taken[] => (after.taken ?? []).slice(before.taken?.length ?? 0);

function matchOf(rule: Rule, written: RuleLine, part: Match['part'], fits: boolean, places: readonly Span[], facts: Facts): Match {
  const { key, text, line, clause } = written;
  const asks = clause?.type === 'pattern' ? 'finding' : 'condition';
  const limit = clause !== null && 'limit' in clause ? clause.limit : null;
  const parameter = limit === null || limit.parameter === null ? null : { name: limit.parameter, value: facts.limit(limit) };
  return { file: rule.file, line, key, text, part, asks, fits, places: withoutTwins(places).slice(0, MOST_PLACES), parameter };
}

const withoutTwins = (places: readonly Span[]): Span[] => [
  ...new Map(places.map((place) => [`${place.start} ${place.end}`, place])).values(),
];

/** The findings or words that a line took, and what those rest on where it asks for that; else the words that it was asked of. */
function placesOf({ clause, findings, mention }: Taken, env: Env, facts: Facts): readonly Span[] {
  if (clause.type !== 'pattern') return mention === null ? placesOfCondition(clause, env, facts) : [mention];
  if (findings.length === 0) return [];
  const support = clause.constraints.flatMap((constraint) => (constraint.type === 'supported' ? findingsOf(env, constraint.by) : []));
  return [...findings, ...support].map(({ range }) => range);
}

function placesOfCondition(condition: Condition, env: Env, facts: Facts): readonly Span[] {
  const whole = (variable: string): Span[] => findingsOf(env, variable).map(({ range }) => range);
  // Where the attribute is not stated, the finding's name says of what it was asked.
  const words = (attribute: Attribute, variable: string): Span[] =>
    findingsOf(env, variable).map((finding) => placeOfAttribute(finding, attribute, facts) ?? finding.where.head ?? finding.range);
  const some = (place: Span | null): Span[] => (place === null ? [] : [place]);
  switch (condition.type) {
    case 'exam':
    case 'contrast':
      return some(facts.sectionRange('exam'));
    case 'section':
      return some(facts.sectionRange(condition.scope));
    case 'mentions':
      if (typeof condition.where === 'string' || condition.does) return [];
      return condition.where.of === null ? some(env.mention) : whole(condition.where.of);
    case 'described':
    case 'numbered':
      return whole(condition.of);
    case 'stated':
      return whole(condition.finding);
    case 'causes':
      return [...whole(condition.cause), ...whole(condition.effect)];
    case 'compare':
      return [...words(condition.attribute, condition.left), ...words(condition.attribute, condition.right)];
    case 'is':
    case 'states':
    case 'amount':
      return words(condition.attribute, condition.of);
    case 'placed':
      return [
        ...words('levels', condition.of),
        ...(condition.operand.type === 'variable' ? words('levels', condition.operand.variable) : []),
      ];
    case 'spans':
    case 'covers':
      return words('levels', condition.of);
    case 'growth':
      return [...words('size', condition.of), ...words('prior size', condition.of)];
    case 'dated':
      return words('date', condition.of);
    case 'towards':
      return [...words('direction', condition.effect), ...whole(condition.cause)];
    case 'sex':
      return some(facts.report.patient.sexRange);
    case 'age':
      return some(facts.report.patient.ageRange);
  }
}
