import type { Finding } from '../meaning/finding.ts';
import { levelHull, vertebraeOf } from '../meaning/notation.ts';
import type { Facts } from './facts.ts';
import { isStated, type Place, placeOf } from './place.ts';

/*
 * Levels of findings that speak of one thing. Levels named by number are compared by number; a region (`upper thoracic`), and a
 * disc beside vertebrae, are compared by whether they meet.
 */

/** Whether the levels of all these findings are written with numbers. */
const isNumbered = (findings: readonly Finding[], facts: Facts): boolean =>
  findings.every(({ where }) => {
    const words = where.levels ?? where.discs;
    return words === undefined || /\d/.test(facts.text.slice(words.start, words.end));
  });

/** What is compared: discs with discs, else vertebrae; `exact` where subsets mean something. */
function sets(a: readonly Finding[], b: readonly Finding[], facts: Facts) {
  const [here, there]: [Place, Place] = [placeOf(a), placeOf(b)];
  const byDisc = here.discs.length > 0 && there.discs.length > 0;
  const mixed = !byDisc && (here.discs.length > 0 || there.discs.length > 0);
  const of = (place: Place): ReadonlySet<string> => new Set(byDisc ? place.discs : vertebraeOf(place.levels, place.discs));
  return { here: of(here), there: of(there), byDisc, exact: !mixed && isNumbered(a, facts), stated: isStated(here) && isStated(there) };
}

/** Vertebrae or discs that are all among the others: most of what is compared, and told without the words. */
function isPlainlyWithin(here: Place, there: Place): boolean {
  if (!isStated(here) || !isStated(there)) return true;
  if (here.discs.length > 0 && there.discs.length > 0) return here.discs.every((disc) => there.discs.includes(disc));
  return here.discs.length === 0 && here.levels.every((level) => there.levels.includes(level));
}

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((level) => b.has(level));

/** Several findings at D4 and D7 may be summed up as D4-D7. */
const sumsUp = (here: ReadonlySet<string>, there: ReadonlySet<string>): boolean => {
  const hull = new Set(levelHull([...there]));
  return isSubset(there, here) && isSubset(here, hull);
};

/** A disc beside vertebrae: each vertebra is one of those that the other touches, and each disc has one of them. */
function meets({ levels, discs }: Place, there: ReadonlySet<string>, isSeveral: boolean): boolean {
  const vertebrae = vertebraeOf(
    [...there].filter((l) => !l.includes('-')),
    [...there].filter((l) => l.includes('-')),
  );
  const hull = new Set(isSeveral ? levelHull(vertebrae) : vertebrae);
  return levels.every((level) => hull.has(level)) && discs.every((disc) => vertebraeOf([], [disc]).some((level) => hull.has(level)));
}

/** Not stated lies within everything. */
export function levelsWithin(a: readonly Finding[], b: readonly Finding[], facts: Facts): boolean {
  if (isPlainlyWithin(placeOf(a), placeOf(b))) return true;
  const { here, there, byDisc, exact, stated } = sets(a, b, facts);
  if (!stated || isSubset(here, there)) return true;
  // Levels taken over from what stands beside them are held to less.
  const isOwn = a.every(({ where }) => (where.levels ?? where.discs) !== undefined);
  if (!exact && isOwn && isNumbered([...a, ...b], facts)) return meets(placeOf(a), there, b.length > 1);
  if (!exact) return [...here].some((level) => there.has(level));
  return b.length > 1 && !byDisc && sumsUp(here, there);
}

export const levelsAgree = (a: readonly Finding[], b: readonly Finding[], facts: Facts): boolean =>
  levelsWithin(a, b, facts) && levelsWithin(b, a, facts);

/** `narrowing and compression at D5`: the level belongs to the last thing named, the others only share it. */
function isShared(finding: Finding, facts: Facts): boolean {
  const words = finding.where.levels;
  if (!words) return false;
  const headOf = (other: Finding) => other.where.head?.start ?? 0;
  return facts
    .beside(finding)
    .some(
      (other) =>
        other !== finding && other.where.levels?.start === words.start && headOf(other) > headOf(finding) && headOf(other) < words.start,
    );
}

/** Names some of the levels and none beside them, by number, and as its own. */
export function levelsNarrower(a: readonly Finding[], b: readonly Finding[], facts: Facts): boolean {
  const { here, there, exact, stated } = sets(a, b, facts);
  if (!stated || !exact || !isNumbered(b, facts)) return false;
  if (!isSubset(here, there) || isSubset(there, here) || a.some((finding) => isShared(finding, facts))) return false;
  // One of several that differ in size or side.
  return !b.some(facts.given().isOfParts);
}
