import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding, Presence } from '../meaning/finding.ts';
import { isNote, type Note } from '../meaning/note.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Constraint, Pattern } from './clause.ts';
import { type OwnTest, ownTestOf } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Joined } from './joined.ts';
import { LEVEL_RELATIONS, type Place } from './place.ts';
import { states } from './read-attribute.ts';
import { denialTest, phraseTest, sameThing } from './same.ts';
import { isInScope } from './scope.ts';
import { mayShow, type Sight } from './sight.ts';
import type { Signs } from './signs.ts';
import { askedBy, isSignificant } from './traits.ts';

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
const presencesOf = ({ wanted }: Pattern, role: Role): readonly Presence[] => PRESENCES[wanted ?? role] ?? [];

/** A denial of one grade alone denies nothing; any mention at all takes a denial with a doubt too. */
const isOf = (finding: Finding, presences: readonly Presence[]): boolean =>
  presences.includes(finding.presence) &&
  !(finding.presence === 'absent' && finding.limited && !(presences.length > 2 && isDoubtfulDenial(finding)));

const STANDING: ReadonlySet<Constraint['type']> = new Set(['fixed-side', 'has', 'no-enhancement', 'unsupported']);

/** Whether a finding fulfils the constraint or not, whatever is bound. */
export const stands = (constraint: Constraint): boolean =>
  STANDING.has(constraint.type) || (constraint.type === 'levels' && constraint.operand.type === 'written');

/** The sign that a report has something that a pattern may take; null where that depends on what is bound. */
export function signOf(pattern: Pattern, joined: Joined, role: Role, signs: Signs): number | null {
  const { head } = pattern;
  if (head.type === 'same' && head.note) return null;
  const asked = askedBy(pattern, joined.own, presencesOf(pattern, role));
  if (head.type === 'note') return signs.of({ ...asked, category: head.category, kinds: head.names.length === 0 ? null : head.kinds });
  return signs.of({ ...asked, category: null, kinds: head.type === 'phrase' ? head.kinds : kindsIn(joined) });
}

/** The kinds that a condition wants; null where none does. */
function kindsIn({ own }: Joined): readonly string[] | null {
  const wanted = own.find((condition) => condition.type === 'is' && condition.attribute === 'kind' && condition.is);
  return wanted?.type === 'is' ? wanted.values : null;
}

/** The same for patterns that look for the same findings, whatever their names are. */
export function searchKey(pattern: Pattern, { own }: Joined, role: Role): string {
  const { head, name, scope, constraints } = pattern;
  const what = head.type === 'phrase' ? [head.text] : head.type === 'note' ? [head.category, ...head.names] : [JSON.stringify(head)];
  const unnamed = (key: string, value: unknown): unknown => (VARIABLES.has(key) && value === name ? '' : value);
  const presences = presencesOf(pattern, role);
  return JSON.stringify([head.type, what, presences, scope, constraints.filter(stands), own], unnamed);
}

/** Where conditions say what they speak of. */
const VARIABLES: ReadonlySet<string> = new Set(['of', 'variable', 'finding', 'cause', 'effect', 'left', 'right']);

/**
 * Plans the search for what a pattern may take: all that it, and the conditions on what it takes alone, say of findings by themselves.
 * They are the same whatever is bound, and kept for a report under `number`.
 */
export function searchFor(pattern: Pattern, joined: Joined, role: Role, signs: Signs, number: number): Search {
  const { head } = pattern;
  const own = joined.own.map((condition) => ownTestOf(condition, pattern.name ?? '', signs));
  const sign = signOf(pattern, joined, role, signs);
  const standing = pattern.constraints.filter(stands).map(standingTest);
  if (head.type === 'same') return sameSearch(pattern, head, standing, own, role, sign, number);
  const look = lookFor(pattern, head, role);
  const tests = [...look.tests, ...standing];
  return (sight) => {
    const kept = sight.found[number];
    if (kept !== undefined) return kept as readonly Finding[];
    const found = mayShow(sight, sign) ? thoseOf(look.all(sight.facts), tests, own, sight) : NONE;
    sight.found[number] = found;
    return found;
  };
}

const NONE: readonly Finding[] = [];

/** The findings that pass all tests, which are asked in their order. */
function thoseOf(all: readonly Finding[], tests: readonly FindingTest[], own: readonly OwnTest[], sight: Sight): readonly Finding[] {
  let found: Finding[] | null = null;
  next: for (const finding of all) {
    for (const test of tests) if (!test(finding, sight.facts)) continue next;
    if (own.length > 0) {
      const alone = [finding];
      for (const test of own) if (!test(alone, sight)) continue next;
    }
    if (found === null) found = [finding];
    else found.push(finding);
  }
  return found ?? NONE;
}

/** Where to look for what a pattern names, and which of those it names. */
interface Look {
  all(facts: Facts): readonly Finding[];
  readonly tests: readonly FindingTest[];
}

