import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import { clauseAround } from './clauses.ts';
import { type Cues, isOfKnown } from './cues.ts';
import { distribute } from './distribute.ts';
import { fill } from './fill.ts';
import type { Mention } from './mention.ts';
import {
  formsOf,
  is,
  isAnd,
  isComma,
  isDashApart,
  isDeterminer,
  isListMark,
  isMark,
  isModifier,
  isWord,
  type Node,
  verbOf,
} from './node.ts';
import { sizeOrgans } from './organ-sizes.ts';

/** A statement's mentions with their attributes, and the attributes that found no head in it. */
export interface Attached {
  readonly mentions: readonly Mention[];
  /** Node indexes that belong to no mention. */
  readonly loose: readonly number[];
}

/** Gives each attribute to its head: what stands before within the noun phrase, else the nearest head before it. */
export function attach(
  nodes: readonly Node[],
  starts: readonly number[],
  mentions: readonly Mention[],
  cues: Cues,
  lexicon: Lexicon,
): Attached {
  const spans = mentions.map((m) => phraseStart(nodes, m, mentions, starts));
  const owned = mentions.map(() => [] as number[]);
  const loose: number[] = [];
  for (const node of nodes) {
    if (!isAttribute(node) || isOfProcedure(nodes, node)) continue;
    const owner = ownerOf(node, nodes, starts, mentions, spans, lexicon);
    if (owner < 0) loose.push(node.i);
    // What was there before is said of then: `previously seen mass at D5-D9 now seen at D6-D8`.
    else if (!cues.apart[node.i] || cues.apart[mentions[owner]?.at ?? 0] || !(node.type === 'levels' || is(node, 'side')))
      owned[owner]?.push(node.i);
  }
  mentions.forEach((m, k) => {
    fill(m, nodes, owned[k] ?? [], cues, lexicon);
    m.definite = isDefinite(nodes, spans[k] ?? m.from) || isBareSubject(nodes, m) || isOfKnown(nodes, m.from - 1);
  });
  distribute(nodes, mentions, spans, owned);
  sizeOrgans(nodes, mentions, lexicon);
  return { mentions, loose };
}

/** `laminectomy D4-D8`: the levels of an operation are none of a finding. */
const isOfProcedure = (nodes: readonly Node[], node: Node): boolean =>
  node.type === 'levels' &&
  [1, 2, 3].some(
    (d) =>
      is(nodes[node.i - d], 'procedure') &&
      nodes.slice(node.i - d + 1, node.i).every((n) => is(n, 'preposition') || is(n, 'word', 'level')),
  );

export const isAttribute = (node: Node): boolean =>
  ATTRIBUTE_TYPES.has(node.type) || node.senses.some(({ term }) => ATTRIBUTES.has(term.category));

const ATTRIBUTE_TYPES: ReadonlySet<Node['type']> = new Set(['levels', 'size', 'sequences', 'intensities', 'severities']);
const ATTRIBUTES: ReadonlySet<Category> = new Set(['site', 'side', 'enhancement', 'pattern', 'morphology', 'count', 'change', 'region']);

/** First node of the noun phrase that ends in the mention. */
function phraseStart(nodes: readonly Node[], m: Mention, mentions: readonly Mention[], starts: readonly number[]): number {
  const cores = mentions.filter((n) => n !== m);
  const floor = clauseAround(starts, m.from, nodes.length).start;
  let i = m.from;
  if (m.role === 'verb') {
    while (i > floor && (nodes[i - 1]?.type === 'severities' || is(nodes[i - 1], 'pattern'))) i--;
    return i;
  }
  while (i > floor) {
    const node = nodes[i - 1] as Node;
    if (
      (node.type === 'levels' || node.type === 'size') &&
      i - 2 >= floor &&
      (is(nodes[i - 2], 'preposition') ||
        is(nodes[i - 2], 'cause', 'backward') ||
        is(nodes[i - 2], 'word', 'level') ||
        is(nodes[i - 2], 'word', 'measuring') ||
        is(nodes[i - 2], 'verb'))
    )
      break;
    if (cores.some((n) => n.at === i - 1 || (n.from <= i - 1 && i - 1 <= n.to && n.role !== 'normal'))) break;
    if (
      is(node, 'cause') ||
      is(node, 'negation') ||
      is(node, 'preposition') ||
      is(node, 'reference') ||
      is(node, 'exception') ||
      (verbOf(node) !== null && !/^(located|situated)$/.test(node.text))
    )
      break;
    if (isComma(node) || isAnd(node) || isMark(node, '/')) {
      if (!joinsModifiers(nodes, i - 1, floor)) break;
      i--;
      continue;
    }
    if (isDeterminer(node)) {
      i--;
      break;
    }
    if (isDashApart(nodes, i - 1)) break;
    if (!isModifier(node) && !is(node, 'diagnosis') && verbOf(node) === null) break;
    i--;
  }
  return i;
}

