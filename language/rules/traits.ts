import type { Term } from '../lexicon/term.ts';
import type { Finding, Presence } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import type { Attribute } from './attribute.ts';
import type { Condition, Constraint, Pattern, Scope } from './clause.ts';
import type { PhraseReader } from './rule.ts';
import { isBody } from './scope.ts';

/** What one look at a finding tells: where it stands, and which attributes it states. One bit each. */
export const TRAIT = {
  present: 1 << 0,
  absent: 1 << 1,
  possible: 1 << 2,
  body: 1 << 3,
  impression: 1 << 4,
  elsewhere: 1 << 5,
  normal: 1 << 6,
  critical: 1 << 7,
  significant: 1 << 8,
  supported: 1 << 9,
  unsupported: 1 << 10,
  left: 1 << 11,
  right: 1 << 12,
  bilateral: 1 << 13,
  side: 1 << 14,
  levels: 1 << 15,
  discs: 1 << 16,
  severity: 1 << 17,
  size: 1 << 18,
  sites: 1 << 19,
  morphology: 1 << 20,
  change: 1 << 21,
  count: 1 << 22,
  diagnosis: 1 << 23,
  signal: 1 << 24,
  enhancement: 1 << 25,
  enhancing: 1 << 26,
  /** Denied only of a kind. */
  limited: 1 << 27,
} as const;

/** As what a finding is stated. */
export const PRESENCES = TRAIT.present | TRAIT.absent | TRAIT.possible;

/** Of a finding; `isStated` where it is one of an item of the impression. */
export function traitsOf(finding: Finding, isStated: boolean): number {
  const { side, enhancement } = finding;
  let traits: number = TRAIT[finding.presence];
  if (finding.limited && finding.presence === 'absent') traits |= TRAIT.limited;
  traits |= isStated || finding.section === 'impression' ? TRAIT.impression : isBody(finding.section) ? TRAIT.body : TRAIT.elsewhere;
  if (side !== null) traits |= TRAIT.side | TRAIT[side];
  if (finding.levels.length > 0) traits |= TRAIT.levels;
  if (finding.discs.length > 0) traits |= TRAIT.levels | TRAIT.discs;
  if (finding.severity !== null && finding.severity.length > 0) traits |= TRAIT.severity;
  if (finding.sizeMm !== null && finding.sizeMm.length > 0) traits |= TRAIT.size;
  if (finding.sites.length > 0) traits |= TRAIT.sites;
  if (finding.morphology.length > 0) traits |= TRAIT.morphology;
  if (finding.change !== null) traits |= TRAIT.change;
  if (finding.count !== null) traits |= TRAIT.count;
  if (finding.suggests.length > 0) traits |= TRAIT.diagnosis;
  if (hasAny(finding.signal)) traits |= TRAIT.signal;
  if (enhancement !== null) traits |= enhancement === 'none' ? TRAIT.enhancement : TRAIT.enhancement | TRAIT.enhancing;
  return traits;
}

/** Of a finding of the impression: whether it rests on something. */
export function traitsOfLink(link: Link | undefined): number {
  if (link === undefined) return 0;
  return link.support.length > 0 ? TRAIT.supported : TRAIT.unsupported;
}

function hasAny(record: object): boolean {
  for (const _ in record) return true;
  return false;
}

/** Of the kinds that a reader was asked for. */
const OF_KINDS = new WeakMap<PhraseReader, Map<string, number>>();

/** Of the kind of a finding: whether it says that all is normal, and how urgent it is. */
export function traitsOfKind(kind: string, reader: PhraseReader): number {
  let kinds = OF_KINDS.get(reader);
  if (kinds === undefined) OF_KINDS.set(reader, (kinds = new Map()));
  let traits = kinds.get(kind);
  if (traits === undefined) kinds.set(kind, (traits = readKind(kind, reader.term(kind))));
  return traits;
}

function readKind(kind: string, term: Term | undefined): number {
  if (kind === 'normal') return TRAIT.normal;
  if (term === undefined) return 0;
  return (term.critical ? TRAIT.critical : 0) | (isSignificant(term) ? TRAIT.significant : 0);
}

/** Ranks of the findings of the spine, the bones and other organs up to the incidental ones, which come behind. */
const LAST_SIGNIFICANT = 5;

/** To be stated in the impression, but not so urgent that it is critical. */
const isSignificant = (term: Term): boolean => term.rank > 0 && term.rank <= LAST_SIGNIFICANT && !term.critical;

/** Traits that a finding has to have, and those that it must not have. */
export interface Asked {
  readonly has: number;
  readonly lacks: number;
}

export const fits = (traits: number, { has, lacks }: Asked): boolean => (traits & has) === has && (traits & lacks) === 0;

