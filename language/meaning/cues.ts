import type { Span } from '../text/span.ts';
import { isAttributive } from './attributive.ts';
import { clauseAround } from './clauses.ts';
import { formsOf, is, isComma, isDeterminer, isMark, isModifier, isWord, type Node, termOf, verbOf } from './node.ts';

/** What the cues of a statement say of each node: denied, hedged, of the past, another's, or merely asked. */
export interface Cues {
  readonly negated: readonly (Span | null)[];
  readonly possible: readonly (Span | null)[];
  /** Of the past, of another person, or only looked for; no list where none is. */
  readonly apart: readonly boolean[];
  /** Denied only as new; no list where none is. */
  readonly notNew: readonly boolean[];
}

export function readCues(nodes: readonly Node[], starts: readonly number[]): Cues {
  const negated: (Span | null)[] = nodes.map(() => null);
  const possible: (Span | null)[] = nodes.map(() => null);
  const apart: boolean[] = nodes.map(() => false);
  const notNew: boolean[] = nodes.map(() => false);
  const fill = <T>(list: T[], from: number, to: number, value: T): void => {
    for (let i = Math.max(0, from); i < Math.min(to, nodes.length); i++) list[i] = value;
  };
  for (const node of nodes) {
    const { i, span } = node;
    const clause = clauseAround(starts, i, nodes.length);
    if (is(node, 'word', 'no-new')) fill(notNew, i + 1, endOfList(nodes, i, clause.end), true);
    const negation = negationOf(node, nodes, clause);
    // A word taken out after `no` may have been `new`: nothing is said.
    if (negation === 'before' && /^(x{3,}|_+)$/.test(nodes[i + 1]?.text ?? '')) fill(notNew, i + 1, endOfScope(nodes, i, clause.end), true);
    if (negation === 'before') {
      const end = endOfScope(nodes, i, clause.end);
      fill(negated, i + (isOfKnown(nodes, i) ? 2 : 1), end, span);
      for (const [from, to] of presupposed(nodes, i + 1, end)) fill(negated, from, to, null);
    }
    if (negation === 'after')
      fill(negated, Math.max(diagnosisApposed(nodes, i, clause.start), startOfScope(nodes, i, clause.start)), i, span);
    const hedge = termOf(node, 'certainty');
    if (hedge?.value === 'possible') {
      const nounAfter = nodes.slice(i + 1, Math.min(clause.end, i + 6)).some((n) => isNoun(n) || isWord(n) || n.type === 'intensities');
      const nounBefore = nodes.slice(clause.start, i).some(isNoun);
      const both = hedge.direction === 'both';
      const backward = nounBefore && (hedge.direction === 'after' || !nounAfter);
      const near = both || node.text === '?' ? nodes.findLastIndex((n) => n.i < i && isComma(n)) + 1 : 0;
      if (backward || both)
        fill(possible, Math.max(near, diagnosisApposed(nodes, i, clause.start), startOfScope(nodes, i, clause.start)), i, span);
      if (!backward || both) fill(possible, i + 1, endOfList(nodes, i, clause.end), span);
    }
    // `nearly compresses the cord` is hedged, `would compress it if it grew` is not so; `nearly effaced` is effaced, `would be normal` no act.
    if (is(node, 'word', 'nearly') && isOf(nodes[i + 1], TOUCHING)) fill(possible, i + 1, endOfList(nodes, i, clause.end), span);
    if (is(node, 'word', 'would') && is(nodes[i + 1], 'observation')) fill(apart, i + 1, clause.end, true);
    const purpose = is(node, 'procedure') ? purposeOf(nodes, i, clause.end) : -1;
    if (purpose >= 0) fill(apart, purpose + 1, endOfHistory(nodes, purpose, clause.end, 'past'), true);
    const history = termOf(node, 'history');
    if (history !== undefined && !isComplaint(nodes, i)) {
      if (history.direction === 'after') fill(apart, startOfScope(nodes, i, clause.start), i, true);
      else {
        const end = endOfHistory(nodes, i, clause.end, history.value);
        fill(apart, i + 1, end, true);
        // `previously seen lesion at D5-D9 now seen at D6-D8`: the lesion is there, at the levels of now.
        const head =
          /^previously /.test(node.text) && /^(now|currently)\b/.test(nodes[end]?.text ?? '')
            ? nodes.findLast((n) => n.i < end && is(n, 'head'))
            : undefined;
        if (head !== undefined && head.i > i) apart[head.i] = false;
      }
    }
  }
  for (const node of nodes)
    if (is(node, 'exception') && !is(node, 'exception', 'contrast'))
      fill(negated, node.i + 1, clauseAround(starts, node.i, nodes.length).end, null);
  return { negated: orNulls(negated), possible: orNulls(possible), apart: orNone(apart), notNew: orNone(notNew) };
}