/** `well-defined, lobulated mass`, `paraaortic and aortocaval nodes`: the mark joins words of one kind. */
function joinsModifiers(nodes: readonly Node[], i: number, floor: number): boolean {
  if (i - 1 < floor) return false;
  const [before, after] = [nodes[i - 1] as Node, nodes[i + 1]];
  if (after === undefined) return false;
  const adjectival = (n: Node): boolean =>
    is(n, 'morphology') ||
    is(n, 'pattern') ||
    is(n, 'enhancement') ||
    n.type === 'intensities' ||
    n.type === 'sequences' ||
    formsOf(n).includes('adjective') ||
    is(n, 'count');
  if (adjectival(before) && (adjectival(after) || (isComma(nodes[i] as Node) && isModifier(after) && after.type !== 'levels'))) return true;
  if (before.type === 'severities' && after.type === 'severities') return true;
  if (is(before, 'site') && (is(after, 'site') || is(after, 'side') || isAnd(after))) return !isPlaceList(nodes, i - 1, floor);
  // `severe left and mild right foraminal stenosis`
  if (is(before, 'side') && after.type === 'severities' && is(nodes[i + 2], 'side')) return true;
  return is(before, 'side') && is(after, 'side') && before.text !== 'bilaterally';
}

/** `in ribs and vertebrae, rib ...`: sites behind a preposition belong to what stands before it. */
function isPlaceList(nodes: readonly Node[], from: number, floor: number): boolean {
  let i = from;
  while (
    i >= floor &&
    (is(nodes[i], 'site') || isListMark(nodes[i]) || isDeterminer(nodes[i]) || is(nodes[i], 'side') || is(nodes[i], 'count'))
  )
    i--;
  return i >= floor && is(nodes[i], 'preposition');
}

function ownerOf(
  node: Node,
  nodes: readonly Node[],
  starts: readonly number[],
  mentions: readonly Mention[],
  spans: readonly number[],
  lexicon: Lexicon,
): number {
  const described = describes(node, nodes, mentions);
  if (described >= 0) return described;
  let inside = -1;
  mentions.forEach((m, k) => {
    const start = spans[k] ?? m.from;
    if (node.i >= start && node.i <= m.to && (inside < 0 || m.to - start < (mentions[inside]?.to ?? 0) - (spans[inside] ?? 0))) inside = k;
  });
  if (inside >= 0) {
    // `the cord is flattened at D6 and shifted`: two predicates of one subject; the words follow the first.
    const m = mentions[inside] as Mention;
    const nearer = mentions.findLastIndex(
      (o) => o !== m && o.at < node.i && Math.max(o.at, o.to) >= m.from && node.i < m.at && o.role !== 'normal',
    );
    const own = nodes
      .slice(node.i, m.at)
      .every(
        (n) =>
          ['severities', 'intensities', 'sequences'].includes(n.type) ||
          isWord(n) ||
          (['pattern', 'count', 'morphology', 'side'] as const).some((category) => is(n, category)),
      );
    return nearer >= 0 && !own ? nearer : inside;
  }
  let before = -1;
  mentions.forEach((m, k) => {
    if (m.to < node.i && m.role !== 'diagnosis' && (before < 0 || m.to >= (mentions[before]?.to ?? 0))) before = k;
  });
  if (before >= 0) {
    const clause = clauseAround(starts, node.i, nodes.length);
    const m = mentions[before] as Mention;
    if (m.at < clause.start && m.to < clause.start && ownSubject(nodes, clause.start, node.i)) return -1;
    if (m.role === 'observation' && m.at < m.to && isOtherStructure(nodes, node)) return -1;
    const subject = SIGNS.has(m.kind) ? subjectOf(nodes, node.i, m, mentions) : -1;
    if (subject >= 0) return subject;
    if (m.role === 'normal' && !is(node, 'site')) return node.type === 'levels' ? before : -1;
    return accepts(m, node, lexicon) ? before : bestBefore(node, mentions, before, lexicon);
  }
  const clause = clauseAround(starts, node.i, nodes.length);
  const next = mentions.findIndex((m) => m.from > node.i && m.from < clause.end);
  return next >= 0 && isFronted(nodes, node, clause.start, mentions[next] as Mention) ? next : -1;
}

/** `enlarged spleen and hyperdense liver`: behind `and`, another structure with an adjective of its own. */
function isOtherStructure(nodes: readonly Node[], node: Node): boolean {
  const isAdjective = (n: Node | undefined): boolean => n?.type === 'intensities' || is(n, 'morphology');
  let from = node.i;
  while (isAdjective(nodes[from - 1])) from--;
  let at = from;
  while (isAdjective(nodes[at])) at++;
  return at > from && at >= node.i && is(nodes[at], 'site') && isListMark(nodes[from - 1]);
}

/** `displacement and marked flattening of the cord`: a grade right before an observation is its own. */
function describes(node: Node, nodes: readonly Node[], mentions: readonly Mention[]): number {
  if (node.type !== 'severities' && !is(node, 'pattern')) return -1;
  let j = node.i + 1;
  while (
    nodes[j]?.type === 'severities' ||
    is(nodes[j], 'pattern') ||
    isMark(nodes[j], '-') ||
    (isAnd(nodes[j]) && nodes[j + 1]?.type === 'severities')
  )
    j++;
  return mentions.findIndex((m) => m.at === j && m.role !== 'normal' && m.role !== 'signal');
}

