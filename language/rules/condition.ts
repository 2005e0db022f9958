import { covers } from '../meaning/coverage.ts';
import type { Finding } from '../meaning/finding.ts';
import { levelHull, vertebraeOf } from '../meaning/notation.ts';
import { isNote } from '../meaning/note.ts';
import { bind, EMPTY_ENV, type Env, findingsOf } from './binding.ts';
import type { Condition } from './clause.ts';
import type { Facts } from './facts.ts';
import { mentionsIn } from './mentions.ts';
import { LEVEL_RELATIONS, type Place, placeOf } from './place.ts';
import { amountOf, states, valuesOf } from './read-attribute.ts';
import { RELATION_TABLE } from './relations.ts';
import type { Sight } from './sight.ts';
import type { Signs } from './signs.ts';

/** Names of examinations, as rules write them, to DICOM modalities. */
export const MODALITIES: Readonly<Record<string, readonly string[]>> = {
  ct: ['CT'],
  mr: ['MR'],
  mri: ['MR'],
  us: ['US'],
  ultrasound: ['US'],
  radiograph: ['CR', 'DX'],
  'x-ray': ['CR', 'DX'],
  pet: ['PT'],
  pt: ['PT'],
  nm: ['NM'],
};

/** Whether a condition holds for what is bound. */
export type Test = (env: Env, sight: Sight) => boolean;

/** Whether a condition on one variable holds where that stands for the findings. */
export type OwnTest = (findings: readonly Finding[], sight: Sight) => boolean;

/** The test of a condition. What the report does not say (no modality, no size) fulfils no condition on it. */
export function testOf(condition: Condition, signs: Signs): Test {
  const ofReport = reportTest(condition);
  if (ofReport !== null) return (_, { facts }) => ofReport(facts);
  if (condition.type === 'mentions') {
    const places = mentionsIn(condition, signs);
    return (env, sight) => places(env, sight, 1).length > 0 === condition.does;
  }
  const ofOne = findingsTest(condition);
  if (ofOne !== null) return (env, { facts }) => ofOne.test(findingsOf(env, ofOne.of), facts);
  const ofTwo = pairTest(condition);
  return (env, { facts }) => ofTwo?.test(findingsOf(env, ofTwo.one), findingsOf(env, ofTwo.other), facts) ?? false;
}

/** The test of a condition that speaks of the variable `name` alone. */
export function ownTestOf(condition: Condition, name: string, signs: Signs): OwnTest {
  const ofOne = findingsTest(condition);
  if (ofOne !== null) return (findings, { facts }) => ofOne.test(findings, facts);
  const test = testOf(condition, signs);
  return (findings, sight) => test(bind(EMPTY_ENV, name, 'findings', findings), sight);
}

/** A condition on the report as a whole; null for others. */
export function reportTest(condition: Condition): ((facts: Facts) => boolean) | null {
  switch (condition.type) {
    case 'exam': {
      const named = condition.modalities.flatMap((name) => MODALITIES[name.toLowerCase()] ?? []);
      return ({ report: { exam } }) => exam.modality !== null && named.includes(exam.modality) === condition.is;
    }
    case 'contrast':
      return ({ report }) => report.exam.contrast === condition.value;
    case 'section':
      return (facts) => facts.hasSection(condition.scope) === condition.has;
    case 'sex':
      return ({ report }) => report.patient.sex === condition.sex;
    case 'age':
      return (facts) => {
        const { ageYears } = facts.report.patient;
        return ageYears !== null && isBeyond(ageYears, condition.over, facts.limit(condition.limit));
      };
    default:
      return null;
  }
}

interface OfOne {
  readonly of: string;
  test(findings: readonly Finding[], facts: Facts): boolean;
}