/** What a pattern, and the conditions on what it takes alone, ask of the traits of a finding; what else they ask, `isTold` says. */
export function askedBy(pattern: Pattern, own: readonly Condition[], presences: readonly Presence[]): Asked {
  const asked = [
    ofPresences(presences),
    ofHead(pattern),
    ...(pattern.head.type === 'note' && pattern.scope === null ? [] : [ofScope(pattern.scope ?? 'findings')]),
    ...pattern.constraints.map(ofConstraint),
    ...own.map(ofCondition),
  ];
  return asked.reduce((all, each) => ({ has: all.has | each.has, lacks: all.lacks | each.lacks }), NOTHING);
}

const NOTHING: Asked = { has: 0, lacks: 0 };
const has = (traits: number): Asked => ({ has: traits, lacks: 0 });
const lacks = (traits: number): Asked => ({ has: 0, lacks: traits });

function ofPresences(presences: readonly Presence[]): Asked {
  const others = (['present', 'absent', 'possible'] as const).filter((presence) => !presences.includes(presence));
  return lacks(others.reduce((traits, presence) => traits | TRAIT[presence], 0));
}

/** A denial of one grade alone denies nothing. */
export const withoutLimited = (asked: Asked): Asked => ({ has: asked.has, lacks: asked.lacks | TRAIT.limited });

function ofScope(scope: Scope): Asked {
  if (scope === 'report') return lacks(TRAIT.elsewhere);
  return has(scope === 'findings' ? TRAIT.body : scope === 'impression' ? TRAIT.impression : TRAIT.elsewhere);
}

function ofHead({ head, wanted }: Pattern): Asked {
  if (head.type === 'phrase') {
    const each = head.means.map((phrase) => ofPhrase(phrase, wanted !== 'absent'));
    // Any of what the phrase names will do.
    return has(each.reduce((traits, own) => traits & own, each[0] ?? 0));
  }
  if (head.type !== 'group') return NOTHING;
  if (head.group === 'normal') return has(TRAIT.normal);
  return { has: head.group === 'any' ? 0 : TRAIT[head.group], lacks: TRAIT.normal };
}

function ofPhrase(phrase: Finding, isGraded: boolean): number {
  let traits = 0;
  if (phrase.sites.length > 0) traits |= TRAIT.sites;
  if (phrase.side !== null) traits |= TRAIT[phrase.side];
  if (isGraded && phrase.severity !== null) traits |= TRAIT.severity;
  if (phrase.enhancement !== null) traits |= TRAIT.enhancement;
  if (phrase.change !== null) traits |= TRAIT.change;
  if (phrase.morphology.length > 0) traits |= TRAIT.morphology;
  if (phrase.suggests.length > 0) traits |= TRAIT.diagnosis;
  if (phrase.levels.length > 0) traits |= TRAIT.levels;
  if (Object.keys(phrase.signal).length > 0) traits |= TRAIT.signal;
  return traits;
}

/** The trait of a finding that states an attribute; of others nothing tells. */
const STATES: Readonly<Partial<Record<Attribute, number>>> = {
  levels: TRAIT.levels,
  discs: TRAIT.discs,
  side: TRAIT.side,
  severity: TRAIT.severity,
  size: TRAIT.size,
  sites: TRAIT.sites,
  morphology: TRAIT.morphology,
  change: TRAIT.change,
  count: TRAIT.count,
  diagnosis: TRAIT.diagnosis,
  signal: TRAIT.signal,
  enhancement: TRAIT.enhancing,
};

const states = (attribute: Attribute, does: boolean): Asked => (does ? has : lacks)(STATES[attribute] ?? 0);

function ofConstraint(constraint: Constraint): Asked {
  switch (constraint.type) {
    case 'has':
      return states(constraint.attribute, constraint.has);
    case 'fixed-side':
      return has(TRAIT[constraint.side]);
    case 'no-enhancement':
      return { has: TRAIT.enhancement, lacks: TRAIT.enhancing };
    case 'supported':
      return has(TRAIT.supported);
    case 'unsupported':
      return has(TRAIT.unsupported);
    default:
      return NOTHING;
  }
}

function ofCondition(condition: Condition): Asked {
  switch (condition.type) {
    case 'states':
      return states(condition.attribute, condition.does);
    case 'is':
      // `none` is an enhancement that is stated.
      return condition.attribute === 'enhancement' ? has(TRAIT.enhancement) : states(condition.attribute, true);
    case 'amount':
      return states(condition.attribute, true);
    case 'growth':
      return states('size', true);
    default:
      return NOTHING;
  }
}

/** Whether the traits of a finding tell all that is asked of it. */
export function isTold(asks: Constraint | Condition): boolean {
  if (asks.type === 'has' || asks.type === 'states') return STATES[asks.attribute] !== undefined;
  return asks.type === 'fixed-side' || asks.type === 'no-enhancement' || asks.type === 'unsupported';
}
