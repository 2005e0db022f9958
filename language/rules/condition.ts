import { covers } from '../meaning/coverage.ts';
import { levelHull, vertebraeOf } from '../meaning/notation.ts';
import { isNote } from '../meaning/note.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Condition } from './clause.ts';
import type { Facts } from './facts.ts';
import { mentionsIn } from './mentions.ts';
import { LEVEL_RELATIONS, placeOf } from './place.ts';
import { amountOf, states, valuesOf } from './read-attribute.ts';
import { RELATION_TABLE } from './relations.ts';

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

/** Whether the condition holds. What the report does not say (no modality, no size) fulfils no condition on it. */
export function holds(condition: Condition, env: Env, facts: Facts): boolean {
  switch (condition.type) {
    case 'exam': {
      const { modality } = facts.report.exam;
      const named = condition.modalities.flatMap((name) => MODALITIES[name.toLowerCase()] ?? []);
      return modality !== null && named.includes(modality) === condition.is;
    }
    case 'contrast':
      return facts.report.exam.contrast === condition.value;
    case 'section':
      return facts.hasSection(condition.scope) === condition.has;
    case 'mentions':
      return mentionsIn(condition, env, facts, 1).length > 0 === condition.does;
    case 'described': {
      const finds = condition.what === 'words' ? facts.mentionsWordsOf : facts.describesPlaceOf;
      return findingsOf(env, condition.of).some((finding) => finds(finding, condition.scope)) === condition.does;
    }
    case 'stated':
      return (
        findingsOf(env, condition.finding).some((finding) => (condition.site ? facts.isSiteNamed(finding) : facts.isStated(finding))) ===
        condition.is
      );
    case 'causes': {
      const effects = new Set(findingsOf(env, condition.effect).map((finding) => finding.id));
      return findingsOf(env, condition.cause).some((finding) => finding.causes.some((id) => effects.has(id))) === condition.does;
    }
    case 'compare': {
      const relate = RELATION_TABLE[condition.attribute]?.[condition.relation];
      return relate?.(findingsOf(env, condition.left), findingsOf(env, condition.right), facts) ?? false;
    }
    case 'is': {
      const values = findingsOf(env, condition.of).flatMap((finding) => valuesOf(finding, condition.attribute, facts));
      return values.length > 0 && values.some((value) => condition.values.includes(value)) === condition.is;
    }
    case 'states':
      return findingsOf(env, condition.of).every((finding) => states(finding, condition.attribute, facts) === condition.does);
    case 'placed': {
      const { operand } = condition;
      const there = operand.type === 'written' ? { levels: operand.levels, discs: [] } : placeOf(findingsOf(env, operand.variable));
      const here = placeOf(findingsOf(env, condition.of));
      return LEVEL_RELATIONS[condition.relation]?.(here, there) ?? false;
    }
    case 'amount': {
      const amounts = findingsOf(env, condition.of).flatMap((finding) => amountOf(finding, condition.attribute, facts) ?? []);
      return amounts.length > 0 && isBeyond(Math.max(...amounts), condition.over, facts.limit(condition.limit));
    }
    case 'spans': {
      const { levels, discs } = placeOf(findingsOf(env, condition.of));
      const span = levelHull(vertebraeOf(levels, discs)).length;
      return span > 0 && isBeyond(span, condition.over, facts.limit(condition.limit));
    }
    case 'numbered':
      return isBeyond(findingsOf(env, condition.of).length, condition.over, facts.limit(condition.limit));
    case 'growth':
      return findingsOf(env, condition.of).some((finding) => {
        const before = facts.priorSizeOf(finding);
        const [now, then] = [amountOf(finding, 'size', facts), before && amountOf(before, 'size', facts)];
        if (now === null || !then) return false;
        const percent = (100 * (now - then)) / then;
        const limit = facts.limit(condition.limit);
        return (condition.way !== 'shrank' && percent > limit) || (condition.way !== 'grew' && -percent > limit);
      });
    case 'dated': {
      const exam = facts.report.examDate?.days;
      return findingsOf(env, condition.of).some((finding) => {
        const days = isNote(finding) ? finding.days : null;
        if (!days || !exam) return false;
        return condition.after ? days[0] > exam[1] : days[1] < exam[0];
      });
    }
    case 'towards':
      return findingsOf(env, condition.effect).some((effect) =>
        findingsOf(env, condition.cause).some((cause) => {
          const to = valuesOf(effect, 'direction', facts);
          const from =
            cause.side === 'bilateral' || cause.side === null
              ? valuesOf(cause, 'position', facts)
              : [...valuesOf(cause, 'position', facts), cause.side];
          return to.length > 0 && to.every((way) => from.includes(way) && !from.includes(OPPOSITE[way] ?? ''));
        }),
      );
    case 'sex':
      return facts.report.patient.sex === condition.sex;
    case 'age': {
      const { ageYears } = facts.report.patient;
      return ageYears !== null && isBeyond(ageYears, condition.over, facts.limit(condition.limit));
    }
    case 'covers':
      return findingsOf(env, condition.of).every((finding) => covers(facts.report.exam.regions, finding)) === condition.does;
  }
}

const OPPOSITE: Readonly<Record<string, string>> = { left: 'right', right: 'left', anterior: 'posterior', posterior: 'anterior' };

const isBeyond = (amount: number, over: boolean, limit: number): boolean => (over ? amount > limit : amount < limit);