/** A condition on what one variable stands for; null for others. */
function findingsTest(condition: Condition): OfOne | null {
  switch (condition.type) {
    case 'described': {
      const { of, scope, does } = condition;
      const isSo =
        condition.what === 'words'
          ? (finding: Finding, facts: Facts) => facts.mentionsWordsOf(finding, scope)
          : (finding: Finding, facts: Facts) => facts.describesPlaceOf(finding, scope);
      return { of, test: (findings, facts) => findings.some((finding) => isSo(finding, facts)) === does };
    }
    case 'stated': {
      const { finding: of, site, is } = condition;
      return {
        of,
        test: (findings, facts) => {
          for (const finding of findings) if (site ? facts.isSiteNamed(finding) : facts.isStated(finding)) return is;
          return !is;
        },
      };
    }
    case 'is':
      return { of: condition.of, test: (findings, facts) => isOneOf(findings, condition, facts) };
    case 'states': {
      const { of, attribute, does } = condition;
      return {
        of,
        test: (findings, facts) => {
          for (const finding of findings) if (states(finding, attribute, facts) !== does) return false;
          return true;
        },
      };
    }
    case 'placed': {
      const { of, operand } = condition;
      if (operand.type !== 'written') return null;
      const relate = LEVEL_RELATIONS[condition.relation];
      const there: Place = { levels: operand.levels, discs: [] };
      return { of, test: (findings) => relate?.(placeOf(findings), there) ?? false };
    }
    case 'amount':
      return {
        of: condition.of,
        test: (findings, facts) => {
          let most: number | null = null;
          for (const finding of findings) {
            const amount = amountOf(finding, condition.attribute, facts);
            if (amount !== null && (most === null || amount > most)) most = amount;
          }
          return most !== null && isBeyond(most, condition.over, facts.limit(condition.limit));
        },
      };
    case 'spans':
      return {
        of: condition.of,
        test: (findings, facts) => {
          const { levels, discs } = placeOf(findings);
          const span = levelHull(vertebraeOf(levels, discs)).length;
          return span > 0 && isBeyond(span, condition.over, facts.limit(condition.limit));
        },
      };
    case 'numbered':
      return {
        of: condition.of,
        test: (findings, facts) => isBeyond(findings.length, condition.over, facts.limit(condition.limit)),
      };
    case 'growth':
      return {
        of: condition.of,
        test: (findings, facts) => {
          for (const finding of findings) if (grew(finding, condition, facts)) return true;
          return false;
        },
      };
    case 'dated':
      return {
        of: condition.of,
        test: (findings, facts) => {
          const exam = facts.report.examDate?.days;
          return findings.some((finding) => {
            const days = isNote(finding) ? finding.days : null;
            if (!days || !exam) return false;
            return condition.after ? days[0] > exam[1] : days[1] < exam[0];
          });
        },
      };
    case 'covers':
      return {
        of: condition.of,
        test: (findings, facts) => {
          for (const finding of findings) if (!covers(facts.report.exam.regions, finding)) return !condition.does;
          return condition.does;
        },
      };
    default:
      return null;
  }
}

type Is = Extract<Condition, { type: 'is' }>;

/** Whether any value that they state is one of those asked for; false where they state none. */
function isOneOf(findings: readonly Finding[], { attribute, values, is }: Is, facts: Facts): boolean {
  // Each has one kind, which is what rules ask for most.
  if (attribute === 'kind') {
    for (const { kind } of findings) if (values.includes(kind)) return is;
    return findings.length > 0 && !is;
  }
  let isStated = false;
  for (const finding of findings) {
    for (const value of valuesOf(finding, attribute, facts)) {
      isStated = true;
      if (values.includes(value)) return is;
    }
  }
  return isStated && !is;
}

function grew(finding: Finding, { way, limit }: Extract<Condition, { type: 'growth' }>, facts: Facts): boolean {
  const before = facts.priorSizeOf(finding);
  const now = amountOf(finding, 'size', facts);
  const then = before && amountOf(before, 'size', facts);
  if (now === null || !then) return false;
  const percent = (100 * (now - then)) / then;
  const most = facts.limit(limit);
  return (way !== 'shrank' && percent > most) || (way !== 'grew' && -percent > most);
}

interface OfTwo {
  readonly one: string;
  readonly other: string;
  test(one: readonly Finding[], other: readonly Finding[], facts: Facts): boolean;
}

/** A condition on what two variables stand for. */
function pairTest(condition: Condition): OfTwo | null {
  switch (condition.type) {
    case 'causes': {
      const { cause, effect, does } = condition;
      return { one: cause, other: effect, test: (causes, effects) => causes.some((own) => causesOneOf(own, effects)) === does };
    }
    case 'compare': {
      const relate = RELATION_TABLE[condition.attribute]?.[condition.relation];
      return { one: condition.left, other: condition.right, test: (left, right, facts) => relate?.(left, right, facts) ?? false };
    }
    case 'placed': {
      if (condition.operand.type !== 'variable') return null;
      const relate = LEVEL_RELATIONS[condition.relation];
      const test = (here: readonly Finding[], there: readonly Finding[]) => relate?.(placeOf(here), placeOf(there)) ?? false;
      return { one: condition.of, other: condition.operand.variable, test };
    }
    case 'towards':
      return {
        one: condition.effect,
        other: condition.cause,
        test: (effects, causes, facts) => effects.some((effect) => causes.some((cause) => isTowards(effect, cause, facts))),
      };
    default:
      return null;
  }
}

const causesOneOf = (cause: Finding, effects: readonly Finding[]): boolean =>
  cause.causes.length > 0 && effects.some(({ id }) => cause.causes.includes(id));

function isTowards(effect: Finding, cause: Finding, facts: Facts): boolean {
  const to = valuesOf(effect, 'direction', facts);
  const position = valuesOf(cause, 'position', facts);
  const from = cause.side === 'bilateral' || cause.side === null ? position : [...position, cause.side];
  return to.length > 0 && to.every((way) => from.includes(way) && !from.includes(OPPOSITE[way] ?? ''));
}

const OPPOSITE: Readonly<Record<string, string>> = { left: 'right', right: 'left', anterior: 'posterior', posterior: 'anterior' };

const isBeyond = (amount: number, over: boolean, limit: number): boolean => (over ? amount > limit : amount < limit);