/** The clause has a structure of its own as its subject: what follows is not said of the finding before. */
const ownSubject = (nodes: readonly Node[], start: number, before: number): boolean =>
  nodes
    .slice(start, before)
    .some((n, k) => is(n, 'site') && !is(nodes[start + k - 1], 'preposition') && !is(nodes[start + k - 2], 'preposition'));

/** A head takes what its frame names; one without a frame takes all. */
function accepts(m: Mention, node: Node, lexicon: Lexicon): boolean {
  const frame = lexicon.term(m.kind, 'head')?.frame ?? [];
  if (frame.length === 0 || m.role === 'extension') return true;
  const attribute =
    node.type === 'size'
      ? 'size'
      : node.type === 'sequences' || node.type === 'intensities'
        ? 'signal'
        : is(node, 'enhancement')
          ? 'enhancement'
          : null;
  return attribute === null || frame.includes(attribute);
}

function bestBefore(node: Node, mentions: readonly Mention[], last: number, lexicon: Lexicon): number {
  for (let k = last - 1; k >= 0; k--) if (accepts(mentions[k] as Mention, node, lexicon) && mentions[k]?.role !== 'normal') return k;
  const m = mentions[last];
  // `It contains fat and enhances`: the enhancement is said of what contains it.
  return m === undefined || m.role === 'normal' || SIGNS.has(m.kind) ? -1 : last;
}

/** Kinds that are signs of a mass: what they cannot carry is said of the mass. */
export const SIGNS: ReadonlySet<string> = new Set([
  'calcification',
  'necrosis',
  'haemorrhage',
  'fat-content',
  'blooming',
  'uptake',
  'haemosiderin',
]);

/** `At D5, the cord is compressed`, `On T2 there is ...`: attributes before the first head of a clause. */
function isFronted(nodes: readonly Node[], node: Node, clauseStart: number, m: Mention): boolean {
  if (
    is(node, 'site') &&
    !isBehindPreposition(nodes, node.i) &&
    !/^(behind|beside|next|in front|dorsal|posterior|anterior|along|adjacent|around)/.test(node.text)
  )
    return false;
  // `Liver: 20 cm, no lesion.`: the size is of the liver.
  if (node.type === 'size' && isComma(nodes[node.i + 1])) return false;
  if (SIGNS.has(m.kind) && (node.type === 'size' || node.type === 'sequences' || node.type === 'intensities' || is(node, 'enhancement')))
    return false;
  return m.from - node.i < 12 && !nodes.slice(clauseStart, m.from).some((n) => is(n, 'cause', 'origin'));
}

/** `Along the right seventh rib`: a preposition opens the phrase that the node stands in. */
function isBehindPreposition(nodes: readonly Node[], i: number): boolean {
  let j = i - 1;
  while (
    j >= 0 &&
    i - j < 6 &&
    (isDeterminer(nodes[j]) ||
      is(nodes[j], 'side') ||
      is(nodes[j], 'region') ||
      is(nodes[j], 'site') ||
      isWord(nodes[j]) ||
      isListMark(nodes[j]))
  )
    j--;
  return is(nodes[j], 'preposition');
}

const isDefinite = (nodes: readonly Node[], start: number): boolean =>
  /^(the|this|these|those|that|its|their)$/.test(nodes[start]?.text ?? '') ||
  /^(the )?(largest|biggest)$/.test(nodes[start - 1]?.text ?? '');

/** `Lesions are isointense.`, `Masses enhance avidly.`: a report says it so of those that stand before; `masses are also seen` are new. */
function isBareSubject(nodes: readonly Node[], m: Mention): boolean {
  if (m.at !== 0 || m.to !== 0 || m.role !== 'head' || m.kind !== 'mass') return false;
  const [, verb, ...rest] = nodes;
  if (rest.slice(0, 3).some((n) => is(n, 'verb', 'exist'))) return false;
  return is(verb, 'verb', 'be') || is(verb, 'verb', 'show') || /\benhances?$/.test(verb?.text ?? '');
}

/** `A mass with areas of fat is located in the right kidney`: behind the verb stands what is said of the mass, not of its fat. */
function subjectOf(nodes: readonly Node[], i: number, sign: Mention, mentions: readonly Mention[]): number {
  if (!nodes.slice(sign.to + 1, i).some((n) => is(n, 'verb', 'be') || is(n, 'verb', 'exist'))) return -1;
  const subject = mentions.findLastIndex((m) => m.to < sign.from && m.kind === 'mass' && m.role === 'head');
  const between = subject < 0 ? [] : nodes.slice((mentions[subject]?.to ?? 0) + 1, sign.from);
  return between.some((n) => is(n, 'preposition', 'with')) && !between.some((n) => isComma(n) || verbOf(n) !== null) ? subject : -1;
}
