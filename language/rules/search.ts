import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding, Presence } from '../meaning/finding.ts';
import { isNote, type NoteCategory } from '../meaning/note.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Condition, Constraint, Pattern } from './clause.ts';
import { type OwnTest, ownTestOf } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Joined } from './joined.ts';
import { LEVEL_RELATIONS, type Place } from './place.ts';
import { states } from './read-attribute.ts';
import { denialTest, isBare, phraseTest, sameThing } from './same.ts';
import { mayShow, type Sight } from './sight.ts';
import type { Signs } from './signs.ts';
import { groupOf, type Places, type Stated } from './stated.ts';
import { type Asked, askedBy, fits, isTold, withoutLimited } from './traits.ts';

/**
 * `when`: a plain phrase means stated as present, and no finding plays two parts. `check` (`expect`, `unless` and the
 * conditions of messages): a hedged mention counts too, so that a doubt never raises an alarm.
 */
export type Role = 'when' | 'check';

/** The findings that a pattern may take in a report, whatever else is bound; of `the same finding as A`, for what A is bound to. */
export type Search = (sight: Sight, env: Env) => readonly Finding[];

type FindingTest = (finding: Finding, facts: Facts) => boolean;

const PRESENCES: Readonly<Record<string, readonly Presence[]>> = {
  present: ['present'],
  absent: ['absent'],
  possible: ['possible'],
  mentioned: ['present', 'absent', 'possible'],
  when: ['present'],
  check: ['present', 'possible'],
};

/** Which findings a pattern takes by what they state. */
export const presencesOf = ({ wanted }: Pattern, role: Role): readonly Presence[] => PRESENCES[wanted ?? role] ?? [];

const STANDING: ReadonlySet<Constraint['type']> = new Set(['fixed-side', 'has', 'no-enhancement', 'unsupported']);

/** Whether a finding fulfils the constraint or not, whatever is bound. */
export const stands = (constraint: Constraint): boolean =>
  STANDING.has(constraint.type) || (constraint.type === 'levels' && constraint.operand.type === 'written');

/** What a pattern asks of the traits of what it takes. */
function traitsAsked(pattern: Pattern, { own }: Joined, role: Role): Asked {
  const { head, wanted } = pattern;
  const presences = presencesOf(pattern, role);
  const asked = askedBy(pattern, own, presences);
  const isNoted = head.type === 'note' || (head.type === 'same' && head.note);
  // Of all mentions, those are taken whose denial is a doubt; and no narrowing is denied by a denial of the severe one, but that one is.
  const isOfGrade = head.type === 'phrase' && wanted === 'absent' && head.means.some(({ severity }) => severity !== null);
  return isNoted || isOfGrade || presences.length > 2 ? asked : withoutLimited(asked);
}

/** The sign that a report has something that a pattern may take; null where that depends on what is bound. */
export function signOf(pattern: Pattern, joined: Joined, role: Role, signs: Signs): number | null {
  const { head } = pattern;
  if (head.type === 'same' && head.note) return null;
  const asked = traitsAsked(pattern, joined, role);
  if (head.type === 'note')
    return signs.of({ ...asked, category: head.category, kinds: head.names.length === 0 ? null : head.kinds, phrase: null });
  if (head.type !== 'phrase') return signs.of({ ...asked, category: null, kinds: kindsIn(joined), phrase: null });
  const [test] = headTests(pattern);
  const phrase = test === undefined ? null : { text: `${pattern.wanted === 'absent' ? 'no ' : ''}${head.text}`, fits: test };
  return signs.of({ ...asked, category: null, kinds: head.kinds, phrase });
}

/** The kinds that a condition wants; null where none does. */
function kindsIn({ own }: Joined): readonly string[] | null {
  const wanted = own.find((condition) => condition.type === 'is' && condition.attribute === 'kind' && condition.is);
  return wanted?.type === 'is' ? wanted.values : null;
}

