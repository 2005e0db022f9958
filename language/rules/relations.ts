import { differingDetails } from '../meaning/details.ts';
import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding, Severity, Side } from '../meaning/finding.ts';
import { areOpposite } from '../meaning/positions.ts';
import { signalsMatch } from '../meaning/signals-match.ts';
import { sizesMatch, sizeTolerance } from '../meaning/sizes.ts';
import type { Attribute, Relation } from './attribute.ts';
import type { Facts } from './facts.ts';
import { levelsAgree, levelsNarrower, levelsWithin } from './level-relations.ts';
import { overlap, placeOf } from './place.ts';
import { detailsOf, valuesOf } from './read-attribute.ts';

/** Whether what `a` states of an attribute stands in this relation to what `b` states of it. */
export type Relate = (a: readonly Finding[], b: readonly Finding[], facts: Facts) => boolean;

const stated = <T>(values: readonly (T | null)[]): T[] => values.filter((value): value is T => value !== null);

/** The side of several findings together: left and right make bilateral; null where any of them leaves it open. */
export function sideOf(findings: readonly Finding[]): Side | null {
  const [only, ...more] = findings;
  if (only !== undefined && more.length === 0) return only.side;
  const sides = new Set(findings.map((finding) => finding.side));
  if (sides.size === 0 || sides.has(null)) return null;
  return sides.size === 1 ? ([...sides][0] ?? null) : 'bilateral';
}

/** Left against right. A side not stated, and both sides beside one of them, contradict nothing. */
export const sidesOppose = (a: Side | null, b: Side | null): boolean => (a === 'left' && b === 'right') || (a === 'right' && b === 'left');

const GRADES: readonly Severity[] = ['mild', 'moderate', 'severe'];

const isUngraded = ({ severity }: Finding): boolean => severity === null || severity.length === 0;

/** Grades from the mildest to the most severe that the findings state. */
export function gradesOf(findings: readonly Finding[]): readonly Severity[] {
  const ranks = findings.flatMap((finding) => finding.severity ?? []).map((grade) => GRADES.indexOf(grade));
  return ranks.length === 0 ? [] : GRADES.slice(Math.min(...ranks), Math.max(...ranks) + 1);
}

const sizesOf = (findings: readonly Finding[]): readonly number[] => stated(findings.map((finding) => finding.sizeMm)).flat();

const isSized = ({ sizeMm }: Finding): boolean => sizeMm !== null && sizeMm.length > 0;

const near = (x: number, y: number, by: number): boolean => Math.abs(x - y) <= by + 1e-9;

/** Where several sizes are given of one thing, any of them may be meant. */
const sizesAgree: Relate = (a, b, facts) => {
  if (!a.some(isSized) || !b.some(isSized)) return true;
  const left = sizesOf(a);
  const right = sizesOf(b);
  if (left.length === 0 || right.length === 0) return true;
  const by = sizeTolerance([...a, ...b], facts.text);
  const { sizes } = facts.given();
  return sizesMatch(left, right, by) || a.flatMap(sizes).some((x) => b.flatMap(sizes).some((y) => sizesMatch(x, y, by)));
};

/** A slip of the unit: all dimensions are a tenth of, or ten times, those of the other. */
const sizesTenfold: Relate = (a, b, facts) => {
  if (!a.some(isSized) || !b.some(isSized)) return false;
  const left = sizesOf(a);
  const right = sizesOf(b);
  const times = (factor: number) => left.every((x) => right.some((y) => near(x * factor, y, Math.max(0.5, y * 0.01))));
  const isSame = sizesMatch(left, right, 0.1);
  return left.length > 0 && right.length > 0 && !isSame && (times(10) || times(0.1)) && !sizesAgree(a, b, facts);
};

const gradesAgree: Relate = (a, b) => {
  if (a.every(isUngraded) || b.every(isUngraded)) return true;
  const left = gradesOf(a);
  const right = gradesOf(b);
  return left.length === 0 || right.length === 0 || left.every((grade) => right.includes(grade));
};

/** One side against both; not where the other is said to be mostly on that side. */
const sideNarrower: Relate = (a, b, facts) => {
  const side = sideOf(a);
  if (!(side === 'left' || side === 'right') || sideOf(b) !== 'bilateral') return false;
  return b.every((finding) => finding.dominantSide !== side) && !b.some(facts.given().isOfSides);
};

/** The side that all of them that name a stronger side name. */
export function dominantOf(findings: readonly Finding[]): Side | null {
  if (findings.every(({ dominantSide }) => dominantSide === null)) return null;
  const sides = [...new Set(stated(findings.map((finding) => finding.dominantSide)))];
  return sides.length === 1 ? (sides[0] ?? null) : null;
}

const sidesAgree: Relate = (a, b) => !sidesOppose(sideOf(a), sideOf(b)) && !sidesOppose(dominantOf(a), dominantOf(b));

/** Present where any of them is, absent where all of them are; null where it is left in doubt. */
function presenceOf(findings: readonly Finding[]): 'present' | 'absent' | null {
  if (findings.some((finding) => finding.presence === 'present')) return 'present';
  return findings.every((finding) => finding.presence === 'absent' && (!finding.limited || isDoubtfulDenial(finding))) ? 'absent' : null;
}

