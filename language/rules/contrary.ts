import type { Finding, Presence } from '../meaning/finding.ts';
import type { Clause, Pattern, Step, Way } from './clause.ts';
import type { Facts } from './facts.ts';
import { presencesOf } from './search.ts';
import type { Signs } from './signs.ts';

/*
 * Rules that hold a finding against another mention of the same: most reports state each kind in one way, be it found or denied.
 */

const BIT: Readonly<Record<Presence, number>> = { present: 1, absent: 2, possible: 4 };

const bitsOf = (presences: readonly Presence[]): number => presences.reduce((bits, presence) => bits | BIT[presence], 0);

/** For each kind of finding as what it is stated: present, absent, possible. */
function presencesByKind({ report }: Facts): readonly number[] {
  const byKind = new Map<string, number>();
  const add = ({ kind, presence }: Finding): unknown => byKind.set(kind, (byKind.get(kind) ?? 0) | BIT[presence]);
  for (const finding of report.findings) add(finding);
  for (const { findings } of report.impression) for (const finding of findings) add(finding);
  return [...byKind.values()];
}

const kindsIn = (facts: Facts): readonly number[] => facts.once(presencesByKind, () => presencesByKind(facts));

/** The sign that a kind is stated both in one of these ways and in one of those. */
const signOfBoth = (one: number, other: number, signs: Signs): number =>
  signs.ofReport(`kind ${one} ${other}`, (facts) => kindsIn(facts).some((bits) => (bits & one) !== 0 && (bits & other) !== 0));

/** The sign that a kind is stated in two ways. */
const signOfTwo = (signs: Signs): number =>
  signs.ofReport('kind twice', (facts) => kindsIn(facts).some((bits) => (bits & (bits - 1)) !== 0));

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
