import type { Finding } from '../meaning/finding.ts';
import { discLevels, levelIndex } from '../meaning/levels.ts';
import { vertebraeOf } from '../meaning/notation.ts';

/** Where findings lie: vertebrae and discs. Both empty: not stated. */
export interface Place {
  readonly levels: readonly string[];
  readonly discs: readonly string[];
}

const union = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];

/** All masses together are asked again and again. */
const KNOWN = new WeakMap<readonly Finding[], Place>();

/** Where findings lie together. */
export function placeOf(findings: readonly Finding[]): Place {
  const [only] = findings;
  if (only !== undefined && findings.length === 1) return only;
  let place = KNOWN.get(findings);
  if (place === undefined) {
    place = { levels: union(findings.map((finding) => finding.levels)), discs: union(findings.map((finding) => finding.discs)) };
    KNOWN.set(findings, place);
  }
  return place;
}

export const isStated = (place: Place): boolean => place.levels.length > 0 || place.discs.length > 0;

// A spine has few levels: looking through them is faster than sorting them.
const touches = ({ levels, discs }: Place, vertebra: string): boolean =>
  levels.includes(vertebra) || discs.some((disc) => discLevels(disc).includes(vertebra));

/** Not stated is nowhere in particular, so it overlaps and lies within everything. */
export function overlap(a: Place, b: Place): boolean {
  if (!isStated(a) || !isStated(b)) return true;
  return a.levels.some((level) => touches(b, level)) || a.discs.some((disc) => discLevels(disc).some((level) => touches(b, level)));
}

/** A disc is within a vertebra that it touches and within the same disc; a vertebra within a disc that it touches. */
export function within(a: Place, b: Place): boolean {
  if (!isStated(a) || !isStated(b)) return true;
  return (
    a.levels.every((level) => touches(b, level)) &&
    a.discs.every((disc) => b.discs.includes(disc) || discLevels(disc).some((end) => b.levels.includes(end)))
  );
}

const bounds = ({ levels, discs }: Place): readonly number[] => vertebraeOf(levels, discs).map(levelIndex);

/** `at` wants the same place, `beyond` some of it outside, `outside` all of it, `near` at most one vertebra away. */
export const LEVEL_RELATIONS: Readonly<Record<string, (a: Place, b: Place) => boolean>> = {
  at: (a, b) => within(a, b) && within(b, a),
  overlapping: overlap,
  within,
  beyond: (a, b) => !within(a, b),
  outside: (a, b) => !overlap(a, b),
  near: (a, b) => overlap(a, b) || bounds(a).some((x) => bounds(b).some((y) => Math.abs(x - y) <= 1)),
  'far from': (a, b) => isStated(a) && isStated(b) && !overlap(a, b) && bounds(a).every((x) => bounds(b).every((y) => Math.abs(x - y) > 1)),
  above: (a, b) => isStated(a) && isStated(b) && Math.max(...bounds(a)) < Math.min(...bounds(b)),
  below: (a, b) => isStated(a) && isStated(b) && Math.min(...bounds(a)) > Math.max(...bounds(b)),
};
