import { EMPTY_ENV } from './binding.ts';
import type { Clause } from './clause.ts';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';
import { candidates } from './match.ts';
import type { Rule } from './rule.ts';

/**
 * Whether a rule can fire at all: for each of its lines the report holds findings that the line may take, and says of itself what
 * it asks. Most rules speak of what a report does not; they cost a look at an index each.
 */
export const canFire = (rule: Rule, facts: Facts): boolean =>
  rule.when.every((step) => step.some((way) => way.every((clause) => canHold(clause, facts))));

function canHold(clause: Clause, facts: Facts): boolean {
  switch (clause.type) {
    case 'pattern':
      return clause.head.type === 'same' || candidates(clause, EMPTY_ENV, facts, 'when').length > 0;
    case 'exam':
    case 'contrast':
    case 'section':
    case 'sex':
    case 'age':
      return holds(clause, EMPTY_ENV, facts);
    default:
      // What the others ask depends on what is bound, or takes a look at the words.
      return true;
  }
}
