import type { Finding } from '../meaning/finding.ts';
import type { Attribute, Relation } from './attribute.ts';
import type { Clause, Pattern, Step, Way } from './clause.ts';
import { isStated } from './place.ts';
import type { Guesses } from './possible.ts';
import { states } from './read-attribute.ts';
import { presencesOf } from './search.ts';
import type { Sight } from './sight.ts';
import type { Signs } from './signs.ts';

/*
 * Many rules compare what the impression states with what it rests on, and most impressions state it in the same way: one look at the
 * links tells.
 */

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, i) => each === b[i]);

const areUnlike = (a: readonly unknown[] | null, b: readonly unknown[] | null): boolean =>
  a !== null && b !== null && a.length > 0 && b.length > 0 && !areSame(a, b);

const isUnlike = (a: unknown, b: unknown): boolean => a !== null && b !== null && a !== b;

const isDoubted = ({ presence, certainty }: Finding): boolean => presence === 'possible' || certainty === 'possible';

/** Whether two findings state an attribute and state it differently: where no two do, they agree, and none is wider than the other. */
const UNLIKE: Readonly<Partial<Record<Attribute, (a: Finding, b: Finding) => boolean>>> = {
  levels: (a, b) => isStated(a) && isStated(b) && !(areSame(a.levels, b.levels) && areSame(a.discs, b.discs)),
  side: (a, b) => isUnlike(a.side, b.side) || isUnlike(a.dominantSide, b.dominantSide),
  severity: (a, b) => areUnlike(a.severity, b.severity),
  size: (a, b) => areUnlike(a.sizeMm, b.sizeMm),
  count: (a, b) => isUnlike(a.count, b.count),
  change: (a, b) => isUnlike(a.change, b.change),
  presence: (a, b) => a.presence !== b.presence,
  certainty: (a, b) => isDoubted(a) !== isDoubted(b),
  diagnosis: (a, b) => areUnlike(a.suggests, b.suggests),
  enhancement: (a, b) => isUnlike(a.enhancement, b.enhancement),
  kind: (a, b) => a.kind !== b.kind,
};

/** The sign that a finding of the impression and one that it rests on state an attribute differently; null where nothing tells. */
function signOfUnlike(attribute: Attribute, signs: Signs): number | null {
  const unlike = UNLIKE[attribute];
  if (unlike === undefined) return null;
  return signs.ofReport(`unlike ${attribute}`, ({ facts }) => {
    for (const { stated, support } of facts.links) for (const own of support) if (unlike(stated, own)) return true;
    return false;
  });
}

const AGREEING: ReadonlySet<Relation> = new Set(['agrees', 'within']);

/** What variables of a way, or of the lines above it, stand for: findings of the impression with what they rest on. */
class Linked {
  readonly #patterns: readonly Pattern[];

  constructor(steps: readonly Step[]) {
    this.#patterns = steps.flat(2).filter((clause) => clause.type === 'pattern');
  }

  /** Whether `b` stands for what `a` rests on, whichever way was taken. */
  are(a: string, b: string): boolean {
    const named = this.#patterns.filter(({ name }) => name === a || name === b);
    const resting = this.#patterns.filter((pattern) => isSupportedBy(pattern, b));
    return named.length > 0 && resting.length === named.length && named.every((pattern) => pattern.name === a && isSupportedBy(pattern, b));
  }

  /** Of a variable that stands for what findings rest on: the patterns of those. */
  restingOn(b: string): readonly Pattern[] {
    return this.#patterns.filter((pattern) => pattern.name !== null && isSupportedBy(pattern, b) && this.are(pattern.name, b));
  }
}

const isSupportedBy = ({ constraints }: Pattern, by: string): boolean =>
  constraints.some((constraint) => constraint.type === 'supported' && constraint.by === by);

/** Whether a way names a variable itself. */
const names = (way: Way, a: string, b: string): boolean =>
  way.some((clause) => clause.type === 'pattern' && (clause.name === a || clause.name === b || isSupportedBy(clause, b)));

/** The sign without which a condition on a finding of the impression and what it rests on cannot be fulfilled; null where nothing tells. */
export function signOfDrift(clause: Clause, way: Way, when: readonly Step[], signs: Signs): number | null {
  if (clause.type === 'compare') {
    const { attribute, left, right, relation } = clause;
    if (AGREEING.has(relation)) return null;
    const linked = new Linked(names(way, left, right) || names(way, right, left) ? [[way]] : when);
    return linked.are(left, right) || linked.are(right, left) ? signOfUnlike(attribute, signs) : null;
  }
  if (clause.type === 'states') return signOfSupport(clause, way, signs);
  if (clause.type !== 'is' || clause.attribute !== 'presence' || !clause.is) return null;
  // Stated as present, and resting on what is possible.
  const resting = new Linked([[way]]).restingOn(clause.of);
  const differs = resting.every((pattern) => presencesOf(pattern, 'when').every((presence) => !clause.values.includes(presence)));
  return resting.length > 0 && differs ? signOfUnlike('presence', signs) : null;
}

/** The sign that what a finding rests on states an attribute, or does not; null for other variables. */
function signOfSupport({ attribute, of, does }: Extract<Clause, { type: 'states' }>, way: Way, signs: Signs): number | null {
  if (new Linked([[way]]).restingOn(of).length === 0) return null;
  const holds = ({ facts }: Sight): boolean =>
    facts.links.some(({ support }) => support.some((finding) => states(finding, attribute, facts) === does));
  return signs.ofReport(`support ${does} ${attribute}`, holds);
}

/** The signs of which one is shown where something that a rule expects is missing, as one more step; none where nothing tells. */
export function signsOfMissing(expect: readonly Step[], when: readonly Step[], signs: Signs): Guesses<number> {
  const linked = new Linked(when);
  const missing = expect.map((step): number | null => {
    const [clause, ...others] = step.flat();
    if (clause?.type !== 'compare' || others.length > 0 || !AGREEING.has(clause.relation)) return null;
    return linked.are(clause.left, clause.right) ? signOfUnlike(clause.attribute, signs) : null;
  });
  return missing.length === 0 || missing.includes(null) ? [] : [missing.map((sign) => [sign ?? 0])];
}
