import type { Term } from '../lexicon/term.ts';
import type { Intensity, Signal } from './finding.ts';
import { is, isAnd, isComma, type Node, termOf } from './node.ts';

/** A sequence (`T1`, `CT` for attenuation, `US` for echoes, `any` where none is named) and its intensity, with the node that says it. */
export interface SignalAt {
  readonly sequence: string;
  readonly signal: Signal;
  readonly node: number;
}

/** Pairs intensities with sequences among the nodes `within`: `T1 hypointense and T2 hyperintense`, `low signal on T1 and T2`. */
export function readSignals(nodes: readonly Node[], within: readonly number[]): SignalAt[] {
  const events = within.map((i) => nodes[i] as Node).filter((n) => n.type === 'sequences' || n.type === 'intensities');
  const paired = new Set<number>();
  const out: SignalAt[] = [];
  let last: readonly string[] = [];
  events.forEach((event, k) => {
    if (event.phrase.type !== 'intensities') return;
    const joined = joinedWith(nodes, events, k);
    if (joined === null) return;
    const sequences = [...partners(nodes, events, k, paired)];
    const terms = [...joined, ...event.phrase.terms];
    const intensity = [...new Set(terms.map((t) => t.value as Intensity))];
    const own = sequences.flatMap((s) => (s.phrase.type === 'sequences' ? s.phrase.terms.map((t) => t.id) : []));
    const named = own.length > 0 || !events.slice(0, k).some((e) => e.type === 'intensities') ? own : last;
    last = named;
    const weak = terms.every((t) => t.id.startsWith('weak-'));
    if (weak && named.length === 0 && !nextToSignal(nodes, event.i)) return;
    for (const s of sequences) paired.add(s.i);
    const scale = scaleOf(terms);
    const reference = referenceAfter(nodes, event.i);
    for (const sequence of named.length > 0 ? named : [scale]) out.push({ sequence, signal: { intensity, reference }, node: event.i });
  });
  return shareReference(nodes, out);
}

/** `T1 hypointense and T2 hyperintense to muscle`: what the last is compared with, those joined to it are too. */
function shareReference(nodes: readonly Node[], signals: readonly SignalAt[]): SignalAt[] {
  const out = [...signals];
  for (let k = out.length - 2; k >= 0; k--) {
    const [one, next] = [out[k] as SignalAt, out[k + 1] as SignalAt];
    if (one.signal.reference !== null || next.signal.reference === null) continue;
    if (one.node !== next.node && !nodes.slice(one.node + 1, next.node).every(isJoint)) continue;
    out[k] = { ...one, signal: { ...one.signal, reference: next.signal.reference } };
  }
  return out;
}

/** What stands between two intensities that are said of one thing: sequences, list marks, small words. */
const isJoint = (n: Node): boolean =>
  n.type === 'sequences' ||
  n.type === 'severities' ||
  is(n, 'conjunction') ||
  isComma(n) ||
  n.text === '/' ||
  n.text === '-' ||
  is(n, 'preposition', 'in') ||
  is(n, 'pattern', 'signal');

/** Terms of the intensities joined to this one before it (`low and high signal`); null where this one is itself joined to the next. */
function joinedWith(nodes: readonly Node[], events: readonly Node[], k: number): Term[] | null {
  const isJoined = (a: Node | undefined, b: Node | undefined): boolean =>
    a?.phrase.type === 'intensities' &&
    b?.phrase.type === 'intensities' &&
    b.i - a.i <= 3 &&
    nodes.slice(a.i + 1, b.i).every((n) => is(n, 'conjunction') || n.text === '/' || n.type === 'severities') &&
    b.i - a.i > 1;
  if (isJoined(events[k], events[k + 1])) return null;
  const terms: Term[] = [];
  for (let j = k; isJoined(events[j - 1], events[j]); j--) {
    const before = events[j - 1]?.phrase;
    if (before?.type === 'intensities') terms.unshift(...before.terms);
  }
  return terms;
}

/** Signals by sequence; two intensities of one sequence are both kept (`hypointense with hyperintense areas`). */
export function mergeSignals(into: Record<string, Signal>, found: readonly SignalAt[]): Record<string, Signal> {
  for (const { sequence, signal } of found) {
    const before = into[sequence];
    into[sequence] = before === undefined ? signal : { ...before, intensity: [...new Set([...before.intensity, ...signal.intensity])] };
  }
  return into;
}

