import type { Presence } from '../meaning/finding.ts';
import type { Clause, Pattern, Step, Way } from './clause.ts';
import { presencesOf } from './search.ts';
import type { Sight } from './sight.ts';
import type { Signs } from './signs.ts';
import { PRESENCES, TRAIT } from './traits.ts';

/*
 * Rules that hold a finding against another mention of the same: most reports state each kind in one way, be it found or denied.
 */

const bitsOf = (presences: readonly Presence[]): number => presences.reduce((bits, presence) => bits | TRAIT[presence], 0);

/** Whether there is a kind of finding that is stated in such ways, which are given as traits. */
function someKind({ stated }: Sight, isOne: (presences: number) => boolean): boolean {
  for (const places of stated.findings.each()) {
    let traits = 0;
    for (const place of places) traits |= stated.traitsAt(place);
    if (isOne(traits & PRESENCES)) return true;
  }
  return false;
}

/** The sign that a kind is stated both in one of these ways and in one of those. */
const signOfBoth = (one: number, other: number, signs: Signs): number =>
  signs.ofReport(`kind ${one} ${other}`, (sight) => someKind(sight, (bits) => (bits & one) !== 0 && (bits & other) !== 0));

/** The sign that a kind is stated in two ways. */
const signOfTwo = (signs: Signs): number => signs.ofReport('kind twice', (sight) => someKind(sight, (bits) => (bits & (bits - 1)) !== 0));

/** The patterns that name a variable: of the way, or else of any line. */
export function naming(variable: string, way: Way, when: readonly Step[]): readonly Pattern[] {
  const named = (clauses: readonly Clause[]): Pattern[] =>
    clauses.filter((clause): clause is Pattern => clause.type === 'pattern' && clause.name === variable);
  const own = named(way);
  return own.length > 0 ? own : named(when.flat(2));
}

/** Whether all that a variable stands for is the same finding as what another does. */
const isSame = (variable: string, as: string, way: Way, when: readonly Step[]): boolean => {
  const patterns = naming(variable, way, when);
  return patterns.length > 0 && patterns.every(({ head }) => head.type === 'same' && !head.note && head.as === as);
};

/** The sign without which a clause about two mentions of the same finding cannot be fulfilled; null where nothing tells. */
export function signOfContrary(clause: Clause, way: Way, when: readonly Step[], signs: Signs): number | null {
  if (clause.type === 'compare') {
    const { attribute, relation, left, right } = clause;
    const isContrary = attribute === 'presence' && relation === 'unlike';
    return isContrary && (isSame(left, right, way, when) || isSame(right, left, way, when)) ? signOfTwo(signs) : null;
  }
  if (clause.type !== 'pattern' || clause.head.type !== 'same' || clause.head.note) return null;
  const one = bitsOf(naming(clause.head.as, way, when).flatMap((pattern) => presencesOf(pattern, 'when')));
  const other = bitsOf(presencesOf(clause, 'when'));
  return one !== 0 && (one & other) === 0 ? signOfBoth(one, other, signs) : null;
}