function lookFor(pattern: Pattern, head: Exclude<Pattern['head'], { type: 'same' }>, role: Role): Look {
  const scope = pattern.scope ?? 'findings';
  const presences = presencesOf(pattern, role);
  const isAsked: FindingTest = (finding) => isOf(finding, presences);
  switch (head.type) {
    case 'phrase': {
      const { kinds, means } = head;
      const [kind = ''] = kinds;
      const isOne = anyOf(means.map(pattern.wanted === 'absent' ? denialTest : phraseTest));
      const all = (facts: Facts): readonly Finding[] =>
        kinds.length === 1 ? facts.findings(scope, kind) : kinds.flatMap((each) => facts.findings(scope, each));
      // A denial of one grade alone is left out elsewhere: it denies no narrowing, but it does deny a severe one.
      const isOfGrade = pattern.wanted === 'absent' && means.some(({ severity }) => severity !== null);
      return { all, tests: [isOfGrade ? ({ presence }) => presence === 'absent' : isAsked, isOne] };
    }
    case 'note': {
      const names = head.names.length === 0 ? null : head.kinds;
      const own = pattern.scope;
      return {
        all: (facts) => facts.notes(head.category, names),
        tests: [({ presence }) => presences.includes(presence), ...(own === null ? [] : [(note: Finding) => isInScope(note.section, own)])],
      };
    }
    case 'group':
      return { all: (facts) => facts.findings(scope, head.group === 'normal' ? 'normal' : null), tests: [isAsked, ...GROUPS[head.group]] };
  }
}

function anyOf(tests: readonly ((finding: Finding) => boolean)[]): (finding: Finding) => boolean {
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : (finding) => tests.some((test) => test(finding));
}

const isSomething: FindingTest = ({ kind }) => kind !== 'normal';

const GROUPS: Readonly<Record<Extract<Pattern['head'], { type: 'group' }>['group'], readonly FindingTest[]>> = {
  any: [isSomething],
  critical: [isSomething, ({ kind }, { reader }) => reader.term(kind)?.critical === true],
  significant: [
    isSomething,
    ({ kind }, { reader }) => {
      const term = reader.term(kind);
      return term !== undefined && isSignificant(term);
    },
  ],
  normal: [],
};

function standingTest(constraint: Constraint): FindingTest {
  switch (constraint.type) {
    case 'levels': {
      const { operand } = constraint;
      const relate = LEVEL_RELATIONS[constraint.relation];
      const place: Place = { levels: operand.type === 'written' ? operand.levels : [], discs: [] };
      return (finding) => relate?.(finding, place) ?? false;
    }
    case 'fixed-side':
      return ({ side }) => side === constraint.side;
    case 'has':
      return (finding, facts) => states(finding, constraint.attribute, facts) === constraint.has;
    case 'no-enhancement':
      return ({ enhancement }) => enhancement === 'none';
    case 'unsupported':
      return (finding, facts) => facts.linkOf(finding)?.support.length === 0;
    default:
      return () => true;
  }
}

/** What is found depends on what A is: it is looked for once for each thing that A can be. */
function sameSearch(
  pattern: Pattern,
  head: Extract<Pattern['head'], { type: 'same' }>,
  standing: readonly FindingTest[],
  own: readonly OwnTest[],
  role: Role,
  sign: number | null,
  number: number,
): Search {
  const presences = presencesOf(pattern, role);
  const look = (others: readonly Finding[], sight: Sight): readonly Finding[] => {
    const [other] = others;
    if (other === undefined) return NONE;
    if (!head.note) {
      const isSame: FindingTest = (finding, { reader }) =>
        isOf(finding, presences) && others.some((each) => sameThing(finding, each, reader));
      return thoseOf(sight.facts.findings(pattern.scope ?? 'findings', other.kind), [isSame, ...standing], own, sight);
    }
    if (!isNote(other)) return NONE;
    const isSame: FindingTest = (finding) =>
      presences.includes(finding.presence) &&
      (pattern.scope === null || isInScope(finding.section, pattern.scope)) &&
      isNote(finding) &&
      others.some((each) => isSameNote(finding, each));
    return thoseOf(sight.facts.notes(other.category, [other.kind]), [isSame, ...standing], own, sight);
  };
  return (sight, env) => {
    if (!mayShow(sight, sign)) return NONE;
    const things = (sight.found[number] ??= new Map()) as Map<string, readonly Finding[]>;
    const others = findingsOf(env, head.as);
    const thing = others.map(thingOf).join();
    let found = things.get(thing);
    if (found === undefined) things.set(thing, (found = look(others, sight)));
    return found;
  };
}

/** All of a finding or note that says which others name the same thing. */
const thingOf = (finding: Finding): string =>
  isNote(finding) ? `${finding.category} ${finding.kind}` : `${finding.kind} ${finding.sites.join(' ')}`;

/** The same kind of the same category. */
const isSameNote = (note: Note, other: Finding): boolean => isNote(other) && note.category === other.category && note.kind === other.kind;
