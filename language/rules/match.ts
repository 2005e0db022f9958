import type { Term } from '../lexicon/term.ts';
import type { Finding, Presence } from '../meaning/finding.ts';
import { isNote, type Note } from '../meaning/note.ts';
import { bind, EMPTY_ENV, type Env, findingsOf } from './binding.ts';
import type { Constraint, Pattern } from './clause.ts';
import type { Facts } from './facts.ts';
import { causally, fulfilsOwn, type Joined } from './joined.ts';
import { LEVEL_RELATIONS, type Place, placeOf } from './place.ts';
import { states } from './read-attribute.ts';
import { sidesOppose } from './relations.ts';
import { deniesPhrase, fitsPhrase, sameThing } from './same.ts';

/**
 * `when`: a plain phrase means stated as present, and no finding plays two parts. `check` (`expect`, `unless` and the
 * conditions of messages): a hedged mention counts too, so that a doubt never raises an alarm.
 */
export type Role = 'when' | 'check';

/** What one rule may still look at in one report; below zero it stops, and the report is said not to be checked by it to the end. */
export interface Budget {
  left: number;
}

const PRESENCES: Readonly<Record<string, readonly Presence[]>> = {
  present: ['present'],
  absent: ['absent'],
  possible: ['possible'],
  mentioned: ['present', 'absent', 'possible'],
  when: ['present'],
  check: ['present', 'possible'],
};

/** The findings or notes of the kinds that a pattern names; of `the same finding as A` those of A's kind. */
function named(pattern: Pattern, env: Env, facts: Facts, presences: readonly Presence[]): readonly Finding[] {
  const scope = pattern.scope ?? 'findings';
  const { head } = pattern;
  switch (head.type) {
    case 'phrase': {
      const [first, second] = head.kinds;
      if (first === undefined) return [];
      // A denial of one grade alone is left out elsewhere: it denies no narrowing, but it does deny a severe one.
      if (pattern.wanted === 'absent' && head.means.some(({ severity }) => severity !== null))
        return head.kinds.flatMap((kind) => facts.findings(scope, kind).filter(({ presence }) => presence === 'absent'));
      if (second === undefined) return facts.findings(scope, first, presences);
      return head.kinds.flatMap((kind) => facts.findings(scope, kind, presences));
    }
    case 'note':
      return facts.notes(head.category, pattern.scope, presences, head.names.length === 0 ? null : head.kinds);
    case 'same': {
      const [other] = findingsOf(env, head.as);
      if (head.note) return other && isNote(other) ? facts.notes(other.category, pattern.scope, presences, [other.kind]) : [];
      return facts.findings(scope, other?.kind ?? '', presences);
    }
    case 'group':
      return facts.findings(scope, head.group === 'normal' ? 'normal' : null, presences);
  }
}

/** What a finding fulfils or not, whatever is bound. */
const STANDING: ReadonlySet<Constraint['type']> = new Set(['fixed-side', 'has', 'no-enhancement', 'unsupported']);
const stands = (constraint: Constraint): boolean =>
  STANDING.has(constraint.type) || (constraint.type === 'levels' && constraint.operand.type === 'written');

/** Whether the report names what a pattern asks for, be it denied or elsewhere. */
export function isNamed({ head }: Pattern, facts: Facts): boolean {
  if (head.type === 'phrase') return head.kinds.some(facts.names);
  return head.type !== 'note' || facts.namesNote(head.category, head.names.length === 0 ? null : head.kinds);
}

const NONE: readonly Finding[] = [];

/**
 * The findings that a pattern may take: all that it says of them by themselves is fulfilled. They are the same whatever is bound, and
 * looked for once in a report; for `the same finding as A`, once for each thing that A can be.
 */
