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

/** Asked of a finding again and again, and as often of all masses together. */
const KNOWN = new WeakMap<Finding | readonly Finding[], Place>();

export function placeOf(findings: readonly Finding[]): Place {
  const key = findings.length === 1 ? (findings[0] as Finding) : findings;
  let place = KNOWN.get(key);
  if (place === undefined) {
    place = { levels: union(findings.map((finding) => finding.levels)), discs: union(findings.map((finding) => finding.discs)) };
    KNOWN.set(key, place);
  }
  return place;
}

export const isStated = (place: Place): boolean => place.levels.length > 0 || place.discs.length > 0;

const VERTEBRAE = new WeakMap<Place, ReadonlySet<string>>();

function vertebraeIn(place: Place): ReadonlySet<string> {
  let vertebrae = VERTEBRAE.get(place);
  if (vertebrae === undefined) VERTEBRAE.set(place, (vertebrae = new Set(vertebraeOf(place.levels, place.discs))));
  return vertebrae;
}

/** Not stated is nowhere in particular, so it overlaps and lies within everything. */
export function overlap(a: Place, b: Place): boolean {
  if (!isStated(a) || !isStated(b)) return true;
  const there = vertebraeIn(b);
  for (const level of vertebraeIn(a)) if (there.has(level)) return true;
  return false;
}

/** A disc is within a vertebra that it touches and within the same disc; a vertebra within a disc that it touches. */
export function within(a: Place, b: Place): boolean {
  if (!isStated(a) || !isStated(b)) return true;
  const levels = new Set(b.levels);
  const all = vertebraeIn(b);
  return (
    a.levels.every((level) => all.has(level)) &&
    a.discs.every((disc) => b.discs.includes(disc) || discLevels(disc).some((end) => levels.has(end)))
  );
}

const bounds = (place: Place): readonly number[] => [...vertebraeIn(place)].map(levelIndex);

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