/** Of most statements no node is; one list does for all of them. */
const orNone = (list: readonly boolean[]): readonly boolean[] => (list.includes(true) ? list : NONE);

const NONE: readonly boolean[] = [];

/** The same of a list that says of no node that it is denied or hedged; code asks for null there. */
const orNulls = (list: readonly (Span | null)[]): readonly (Span | null)[] =>
  list.every((at) => at === null) ? (NULLS[list.length] ?? list) : list;

/** Lists of nulls by their lengths, for statements of no more than usual length. */
const NULLS: readonly (readonly null[])[] = Array.from({ length: 64 }, (_, length) => Array.from({ length }, () => null));

/** `radiotherapy (20 Gy) for cord compression`: what an operation or treatment was for is no finding of now; the `for`, -1 for none. */
function purposeOf(nodes: readonly Node[], from: number, end: number): number {
  for (let i = from + 1; i < Math.min(end, from + MOST_WORDS); i++) {
    const node = nodes[i] as Node;
    if (node.text === 'for') return /^(the|these|this|his|her|known)$/.test(nodes[i + 1]?.text ?? '') ? -1 : i;
    if (isMark(node, '('))
      i = Math.max(
        i,
        nodes.findIndex((n) => n.i > i && isMark(n, ')')),
      );
    else if (is(node, 'head') || verbOf(node) !== null || isComma(node) || is(node, 'exception') || isMark(node, ':')) return -1;
  }
  return -1;
}

/** How far behind a treatment its purpose is told. */
const MOST_WORDS = 20;

/** What one thing does to another, that is done or not; a space is effaced by degrees. */
const TOUCHING: ReadonlySet<string> = new Set(['compress', 'indent', 'abut', 'displace', 'encroach', 'invade']);

const isOf = (node: Node | undefined, observations: ReadonlySet<string>): boolean =>
  observations.has(termOf(node, 'observation')?.id ?? '');

/** `mass at D9, EMH unlikely`: the words behind a diagnosis of its own speak of it alone; where it begins, 0 for none. */
function diagnosisApposed(nodes: readonly Node[], at: number, clauseStart: number): number {
  let comma = at - 1;
  while (comma > clauseStart && !isComma(nodes[comma])) comma--;
  if (comma <= clauseStart) return 0;
  const own = nodes.slice(comma + 1, at);
  const isAlone =
    own.some((n) => is(n, 'diagnosis')) && own.every((n) => is(n, 'diagnosis') || isWord(n) || isModifier(n) || is(n, 'verb', 'be'));
  return isAlone && nodes.slice(clauseStart, comma).some((n) => is(n, 'head') && !is(n, 'diagnosis')) ? comma + 1 : 0;
}

/** Some words negate what comes before or what comes after (`absent`, `denied`): before a noun they are adjectives. */
function negationOf(node: Node, nodes: readonly Node[], clause: { start: number; end: number }): 'before' | 'after' | null {
  const directions = node.senses.filter((s) => s.term.category === 'negation').map((s) => s.term.direction);
  if (directions.length === 0) return null;
  // `None shows calcification.`
  const next = nodes[node.i + 1];
  if (node.text === 'none' && next !== undefined && !is(next, 'verb', 'exist') && (verbOf(next) !== null || formsOf(next).includes('verb')))
    return 'before';
  const answer = isMark(nodes[node.i - 1], ':') && node.i < 8 && !nodes.slice(node.i + 1, clause.end).some((n) => n.type !== 'mark');
  const seen = is(nodes[node.i + 1], 'verb', 'exist') && !nodes.slice(node.i + 2, Math.min(clause.end, node.i + 5)).some(isNoun);
  if (seen && nodes.slice(clause.start, node.i).some(isNoun)) return 'after';
  if (directions.length === 1)
    return directions[0] === 'after' || (answer && nodes.slice(clause.start, node.i).some(isNoun)) ? 'after' : 'before';
  const nounBefore = nodes.slice(clause.start, node.i).some(isNoun);
  return nounBefore && !isNoun(nodes[node.i + 1]) ? 'after' : 'before';
}