/** How many: a word or number; null for `multiple`, which agrees with every number above one. */
const COUNTS: Readonly<Record<string, number>> = { solitary: 1, two: 2, three: 3, four: 4, five: 5 };

const countsAgree: Relate = (a, b) => {
  if (a.every(({ count }) => count === null)) return true;
  const [left, right] = [a, b].map((findings) => stated(findings.map((finding) => finding.count)));
  if (!left || !right || left.length !== 1 || right.length !== 1) return true;
  const [x, y] = [COUNTS[left[0] ?? ''] ?? null, COUNTS[right[0] ?? ''] ?? null];
  if (x !== null && y !== null) return x === y;
  return !(x === 1 || y === 1) || left[0] === right[0];
};

function allValues(findings: readonly Finding[], attribute: Attribute, facts: Facts): readonly string[] {
  const [only] = findings;
  if (only !== undefined && findings.length === 1) return valuesOf(only, attribute, facts);
  return findings.flatMap((finding) => valuesOf(finding, attribute, facts));
}

/** The same text values, or none stated. */
const valuesAgree =
  (attribute: Attribute): Relate =>
  (a, b, facts) => {
    const left = allValues(a, attribute, facts);
    if (left.length === 0) return true;
    const right = allValues(b, attribute, facts);
    return right.length === 0 || left.some((value) => right.includes(value));
  };

const detailsAgree =
  (attribute: 'detail' | 'sided size'): Relate =>
  (a, b, facts) => {
    const [own, theirs] = [a, b].map((findings) => findings.flatMap((finding) => detailsOf(finding, attribute, facts)));
    return differingDetails(own ?? [], theirs ?? []).length === 0;
  };

/** One of several that are taken together is enough. */
const signalsAgree: Relate = (a, b) => a.every((own) => b.length === 0 || b.some((other) => signalsMatch(own.signal, other.signal)));

const directionsAgree: Relate = (a, b, facts) => {
  const [own, theirs] = [a, b].map((findings) => findings.flatMap((finding) => valuesOf(finding, 'direction', facts)));
  return !areOpposite(own ?? [], theirs ?? []);
};

const presenceAgrees: Relate = (a, b) => {
  const left = presenceOf(a);
  const right = presenceOf(b);
  return left === null || right === null || left === right;
};

const not =
  (relate: Relate): Relate =>
  (a, b, facts) =>
    !relate(a, b, facts);

/**
 * Which relations an attribute has, and what they mean. What a report leaves open agrees with everything; findings that
 * stand together on one side are taken together (levels are joined, left and right make bilateral, grades make a span).
 */
export const RELATION_TABLE: Readonly<Partial<Record<Attribute, Readonly<Partial<Record<Relation, Relate>>>>>> = {
  levels: {
    agrees: levelsAgree,
    unlike: not(levelsAgree),
    within: levelsWithin,
    beyond: not(levelsWithin),
    outside: (a, b) => !overlap(placeOf(a), placeOf(b)),
    narrower: levelsNarrower,
    wider: (a, b, facts) => levelsNarrower(b, a, facts),
  },
  side: {
    agrees: sidesAgree,
    unlike: not(sidesAgree),
    wider: (a, b, facts) => sideNarrower(b, a, facts),
    narrower: sideNarrower,
  },
  severity: { agrees: gradesAgree, unlike: not(gradesAgree) },
  size: { agrees: sizesAgree, unlike: not(sizesAgree), tenfold: sizesTenfold },
  count: { agrees: countsAgree, unlike: not(countsAgree) },
  sites: { agrees: valuesAgree('sites'), unlike: not(valuesAgree('sites')) },
  discs: { agrees: valuesAgree('discs'), unlike: not(valuesAgree('discs')) },
  roots: { agrees: valuesAgree('roots'), unlike: not(valuesAgree('roots')) },
  kind: { agrees: valuesAgree('kind'), unlike: not(valuesAgree('kind')) },
  value: { agrees: valuesAgree('value'), unlike: not(valuesAgree('value')) },
  change: { agrees: valuesAgree('change'), unlike: not(valuesAgree('change')) },
  enhancement: { agrees: valuesAgree('enhancement'), unlike: not(valuesAgree('enhancement')) },
  certainty: { agrees: valuesAgree('certainty'), unlike: not(valuesAgree('certainty')) },
  diagnosis: { agrees: valuesAgree('diagnosis'), unlike: not(valuesAgree('diagnosis')) },
  detail: { agrees: detailsAgree('detail'), unlike: not(detailsAgree('detail')) },
  'sided size': { agrees: detailsAgree('sided size'), unlike: not(detailsAgree('sided size')) },
  signal: { agrees: signalsAgree, unlike: not(signalsAgree) },
  direction: { agrees: directionsAgree, unlike: not(directionsAgree) },
  presence: { agrees: presenceAgrees, unlike: not(presenceAgrees) },
};
