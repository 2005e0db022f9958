import { EMPTY_ENV } from './binding.ts';
import type { Clause, Way } from './clause.ts';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';
import { joinedTo } from './joined.ts';
import { candidates, isNamed } from './match.ts';
import type { Rule } from './rule.ts';

/**
 * Whether a rule can fire at all: for each of its lines the report holds findings that the line may take, and says of itself what
 * it asks. Most rules speak of what a report does not; they cost a look at an index each.
 */
export const canFire = (rule: Rule, facts: Facts): boolean =>
  rule.when.every((step) => step.some((way) => way.every((clause) => clause.type !== 'pattern' || isNamed(clause, facts)))) &&
  rule.when.every((step) => step.some((way) => way.every((clause, at) => canHold(clause, way, at, facts))));

function canHold(clause: Clause, way: Way, at: number, facts: Facts): boolean {
  switch (clause.type) {
    case 'pattern':
      return clause.head.type === 'same' || candidates(clause, joinedTo(clause, way, at), EMPTY_ENV, facts, 'when').length > 0;
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