/** The same for patterns that look for the same findings, whatever their names are. */
export function searchKey(pattern: Pattern, joined: Joined, role: Role): string {
  const { head, name, scope, constraints } = pattern;
  const what = head.type === 'phrase' ? [head.text] : head.type === 'note' ? [head.category, ...head.names] : [JSON.stringify(head)];
  const unnamed = (key: string, value: unknown): unknown => (VARIABLES.has(key) && value === name ? '' : value);
  const asked = [presencesOf(pattern, role), traitsAsked(pattern, joined, role)];
  return JSON.stringify([head.type, what, asked, scope, constraints.filter(stands), joined.own], unnamed);
}

/** Where conditions say what they speak of. */
const VARIABLES: ReadonlySet<string> = new Set(['of', 'variable', 'finding', 'cause', 'effect', 'left', 'right']);

/** What tells of a finding whether a pattern may take it: its traits first, which cost the least. */
interface Tests {
  readonly asked: Asked;
  readonly each: readonly FindingTest[];
  readonly own: readonly OwnTest[];
}

/**
 * Plans the search for what a pattern may take: all that it, and the conditions on what it takes alone, say of findings by themselves.
 * They are the same whatever is bound, and kept for a report under `number`.
 */
export function searchFor(pattern: Pattern, joined: Joined, role: Role, signs: Signs, number: number): Search {
  const { head, name, constraints } = pattern;
  const standing = constraints.filter((constraint) => stands(constraint) && !isTold(constraint)).map(standingTest);
  const asked = joined.own.filter((condition) => !isTold(condition)).toSorted((a, b) => costOf(a) - costOf(b));
  const own = asked.map((condition) => ownTestOf(condition, name ?? '', signs));
  const presences = presencesOf(pattern, role);
  const sign = signOf(pattern, joined, role, signs);
  const each = [...scopeTests(pattern), ...doubtTests(pattern, presences), ...headTests(pattern), ...standing];
  const tests: Tests = { asked: traitsAsked(pattern, joined, role), each, own };
  if (head.type === 'same') return sameSearch(head, tests, sign, number);
  const places = placesFor(head);
  return (sight) => {
    const kept = sight.found[number];
    if (kept !== undefined) return kept as readonly Finding[];
    const found = mayShow(sight, sign) ? thoseAt(places(sight.stated), tests, sight) : NONE;
    sight.found[number] = found;
    return found;
  };
}

const NONE: readonly Finding[] = [];

/** Conditions that look through words or through other findings are asked last. */
const costOf = ({ type }: Condition): number =>
  type === 'mentions' || type === 'described' ? 2 : type === 'stated' || type === 'covers' ? 1 : 0;

/** The findings that pass all tests. */
function thoseAt(places: readonly number[], { asked, each, own }: Tests, sight: Sight): readonly Finding[] {
  const { facts, stated } = sight;
  let found: Finding[] | null = null;
  let alone: Finding[] | null = null;
  next: for (const place of places) {
    if (!fits(stated.traitsAt(place), asked)) continue;
    const finding = stated.all[place] as Finding;
    for (const test of each) if (!test(finding, facts)) continue next;
    if (own.length > 0) {
      if (alone === null) alone = [finding];
      else alone[0] = finding;
      for (const test of own) if (!test(alone, sight)) continue next;
    }
    if (found === null) found = [finding];
    else found.push(finding);
  }
  return found ?? NONE;
}

/** Where to look for what a pattern names. */
function placesFor(head: Exclude<Pattern['head'], { type: 'same' }>): (stated: Stated) => readonly number[] {
  switch (head.type) {
    case 'phrase': {
      return ({ findings }) => ofKinds(head.kinds, findings);
    }
    case 'note':
      return (stated) => notesAt(stated, head.category, head.names.length === 0 ? null : head.kinds);
    case 'group':
      return head.group === 'normal' ? ({ findings }) => findings.of('normal') : ({ findings }) => findings.all;
  }
}

/** Kind by kind. */
function ofKinds(kinds: readonly string[], findings: Places): readonly number[] {
  let found = NOWHERE;
  for (const kind of kinds) {
    const places = findings.of(kind);
    if (places.length > 0) found = found.length === 0 ? places : [...found, ...places];
  }
  return found;
}

const NOWHERE: readonly number[] = [];

