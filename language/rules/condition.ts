import { type Env, findingsOf, partOfAttribute, valuesOf } from './binding.ts';
import type { Condition } from './clause.ts';
import type { Facts } from './facts.ts';
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

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Whether the text has these words, whole; both in lower case. */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true;
  }
  return false;
}

function wordsAsked(where: Extract<Condition, { type: 'mentions' }>['where'], env: Env, facts: Facts): string {
  if (typeof where === 'string') return facts.wordsOf(where);
  const { attribute, of } = where;
  return findingsOf(env, of)
    .map((finding) => {
      if (attribute === 'statement') return facts.statementWords(finding);
      const words = finding.where[partOfAttribute(attribute)];
      return words ? facts.text.slice(words.start, words.end).toLowerCase() : '';
    })
    .join('\n');
}

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
    case 'mentions': {
      const text = wordsAsked(condition.where, env, facts);
      return condition.words.some((words) => hasWords(text, words.toLowerCase())) === condition.does;
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
      const values = findingsOf(env, condition.of).flatMap((finding) => valuesOf(finding, condition.attribute));
      return values.length > 0 && values.some((value) => condition.values.includes(value)) === condition.is;
    }
    case 'size': {
      const sizes = findingsOf(env, condition.of).flatMap((finding) => finding.sizeMm ?? []);
      const largest = Math.max(...sizes);
      return sizes.length > 0 && (condition.over ? largest > condition.mm : largest < condition.mm);
    }
  }
}