/** `Neither mass compresses the cord`, `none of the masses enhances`: the masses are there. */
export const isOfKnown = (nodes: readonly Node[], i: number): boolean =>
  /^(neither|none of (the|these|those))$/.test(nodes[i]?.text ?? '') &&
  is(nodes[i + 1], 'head') &&
  nodes[i + 2] !== undefined &&
  (verbOf(nodes[i + 2] as Node) !== null || formsOf(nodes[i + 2]).includes('verb') || is(nodes[i + 2], 'enhancement'));

const isNoun = (n: Node | undefined): boolean => is(n, 'head') || is(n, 'site') || is(n, 'observation') || is(n, 'diagnosis');

/** `no uptake in the masses`: what stands in a definite phrase behind a preposition is taken as there. */
function presupposed(nodes: readonly Node[], start: number, end: number): [number, number][] {
  const out: [number, number][] = [];
  for (let i = start + 1; i < end - 1; i++) {
    if (
      !(is(nodes[i], 'preposition') || PRESUPPOSING.test(nodes[i]?.text ?? '')) ||
      !/^(the|these|this|his|her|their|known)$/.test(nodes[i + 1]?.text ?? '') ||
      !nodes.slice(start, i).some((n) => isNoun(n) || is(n, 'change') || is(n, 'enhancement'))
    )
      continue;
    let to = i + 2;
    while (to < end && !isComma(nodes[to]) && !is(nodes[to], 'conjunction', 'or')) to++;
    out.push([i + 1, to]);
  }
  return out;
}

const PRESUPPOSING = /^(secondary to|explain|explaining|account for|accounting for|due to)$/;

/** Whether a bracket was opened before a word and not closed. */
const isInBrackets = (nodes: readonly Node[], at: number): boolean =>
  nodes.findLastIndex((n) => n.i < at && isMark(n, '(')) > nodes.findLastIndex((n) => n.i < at && isMark(n, ')'));

/** A forward denial ends with its clause, with the brackets that it stands in, at `but`, at a cause, or where `with` begins something stated. */
function endOfScope(nodes: readonly Node[], from: number, clauseEnd: number): number {
  const bracketed = isInBrackets(nodes, from);
  for (let i = from + 1; i < clauseEnd; i++) {
    const node = nodes[i] as Node;
    if (is(node, 'exception') || isMark(node, ':') || (bracketed && isMark(node, ')'))) return i;
    if (isComma(node) && is(nodes[i + 1], 'preposition', 'with')) return i;
    if (i > from + 1 && opensClause(nodes, i)) return i;
    // `no cord compression, residual myelopathic signal`: what is left is stated.
    if (
      isComma(node) &&
      /^(residual|persistent|persisting)$/.test(nodes[i + 1]?.text ?? '') &&
      !nodes.slice(i, clauseEnd).some((n) => is(n, 'conjunction', 'or'))
    )
      return i;
    // `without destruction, EMH.`: what it is taken for.
    if (isComma(node) && is(nodes[i + 1], 'diagnosis') && is(nodes[i + 1], 'head') && i + 2 >= lastWord(nodes, clauseEnd)) return i;
    if (isComma(node) && (is(nodes[i + 1], 'cause', 'forward') || is(nodes[i + 1], 'certainty'))) return i;
    // `mass without cord compression, displacing the kidney`: what the mass does is stated.
    if (isComma(node) && nodes[from]?.text === 'without' && /ing$/.test(nodes[i + 1]?.text ?? '') && formsOf(nodes[i + 1]).includes('verb'))
      return i;
    // `no effusion with bilateral nodules`: what comes with it is stated.
    if (is(node, 'preposition', 'with') && (is(nodes[i + 1], 'normal') || is(nodes[i + 1], 'side') || nodes[i + 1]?.type === 'severities'))
      return i;
    if (i > from + 1 && is(node, 'negation') && termOf(node, 'negation')?.direction === 'before') return i;
  }
  return clauseEnd;
}

/**
 * Dictated without a stop, a new clause follows a noun: a structure or thing with a predicate of its own (`no effusion liver is
 * enlarged`, `no longer any compression the masses are smaller`), or an adjective with its structure (`no ascites coarse trabeculae`).
 */