export function candidates(pattern: Pattern, joined: Joined, env: Env, facts: Facts, role: Role): readonly Finding[] {
  // Most of what rules ask for is not there: that is not worth being remembered.
  if (!isNamed(pattern, facts)) return NONE;
  const look = (): readonly Finding[] => {
    const all = named(pattern, env, facts, PRESENCES[pattern.wanted ?? role] ?? []);
    return all.length === 0
      ? all
      : all.filter(
          (finding) =>
            fitsHead(finding, pattern, env, facts) &&
            pattern.constraints.every((constraint) => !stands(constraint) || apply(constraint, finding, EMPTY_ENV, facts) !== null) &&
            fulfilsOwn(finding, pattern.name ?? '', joined, facts),
        );
  };
  if (pattern.head.type !== 'same') return facts.once(pattern, look);
  const things = facts.once(pattern, () => new Map<string, readonly Finding[]>());
  const thing = findingsOf(env, pattern.head.as).map(thingOf).join();
  let found = things.get(thing);
  if (found === undefined) things.set(thing, (found = look()));
  return found;
}

/** All of a finding or note that says which others name the same thing. */
const thingOf = (finding: Finding): string =>
  isNote(finding) ? `${finding.category} ${finding.kind}` : `${finding.kind} ${finding.sites.join(' ')}`;

/**
 * The candidates that are worth a look with what is bound: where they have to stand in the statement of one finding, or on its side or the
 * other, those alone, so that a sentence of a long report is not held against all others.
 */
function within(pattern: Pattern, joined: Joined, env: Env, facts: Facts, role: Role): readonly Finding[] {
  const all = causally(candidates(pattern, joined, env, facts, role), joined, env);
  if (all.length < FEW) return all;
  for (const constraint of pattern.constraints) {
    if (constraint.type === 'statement' && constraint.same) {
      const [other, ...more] = findingsOf(env, constraint.as);
      if (other !== undefined && more.length === 0) return facts.byStatement(all).get(other.statement) ?? [];
    }
    const bound = constraint.type === 'side' ? env.variables[constraint.operand] : undefined;
    if (constraint.type === 'side' && bound !== undefined) {
      return facts.ofSides(all, (side) => isOnSide(side, bound.findings, constraint.same));
    }
  }
  return all;
}

/** So few findings are looked at sooner than they are sorted. */
const FEW = 8;

/** Ranks of the findings of the spine, the bones and other organs up to the incidental ones, which come behind. */
const LAST_SIGNIFICANT = 5;

/** To be stated in the impression, but not so urgent that it is critical. */
const isSignificant = (term: Term | undefined): boolean =>
  term !== undefined && term.rank > 0 && term.rank <= LAST_SIGNIFICANT && !term.critical;

/** Where its name stands: a finding's words may begin with those of a note, or go round it. */
const nameStart = ({ where, range }: Finding): number => (where.head ?? range).start;

/** The same kind of the same category. */
const isSameNote = (note: Note, other: Finding): boolean => isNote(other) && note.category === other.category && note.kind === other.kind;

function fitsHead(finding: Finding, pattern: Pattern, env: Env, facts: Facts): boolean {
  const { head } = pattern;
  switch (head.type) {
    case 'phrase':
      return head.means.some((phrase) => (pattern.wanted === 'absent' ? deniesPhrase : fitsPhrase)(finding, phrase));
    case 'same': {
      const others = findingsOf(env, head.as);
      if (head.note) return isNote(finding) && others.some((other) => isSameNote(finding, other));
      return others.some((other) => sameThing(finding, other, facts.reader));
    }
    case 'note':
      return true;
    case 'group':
      if (head.group === 'normal') return true;
      if (finding.kind === 'normal') return false;
      if (head.group === 'critical') return facts.reader.term(finding.kind)?.critical === true;
      if (head.group === 'significant') return isSignificant(facts.reader.term(finding.kind));
      return true;
  }
}

function placeIn(constraint: Extract<Constraint, { type: 'levels' }>, env: Env): Place | null {
  if (constraint.operand.type === 'written') return { levels: constraint.operand.levels, discs: [] };
  const bound = env.variables[constraint.operand.variable];
  return bound ? placeOf(bound.findings) : null;
}

/** Whether a side is that of the findings, or (`same` false) opposed to all of theirs. */
const isOnSide = (side: Finding['side'], findings: readonly Finding[], same: boolean): boolean =>
  findings.every((other) => sidesOppose(side, other.side)) !== same;

