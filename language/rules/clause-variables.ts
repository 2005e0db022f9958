import type { Attribute } from './attribute.ts';
import type { Clause, Constraint, Step, Way } from './clause.ts';

/** The variables that a clause needs, and those that it binds. */
export interface Variables {
  readonly uses: readonly string[];
  readonly binds: readonly string[];
}

function ofConstraint(constraint: Constraint, bound: ReadonlySet<string>): Variables {
  switch (constraint.type) {
    case 'levels': {
      if (constraint.operand.type === 'written') return { uses: [], binds: [] };
      const name = constraint.operand.variable;
      return constraint.relation === 'at' && !bound.has(name) ? { uses: [], binds: [name] } : { uses: [name], binds: [] };
    }
    case 'side': {
      const name = constraint.operand;
      return constraint.same && !bound.has(name) ? { uses: [], binds: [name] } : { uses: [name], binds: [] };
    }
    case 'supported':
      return { uses: [], binds: [constraint.by] };
    case 'order':
      return { uses: [constraint.than], binds: [] };
    case 'statement':
      return { uses: [constraint.as], binds: [] };
    case 'site':
      return { uses: [constraint.of], binds: [] };
    default:
      return { uses: [], binds: [] };
  }
}

/** What the clause uses and binds, where `bound` are the variables of the lines above it. */
export function variablesOfClause(clause: Clause, bound: ReadonlySet<string>): Variables {
  switch (clause.type) {
    case 'pattern': {
      const parts = clause.constraints.map((constraint) => ofConstraint(constraint, bound));
      const head = clause.head.type === 'same' ? [clause.head.as] : [];
      const binds = parts.flatMap((part) => part.binds);
      // What `all` takes is many findings: only their name stands for all of them.
      return {
        uses: [...head, ...parts.flatMap((part) => part.uses)],
        binds: [...(clause.name ? [clause.name] : []), ...(clause.all ? [] : binds)],
      };
    }
    case 'mentions':
      return { uses: typeof clause.where === 'string' || clause.where.of === null ? [] : [clause.where.of], binds: [] };
    case 'stated':
      return { uses: [clause.finding], binds: [] };
    case 'causes':
      return { uses: [clause.cause, clause.effect], binds: [] };
    case 'compare':
      return { uses: [clause.left, clause.right], binds: [] };
    case 'placed':
      return { uses: [clause.of, ...(clause.operand.type === 'variable' ? [clause.operand.variable] : [])], binds: [] };
    case 'towards':
      return { uses: [clause.effect, clause.cause], binds: [] };
    case 'is':
    case 'states':
    case 'amount':
    case 'spans':
    case 'numbered':
    case 'growth':
    case 'dated':
    case 'described':
    case 'covers':
      return { uses: [clause.of], binds: [] };
    case 'sex':
    case 'age':
    case 'exam':
    case 'contrast':
    case 'section':
      return { uses: [], binds: [] };
  }
}

/** Variables that stand for the levels or the side of a finding, not for the finding. */
export type Places = ReadonlyMap<string, 'levels' | 'side'>;

/** Those that some lines name by `at L` or `on S`; a name that a line gives a finding is one of a finding. */
export function placesOf(clauses: readonly Clause[]): Places {
  const places = new Map<string, 'levels' | 'side'>();
  const findings = new Set<string>();
  for (const clause of clauses) {
    if (clause.type !== 'pattern') continue;
    if (clause.name !== null) findings.add(clause.name);
    for (const constraint of clause.constraints) {
      if (constraint.type === 'supported') findings.add(constraint.by);
      if (constraint.type === 'side' && constraint.same) places.set(constraint.operand, 'side');
      if (constraint.type === 'levels' && constraint.relation === 'at' && constraint.operand.type === 'variable')
        places.set(constraint.operand.variable, 'levels');
    }
  }
  for (const name of findings) places.delete(name);
  return places;
}

/** Attributes that a variable for levels or a side has. */
const OF_PLACES: Readonly<Record<'levels' | 'side', readonly Attribute[]>> = { levels: ['levels', 'discs'], side: ['side'] };

/** The variables of a clause that have to be findings and are levels or sides. */
export function misplaced(clause: Clause, places: Places): readonly string[] {
  const hasNone = (name: string, attribute: Attribute | 'statement'): boolean => {
    const place = places.get(name);
    return place !== undefined && !(OF_PLACES[place] as readonly string[]).includes(attribute);
  };
  switch (clause.type) {
    case 'pattern':
      return [...(clause.head.type === 'same' ? [clause.head.as] : []), ...clause.constraints.flatMap(wholeIn)].filter((name) =>
        places.has(name),
      );
    case 'compare':
      return [clause.left, clause.right].filter((name) => hasNone(name, clause.attribute));
    case 'is':
    case 'states':
    case 'amount':
      return [clause.of].filter((name) => hasNone(name, clause.attribute));
    case 'placed':
    case 'spans':
      return [clause.of].filter((name) => hasNone(name, 'levels'));
    case 'mentions':
      return typeof clause.where === 'string' || clause.where.of === null || !hasNone(clause.where.of, clause.where.attribute)
        ? []
        : [clause.where.of];
    default:
      return variablesOfClause(clause, new Set()).uses.filter((name) => places.has(name));
  }
}

/** The finding that a constraint speaks of as a whole. */
function wholeIn(constraint: Constraint): readonly string[] {
  if (constraint.type === 'order') return [constraint.than];
  if (constraint.type === 'statement') return [constraint.as];
  return constraint.type === 'site' ? [constraint.of] : [];
}

/** The variables bound after all clauses of a way. */
export function boundInWay(way: Way, bound: ReadonlySet<string>): ReadonlySet<string> {
  const after = new Set(bound);
  for (const clause of way) for (const name of variablesOfClause(clause, after).binds) after.add(name);
  return after;
}

/** The variables bound after the step: those that each of its ways binds. */
export function boundAfter(step: Step, bound: ReadonlySet<string>): ReadonlySet<string> {
  const sets = step.map((way) => boundInWay(way, bound));
  return new Set([...(sets[0] ?? bound)].filter((name) => sets.every((set) => set.has(name))));
}

/** The variables that any of its ways binds: messages may name them, and leave out what a way does not bind. */
export const boundSomewhere = (step: Step, bound: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...bound, ...step.flatMap((way) => [...boundInWay(way, bound)])]);

/** A condition that needs no variable can be asked before any finding is looked at. */
export const isGround = (step: Step): boolean =>
  step.flat().every((clause) => clause.type !== 'pattern' && variablesOfClause(clause, new Set()).uses.length === 0);