function opensClause(nodes: readonly Node[], i: number): boolean {
  const before = nodes[i - 1];
  if (!(is(before, 'head') || is(before, 'observation'))) return false;
  const forms = formsOf(nodes[i]);
  // `no haemorrhage thickened calvarium`, not `no fragment displaced the cord`.
  const isParticiple = /ed$/.test(nodes[i]?.text ?? '') && !isDeterminer(nodes[i + 1]);
  // `no mass enlarged nodes or effusion` is a list that lacks its comma.
  const isListed = nodes.slice(i + 1, i + 7).some((n) => is(n, 'conjunction', 'or'));
  if (!isListed && forms.includes('adjective') && (isParticiple || !forms.includes('verb')) && isAttributive(nodes, i) === 'structure')
    return true;
  let subject = i;
  while (is(nodes[subject], 'side') || isDeterminer(nodes[subject])) subject++;
  const definite = nodes[i]?.text === 'the';
  // `the paraspinal masses are`
  while (definite && subject < i + 6 && isModifier(nodes[subject]) && !is(nodes[subject + 1], 'verb', 'be')) subject++;
  const predicate = nodes[subject + 2];
  return (
    (is(nodes[subject], 'site') || (definite && is(nodes[subject], 'head'))) &&
    is(nodes[subject + 1], 'verb', 'be') &&
    (definite || is(predicate, 'normal') || is(predicate, 'observation') || predicate?.type === 'severities')
  );
}

/** Where a clause ends without its full stop. */
const lastWord = (nodes: readonly Node[], end: number): number => (isMark(nodes[end - 1], '.') ? end - 1 : end);

/** A denial behind its list reaches back to the start of the clause, or to what was stated before. */
function startOfScope(nodes: readonly Node[], from: number, clauseStart: number): number {
  for (let i = from - 1; i >= clauseStart; i--) {
    const node = nodes[i] as Node;
    if (is(node, 'exception') || is(node, 'verb', 'show') || (is(node, 'cause') && !is(node, 'cause', 'origin'))) return i + 1;
  }
  return clauseStart;
}

/** A hedge covers its list: to the first comma that no `or`/`and` follows, or to a verb or link. */
function endOfList(nodes: readonly Node[], from: number, clauseEnd: number): number {
  for (let i = from + 1; i < clauseEnd; i++) {
    const node = nodes[i] as Node;
    if (is(node, 'exception') || is(node, 'cause', 'forward') || isMark(node, '(')) return i;
    if (isComma(node) && !/includ/.test(nodes[from]?.text ?? '') && !nodes.slice(i + 1, clauseEnd).some((n) => is(n, 'conjunction', 'or')))
      return i;
    if (is(node, 'preposition', 'with') && i > from + 1 && nodes.slice(from + 1, i).some(isNoun)) return i;
  }
  return clauseEnd;
}

/** `a two-day history of fever`: the length of a complaint makes it present. */
const isComplaint = (nodes: readonly Node[], i: number): boolean =>
  nodes[i]?.text === 'history of' &&
  nodes
    .slice(Math.max(0, i - 3), i)
    .some((n) => is(n, 'unit') || /^(day|days|week|weeks|month|months|year|years|hour|hours)$/.test(n.text) || n.type === 'size');

/** `previous`, `old`, `remote` before a noun speak of that noun; `history of` and questions of all that follows. */
function endOfHistory(nodes: readonly Node[], from: number, clauseEnd: number, value: string): number {
  // `evaluation of the effusion`: the effusion is there.
  if (value === 'hypothetical' && /^(the|his|her|this|these|known)$/.test(nodes[from + 1]?.text ?? '')) return from + 1;
  const once = /^(status post|s\/p)$/.test(nodes[from]?.text ?? '');
  for (let i = from + 1; i < clauseEnd; i++) {
    const node = nodes[i] as Node;
    if (is(node, 'exception')) return i;
    if (once && (isComma(node) || is(node, 'preposition', 'with'))) return i;
    if (value !== 'hypothetical' && isComma(node) && is(nodes[i + 1], 'preposition', 'with')) return i;
    if (value !== 'hypothetical' && (is(node, 'verb', 'be') || is(node, 'verb', 'show') || is(node, 'verb', 'exist')) && i > from + 1)
      return i;
    if (
      value !== 'hypothetical' &&
      /^(presents|presented|presenting|admitted|now|currently|complains|complaining|coming|comes|here|today|who)$/.test(node.text)
    )
      return i;
  }
  return clauseEnd;
}