/** The sequences that an intensity is said of: behind it with `on`, else right before it, else right behind. */
function partners(nodes: readonly Node[], events: readonly Node[], k: number, paired: ReadonlySet<number>): Node[] {
  const event = events[k] as Node;
  // Intensities joined to this one stand between it and its sequence.
  let first = k;
  while (events[first - 1]?.type === 'intensities' && joinedWith(nodes, events, first - 1) === null) first--;
  const left = events[first - 1];
  const right = events[k + 1];
  const gapRight = right?.type === 'sequences' ? nodes.slice(event.i + 1, right.i) : null;
  const gapLeft = left?.type === 'sequences' && !paired.has(left.i) ? nodes.slice(left.i + 1, events[first]?.i ?? event.i) : null;
  // `T1 hyperintense mass seen on STIR`: the sequence right before it is its own.
  const own = gapLeft !== null && gapLeft.length === 0 && gapRight?.some((n) => is(n, 'head') || is(n, 'verb'));
  const on = !own && gapRight?.some((n) => is(n, 'preposition')) && !gapRight.some(isComma);
  if (right !== undefined && on) return withMore(nodes, events, k + 1);
  if (left !== undefined && gapLeft !== null) return [...earlier(nodes, events, first - 1, paired), left];
  if (right !== undefined && gapRight !== null && !gapRight.some(isComma)) return withMore(nodes, events, k + 1);
  const used = left?.type === 'sequences';
  return right !== undefined && gapRight !== null && events[k + 2]?.type !== 'intensities' && !used ? [right] : [];
}

/** `on T1, hyperintense` stands alone; `on T1- and on T2-weighted images` goes on. */
function withMore(nodes: readonly Node[], events: readonly Node[], from: number): Node[] {
  const out = [events[from] as Node];
  for (let k = from + 1; k < events.length; k++) {
    const [before, next] = [events[k - 1] as Node, events[k] as Node];
    if (next.type !== 'sequences') break;
    const gap = nodes.slice(before.i + 1, next.i);
    if (!gap.every((n) => is(n, 'conjunction') || is(n, 'preposition') || isComma(n) || n.text === '-')) break;
    out.push(next);
  }
  return out;
}

function earlier(nodes: readonly Node[], events: readonly Node[], k: number, paired: ReadonlySet<number>): Node[] {
  const out: Node[] = [];
  for (let j = k - 1; j >= 0; j--) {
    const [event, next] = [events[j] as Node, events[j + 1] as Node];
    if (event.type !== 'sequences' || paired.has(event.i)) break;
    const gap = nodes.slice(event.i + 1, next.i);
    if (!gap.every((n) => is(n, 'conjunction') || is(n, 'preposition') || isComma(n) || n.text === '-')) break;
    out.unshift(event);
  }
  return out;
}

const nextToSignal = (nodes: readonly Node[], i: number): boolean => [-2, -1, 1, 2].some((d) => is(nodes[i + d], 'pattern', 'signal'));

function scaleOf(terms: readonly Term[]): string {
  const id = terms[0]?.id ?? '';
  return id.startsWith('ct-') ? 'CT' : id.startsWith('us-') ? 'US' : 'any';
}

/** `isointense to cord`, `hyperintense relative to muscle`: the tissue, by its lexicon id. */
export function referenceAfter(nodes: readonly Node[], i: number): string | null {
  const at = referenceNode(nodes, i);
  return at < 0 ? null : (termOf(nodes[at], 'site')?.sites[0] ?? null);
}

/** Node of the tissue that the intensity at `i` is compared with; -1 where none. */
export function referenceNode(nodes: readonly Node[], i: number): number {
  let seen = false;
  for (let j = i + 1; j < Math.min(nodes.length, i + 8); j++) {
    const node = nodes[j] as Node;
    if (is(node, 'site') && (seen || isComparedWith(nodes, i, j))) return j;
    if (is(node, 'reference') || (is(node, 'preposition') && j <= i + 3 && isTo(node))) seen = true;
    else if (
      !seen &&
      !(node.type === 'mark' && node.text === '(') &&
      node.type !== 'sequences' &&
      !is(node, 'preposition') &&
      !is(node, 'pattern') &&
      !is(node, 'conjunction')
    )
      return -1;
  }
  return -1;
}

/** `isointense with muscle`: only a tissue that nothing more is said of; `isointense with cord compression` names a finding. */
function isComparedWith(nodes: readonly Node[], i: number, j: number): boolean {
  const { phrase } = nodes[i] as Node;
  const [first, last] = [nodes[i + 1], nodes[j - 1]];
  if (phrase.type !== 'intensities' || phrase.terms.at(-1)?.value !== 'iso' || first?.text !== 'with') return false;
  if (!(last === first || is(last, 'word', 'determiner') || is(last, 'region')) || j > i + 4) return false;
  const next = nodes[j + 1];
  return next === undefined || next.type === 'mark' || isAnd(next) || is(next, 'preposition', 'in') || next.type === 'sequences';
}

const isTo = (node: Node): boolean => node.text === 'to';