/** Of these kinds or groups, in reading order; of any where `names` is null. */
function notesAt(stated: Stated, category: NoteCategory, names: readonly string[] | null): readonly number[] {
  const places = stated.notes(category);
  if (names === null || places.all.length === 0) return places.all;
  const [only = '', ...others] = names;
  if (others.length === 0) return places.of(only);
  const [first = '', ...more] = names.filter((name) => places.of(name).length > 0);
  if (more.length === 0) return places.of(first);
  const isNamed = (note: Finding): boolean => names.includes(note.kind) || names.includes(groupOf(note) ?? note.kind);
  return places.all.filter((place) => isNamed(stated.all[place] as Finding));
}

/** Of the parts of a report that are neither findings nor impression, the traits tell nothing. */
function scopeTests({ scope }: Pattern): readonly FindingTest[] {
  if (scope === null || scope === 'findings' || scope === 'impression' || scope === 'report') return [];
  return [({ section }) => section === scope];
}

/** Any mention at all takes a denial of one grade alone where it is a doubt. */
function doubtTests({ head }: Pattern, presences: readonly Presence[]): readonly FindingTest[] {
  if (presences.length < 3 || head.type === 'note' || (head.type === 'same' && head.note)) return [];
  return [(finding) => finding.presence !== 'absent' || !finding.limited || isDoubtfulDenial(finding)];
}

/** What a phrase asks beside its kind. */
function headTests({ head, wanted }: Pattern): readonly ((finding: Finding) => boolean)[] {
  if (head.type !== 'phrase') return [];
  const tests = head.means.map(wanted === 'absent' ? denialTest : phraseTest);
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return head.means.every(isBare) ? [] : [only];
  return [(finding) => tests.some((test) => test(finding))];
}

/** What the traits of a finding do not tell. */
function standingTest(constraint: Constraint): FindingTest {
  if (constraint.type === 'has') return (finding, facts) => states(finding, constraint.attribute, facts) === constraint.has;
  if (constraint.type !== 'levels' || constraint.operand.type !== 'written') return () => true;
  const relate = LEVEL_RELATIONS[constraint.relation];
  const place: Place = { levels: constraint.operand.levels, discs: [] };
  return (finding) => relate?.(finding, place) ?? false;
}

/** So few findings are looked at sooner than what was found is remembered. */
const FEW = 8;

/** What is found depends on what A is: of many findings it is looked for once for each thing that A can be. */
function sameSearch(head: Extract<Pattern['head'], { type: 'same' }>, tests: Tests, sign: number | null, number: number): Search {
  const isSame = head.note ? isSameNote : sameThing;
  const isOne = (finding: Finding, others: readonly Finding[], { reader }: Facts): boolean => {
    for (const other of others) if (isSame(finding, other, reader)) return true;
    return false;
  };
  const look = (places: readonly number[], others: readonly Finding[], sight: Sight): readonly Finding[] => {
    const found = thoseAt(places, tests, sight);
    for (const finding of found) if (!isOne(finding, others, sight.facts)) return found.filter((each) => isOne(each, others, sight.facts));
    return found;
  };
  return (sight, env) => {
    const others = findingsOf(env, head.as);
    const [other] = others;
    if (other === undefined || !mayShow(sight, sign)) return NONE;
    const places = head.note
      ? isNote(other)
        ? notesAt(sight.stated, other.category, [other.kind])
        : []
      : sight.stated.findings.of(other.kind);
    if (places.length < FEW) return look(places, others, sight);
    const things = (sight.found[number] ??= new Map()) as Map<string, readonly Finding[]>;
    const thing = others.map(thingOf).join();
    let found = things.get(thing);
    if (found === undefined) things.set(thing, (found = look(places, others, sight)));
    return found;
  };
}

/** All of a finding or note that says which others name the same thing. */
const thingOf = (finding: Finding): string =>
  isNote(finding) ? `${finding.category} ${finding.kind}` : `${finding.kind} ${finding.sites.join(' ')}`;

/** The same kind of the same category. */
const isSameNote = (note: Finding, other: Finding): boolean =>
  isNote(note) && isNote(other) && note.category === other.category && note.kind === other.kind;
