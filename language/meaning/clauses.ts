import { isAttributive } from './attributive.ts';
import { is, isComma, isDeterminer, isMark, isWord, type Node, verbOf } from './node.ts';

/**
 * Where clauses of a statement begin, as node indexes, 0 first. A comma or `and` begins a clause only when both sides
 * could stand alone: `No mass, and the liver is enlarged` has two, `No mass, effusion or node is seen` one.
 */
export function clauseStarts(nodes: readonly Node[]): number[] {
  const starts = [0];
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    // `erosion of that rib`: a determiner.
    if (is(node, 'exception', 'contrast') && !(isDeterminer(node) && is(nodes[i - 1], 'preposition'))) {
      starts.push(i + 1);
      continue;
    }
    // Dictated without a stop: `does not show calcification there are further masses`.
    if (isThere(nodes, i, i) && isEndOfClause(nodes[i - 1]) && isWhole(nodes, starts.at(-1) ?? 0, i)) {
      starts.push(i);
      continue;
    }
    if (!isComma(node) && !is(node, 'conjunction', 'and')) continue;
    if (isComma(node) && isAdjectival(nodes[i - 1]) && isAdjectival(nodes[i + 1])) continue;
    if (isComma(node) && isSignalList(nodes, i)) continue;
    const start = starts.at(-1) ?? 0;
    if (isWhole(nodes, start, i) && hasPredicate(nodes, i + 1)) starts.push(i + 1);
  }
  return starts.filter((s, k) => s < nodes.length && (k === 0 || s > (starts[k - 1] ?? 0)));
}

/** `a T1 isointense, T2 hyperintense mass` */
const isSignalList = (nodes: readonly Node[], comma: number): boolean =>
  nodes[comma - 1]?.type === 'intensities' &&
  nodes[comma + 1]?.type === 'sequences' &&
  nodes[comma + 2]?.type === 'intensities' &&
  isAttributive(nodes, comma + 2) === 'head';

/** What a statement may end with, where another begins behind it without a stop. */
const isEndOfClause = (n: Node | undefined): boolean =>
  is(n, 'head') || is(n, 'site') || is(n, 'observation') || is(n, 'normal') || n?.type === 'levels' || n?.type === 'size';

/** `an enhancing, lobulated mass` */
const isAdjectival = (n: Node | undefined): boolean => is(n, 'morphology') || is(n, 'enhancement') || is(n, 'pattern');

/** The start of the clause that `i` is in, and of the next. */
export function clauseAround(starts: readonly number[], i: number, length: number): { start: number; end: number } {
  let start = 0;
  for (const s of starts) {
    if (s > i) return { start, end: s };
    start = s;
  }
  return { start, end: length };
}

/** A verb of any kind, or a negation, makes what came before a clause. */
function isWhole(nodes: readonly Node[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const node = nodes[i] as Node;
    if (verbOf(node) !== null || is(node, 'negation') || is(node, 'cause', 'forward')) return true;
  }
  return false;
}

/** A noun, then a verb that is no mere `is seen`, before the next comma or link. */
function hasPredicate(nodes: readonly Node[], from: number): boolean {
  let noun = false;
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    if (i === from && (is(node, 'conjunction') || is(node, 'negation', 'no'))) {
      if (is(node, 'negation')) return true;
      continue;
    }
    if (is(node, 'exception', 'contrast') || isMark(node, ':')) return false;
    if (is(node, 'pronoun')) noun = true;
    if (is(node, 'site') || is(node, 'head') || isWord(node)) noun = true;
    if (noun && /^(suggests?|represents?|favou?rs|reflects?)$/.test(node.text)) return !isListTail(nodes, from, i);
    const verb = verbOf(node);
    if (verb === 'exist') return isThere(nodes, i, from);
    if (
      verb === 'show' &&
      !nodes.slice(i + 1).some((n) => is(n, 'head') || is(n, 'site') || is(n, 'observation') || is(n, 'normal') || isWord(n))
    )
      return false;
    if (verb !== null && noun) return !isListTail(nodes, from, i);
    if (noun && (is(node, 'negation', 'not-seen') || is(node, 'certainty', 'possible-after') || is(node, 'negation', 'not'))) return true;
    if (isComma(node) && i > from) return false;
  }
  return false;
}

/** `there is` opens a clause; `is seen` closes the list before it. */
const isThere = (nodes: readonly Node[], i: number, from: number): boolean => i <= from + 1 && /^there\b/.test(nodes[i]?.text ?? '');

const isListTail = (nodes: readonly Node[], from: number, verb: number): boolean =>
  nodes.slice(from, verb).some((n) => is(n, 'conjunction', 'or'));