/** The environment with what the constraint binds; null where the finding does not fulfil it. */
function apply(constraint: Constraint, finding: Finding, env: Env, facts: Facts): Env | null {
  const when = (holds: boolean): Env | null => (holds ? env : null);
  switch (constraint.type) {
    case 'levels': {
      const place = placeIn(constraint, env);
      if (place) return when(LEVEL_RELATIONS[constraint.relation]?.(placeOf([finding]), place) ?? false);
      if (constraint.operand.type === 'written') return null;
      return bind(env, constraint.operand.variable, { type: 'levels', findings: [finding] });
    }
    case 'side': {
      const bound = env.variables[constraint.operand];
      if (!bound) return bind(env, constraint.operand, { type: 'side', findings: [finding] });
      return when(isOnSide(finding.side, bound.findings, constraint.same));
    }
    case 'fixed-side':
      return when(finding.side === constraint.side);
    case 'has':
      return when(states(finding, constraint.attribute, facts) === constraint.has);
    case 'no-enhancement':
      return when(finding.enhancement === 'none');
    case 'supported': {
      const support = facts.linkOf(finding)?.support ?? [];
      return support.length === 0 ? null : bind(env, constraint.by, { type: 'findings', findings: support });
    }
    case 'unsupported':
      return when(facts.linkOf(finding)?.support.length === 0);
    case 'order':
      return when(
        findingsOf(env, constraint.than).every(
          (other) =>
            other !== finding && (constraint.later ? nameStart(finding) > nameStart(other) : nameStart(finding) < nameStart(other)),
        ),
      );
    case 'statement':
      return when(findingsOf(env, constraint.as).every((other) => (finding.statement === other.statement) === constraint.same));
    case 'site':
      return when(findingsOf(env, constraint.of).some((other) => other.sites.some((site) => finding.sites.includes(site))));
  }
}

/** What is bound once a candidate also fulfils what depends on that; null where it does not. */
function fit(finding: Finding, pattern: Pattern, env: Env, facts: Facts): Env | null {
  let result: Env | null = env;
  for (const constraint of pattern.constraints) {
    if (stands(constraint)) continue;
    if (result === null) return null;
    result = apply(constraint, finding, result, facts);
  }
  return result;
}

/**
 * Shows `visit` the environment of every finding that the pattern takes, until it answers true. Answers whether it did.
 * Looks at each finding that the pattern may take once. `joined` is what is said of it in its way.
 */
export function matchPattern(
  pattern: Pattern,
  joined: Joined,
  env: Env,
  facts: Facts,
  role: Role,
  budget: Budget,
  visit: (env: Env) => boolean,
): boolean {
  const all = within(pattern, joined, env, facts, role);
  if (pattern.all && pattern.head.type !== 'same' && pattern.constraints.every(stands)) {
    // Whatever is bound, they are the same.
    budget.left -= 1;
    const isFree = role !== 'when' || !env.trail.some((finding) => all.includes(finding));
    const together = isFree ? all : all.filter((finding) => !env.trail.includes(finding));
    return together.length > 0 && visit(withFindings(env, pattern, together));
  }
  const together: Finding[] = [];
  for (const finding of all) {
    budget.left -= 1;
    if (budget.left < 0) return false;
    if (role === 'when' && env.trail.includes(finding)) continue;
    if (pattern.head.type === 'same' && findingsOf(env, pattern.head.as).includes(finding)) continue;
    const found = fit(finding, pattern, env, facts);
    if (found === null) continue;
    if (pattern.all) together.push(finding);
    else if (visit(withFindings(found, pattern, [finding]))) return true;
  }
  return together.length > 0 && visit(withFindings(env, pattern, together));
}

function withFindings(env: Env, pattern: Pattern, findings: readonly Finding[]): Env {
  const found = { ...env, trail: [...env.trail, ...findings] };
  return pattern.name === null ? found : bind(found, pattern.name, { type: 'findings', findings });
}
