import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { clauseAround } from './clauses.ts';
import type { Cues } from './cues.ts';
import { enhancementOf } from './enhancement.ts';
import type { Severity } from './finding.ts';
import { discLevels } from './levels.ts';
import { type Mention, mark } from './mention.ts';
import { formsOf, is, isAnd, isComma, isDeterminer, isListMark, isMark, isModifier, type Node, termOf, verbOf } from './node.ts';
import { type LevelTrouble, readLevels } from './read-levels.ts';
import { mergeSignals, readSignals, referenceNode } from './signal.ts';
import { mostSpecific, readSide, readSites } from './sites.ts';

/** A statement's mentions with their attributes, and the attributes that found no head in it. */
export interface Attached {
  readonly mentions: readonly Mention[];
  /** Node indexes that belong to no mention. */
  readonly loose: readonly number[];
}

/** Gives each attribute to its head: what stands before within the noun phrase, else the nearest head before it. */
export function attach(nodes: readonly Node[], starts: readonly number[], mentions: readonly Mention[], cues: Cues, lexicon: Lexicon): Attached {
  const spans = mentions.map((m) => phraseStart(nodes, m, mentions, starts));
  const owned = mentions.map(() => [] as number[]);
  const loose: number[] = [];
  for (const node of nodes) {
    if (!isAttribute(node) || isOfProcedure(nodes, node)) continue;
    const owner = ownerOf(node, nodes, starts, mentions, spans, lexicon);
    if (owner < 0) loose.push(node.i);
    else owned[owner]?.push(node.i);
  }
  mentions.forEach((m, k) => {
    fill(m, nodes, owned[k] ?? [], cues, lexicon);
    m.definite = isDefinite(nodes, spans[k] ?? m.from);
  });
  distribute(nodes, mentions, spans, owned);
  return { mentions, loose };
}

/** `laminectomy D4-D8`: the levels of an operation are none of a finding. */
const isOfProcedure = (nodes: readonly Node[], node: Node): boolean =>
  node.type === 'levels' && [1, 2, 3].some((d) => is(nodes[node.i - d], 'procedure') && nodes.slice(node.i - d + 1, node.i).every((n) => is(n, 'preposition') || is(n, 'word', 'level')));

export function isAttribute(node: Node): boolean {
  if (['levels', 'size', 'sequences', 'intensities', 'severities'].includes(node.type)) return true;
  return ['site', 'side', 'enhancement', 'pattern', 'morphology', 'count', 'change', 'region'].some((c) => is(node, c as 'site'));
}

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
    if ((node.type === 'levels' || node.type === 'size') && i - 2 >= floor && (is(nodes[i - 2], 'preposition') || is(nodes[i - 2], 'cause', 'backward') || is(nodes[i - 2], 'word', 'level') || is(nodes[i - 2], 'word', 'measuring') || is(nodes[i - 2], 'verb'))) break;
    if (cores.some((n) => n.at === i - 1 || (n.from <= i - 1 && i - 1 <= n.to && n.role !== 'normal'))) break;
    if (is(node, 'cause') || is(node, 'negation') || is(node, 'preposition') || is(node, 'reference') || is(node, 'exception') || verbOf(node) !== null) break;
    if (isComma(node) || isAnd(node) || isMark(node, '/')) {
      if (!joinsModifiers(nodes, i - 1, floor)) break;
      i--;
      continue;
    }
    if (isDeterminer(node)) {
      i--;
      break;
    }
    if (!isModifier(node) && !is(node, 'diagnosis')) break;
    i--;
  }
  return i;
}

/** `well-defined, lobulated mass`, `paraaortic and aortocaval nodes`: the mark joins words of one kind. */
function joinsModifiers(nodes: readonly Node[], i: number, floor: number): boolean {
  if (i - 1 < floor) return false;
  const [before, after] = [nodes[i - 1] as Node, nodes[i + 1]];
  if (after === undefined) return false;
  const adjectival = (n: Node): boolean => is(n, 'morphology') || is(n, 'pattern') || is(n, 'enhancement') || n.type === 'intensities' || n.type === 'sequences' || formsOf(n).includes('adjective') || is(n, 'count');
  if (adjectival(before) && (adjectival(after) || isComma(nodes[i] as Node) && isModifier(after) && after.type !== 'levels')) return true;
  if (is(before, 'site') && (is(after, 'site') || is(after, 'side') || isAnd(after))) return !isPlaceList(nodes, i - 1, floor);
  return is(before, 'side') && is(after, 'side');
}

/** `in ribs and vertebrae, rib ...`: sites behind a preposition belong to what stands before it. */
function isPlaceList(nodes: readonly Node[], from: number, floor: number): boolean {
  let i = from;
  while (i >= floor && (is(nodes[i], 'site') || isListMark(nodes[i]) || isDeterminer(nodes[i]) || is(nodes[i], 'side') || is(nodes[i], 'count'))) i--;
  return i >= floor && is(nodes[i], 'preposition');
}

function ownerOf(node: Node, nodes: readonly Node[], starts: readonly number[], mentions: readonly Mention[], spans: readonly number[], lexicon: Lexicon): number {
  let inside = -1;
  mentions.forEach((m, k) => {
    const start = spans[k] ?? m.from;
    if (node.i >= start && node.i <= m.to && (inside < 0 || m.to - start < (mentions[inside]?.to ?? 0) - (spans[inside] ?? 0))) inside = k;
  });
  if (inside >= 0) {
    // `the cord is flattened at D6 and shifted`: two predicates of one subject; the words follow the first.
    const m = mentions[inside] as Mention;
    const nearer = mentions.findLastIndex((o) => o !== m && o.at < node.i && o.at >= m.from && node.i < m.at && o.role !== 'normal');
    const own = nodes.slice(node.i, m.at).every((n) => n.type === 'severities' || is(n, 'pattern') || n.type === 'intensities');
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
    if (m.role === 'normal' && !is(node, 'site')) return node.type === 'levels' ? before : -1;
    return accepts(m, node, lexicon) ? before : bestBefore(node, mentions, before, lexicon);
  }
  const clause = clauseAround(starts, node.i, nodes.length);
  const next = mentions.findIndex((m) => m.from > node.i && m.from < clause.end);
  return next >= 0 && isFronted(nodes, node, clause.start, mentions[next] as Mention) ? next : -1;
}

/** The clause has a structure of its own as its subject: what follows is not said of the finding before. */
const ownSubject = (nodes: readonly Node[], start: number, before: number): boolean => nodes.slice(start, before).some((n, k) => is(n, 'site') && !is(nodes[start + k - 1], 'preposition') && !is(nodes[start + k - 2], 'preposition'));

/** A head takes what its frame names; one without a frame takes all. */
function accepts(m: Mention, node: Node, lexicon: Lexicon): boolean {
  const frame = lexicon.term(m.kind, 'head')?.frame ?? [];
  if (frame.length === 0 || m.role === 'extension') return true;
  const attribute = node.type === 'size' ? 'size' : node.type === 'sequences' || node.type === 'intensities' ? 'signal' : is(node, 'enhancement') ? 'enhancement' : null;
  return attribute === null || frame.includes(attribute);
}

function bestBefore(node: Node, mentions: readonly Mention[], last: number, lexicon: Lexicon): number {
  for (let k = last - 1; k >= 0; k--) if (accepts(mentions[k] as Mention, node, lexicon) && mentions[k]?.role !== 'normal') return k;
  return mentions[last]?.role === 'normal' ? -1 : last;
}

/** `At D5, the cord is compressed`, `On T2 there is ...`: attributes before the first head of a clause. */
function isFronted(nodes: readonly Node[], node: Node, clauseStart: number, m: Mention): boolean {
  if (is(node, 'site') && !is(nodes[node.i - 1], 'preposition') && !is(nodes[node.i - 2], 'preposition')) return false;
  return m.from - node.i < 12 && !nodes.slice(clauseStart, m.from).some((n) => is(n, 'cause', 'origin'));
}

/** Reads the owned nodes into the mention. */
function fill(m: Mention, nodes: readonly Node[], owned: readonly number[], cues: Cues, lexicon: Lexicon): void {
  mark(m, 'head', { start: nodes[m.from]?.span.start ?? 0, end: nodes[m.to]?.span.end ?? 0 });
  const references = new Set(owned.filter((i) => nodes[i]?.type === 'intensities').map((i) => referenceNode(nodes, i)));
  fillSigns(m, nodes, owned, cues);
  for (const i of owned) {
    const node = nodes[i] as Node;
    const { phrase, span } = node;
    if (phrase.type === 'levels') fillLevels(m, node, nodes);
    else if (phrase.type === 'severities') fillSeverity(m, phrase.terms.map((t) => t.value as Severity), node, nodes);
    else if (phrase.type === 'size') fillSize(m, phrase.values, phrase.unit, node, nodes);
    else if (is(node, 'morphology')) {
      m.morphology.push(termOf(node, 'morphology')?.value ?? '');
      mark(m, 'morphology', span);
    } else if (is(node, 'count') && !is(node, 'pronoun')) {
      m.count ??= termOf(node, 'count')?.value ?? null;
      mark(m, 'count', span);
    } else if (is(node, 'change') && !cues.notNew[i]) {
      m.change ??= termOf(node, 'change')?.value ?? null;
      mark(m, 'change', span);
    }
  }
  const placed = owned.filter((i) => !references.has(i));
  if (m.role === 'normal') readSide(m, nodes, placed);
  else readSites(m, nodes, placed, lexicon);
  if (m.kind === 'mass' && owned.some((i) => nodes[i]?.type === 'levels' && is(nodes[i - 1], 'preposition', 'next-to'))) m.sites = mostSpecific([...m.sites, ...(lexicon.composition('next-to', 'vertebra')?.sites ?? [])], lexicon);
}

/** Signal, enhancement and their patterns. A denied sign of a stated mass is not kept. */
function fillSigns(m: Mention, nodes: readonly Node[], owned: readonly number[], cues: Cues): void {
  const signals = readSignals(nodes, owned).filter(({ node }) => cues.negated[node] === null || cues.negated[m.at] !== null);
  mergeSignals(m.signal, signals);
  for (const { node } of signals) mark(m, 'signal', nodes[node]?.span as Span);
  for (const i of owned) {
    const node = nodes[i] as Node;
    if (!is(node, 'enhancement')) continue;
    const denied = cues.negated[i] !== null && cues.negated[m.at] === null;
    m.enhancement = denied ? 'none' : enhancementOf(nodes, i);
    mark(m, 'enhancement', node.span);
  }
  const beside = new Set(owned.filter((i) => is(nodes[i], 'enhancement')));
  for (const i of owned) {
    const node = nodes[i] as Node;
    const value = termOf(node, 'pattern')?.value;
    if ((value === 'homogeneous' || value === 'heterogeneous') && ![i - 1, i + 1, i + 2].some((j) => beside.has(j))) {
      m.morphology.push(value);
      mark(m, 'morphology', node.span);
    }
  }
}

function fillLevels(m: Mention, node: Node, nodes: readonly Node[]): void {
  if (node.phrase.type !== 'levels') return;
  const read = levelsOf(node, nodes, m.kind);
  for (const l of read.levels) if (!m.levels.includes(l)) m.levels.push(l);
  for (const d of read.discs) if (!m.discs.includes(d)) m.discs.push(d);
  if (read.levels.length > 0) mark(m, 'levels', node.span);
  if (read.discs.length > 0) mark(m, 'discs', node.span);
}

/** Levels as this kind takes them: foramina and discs lie between vertebrae, so a pair of neighbours is the disc. */
export function levelsOf(node: Node, nodes: readonly Node[], kind: string): { levels: readonly string[]; discs: readonly string[]; trouble: readonly LevelTrouble[] } {
  if (node.phrase.type !== 'levels') return { levels: [], discs: [], trouble: [] };
  const between = [node.i - 1, node.i + 1, node.i + 2].some((i) => is(nodes[i], 'word', 'disc') || termOf(nodes[i], 'site')?.id === 'disc');
  const range = [1, 2, 3, 4].some((d) => nodes[node.i - d]?.text === 'between');
  const read = readLevels(node.phrase.parts, between, range);
  const ofDiscs = DISC_KINDS.test(kind) || (SEGMENT_KINDS.test(kind) && read.pairs.every((p) => !p.startsWith('T')) && read.pairs.length > 0);
  if (!ofDiscs || read.pairs.length === 0) return read;
  const inPairs = new Set(read.pairs.flatMap(discLevels));
  return { levels: read.levels.filter((l) => !inPairs.has(l)), discs: [...read.discs, ...read.pairs], trouble: read.trouble };
}

const DISC_KINDS = /^(foraminal-|disc-|nerve-root-|lateral-recess|facet|annular|spondylolisthesis)/;
const SEGMENT_KINDS = /^(canal-narrowing|thecal-sac-compression|cauda-equina-compression)$/;

function fillSeverity(m: Mention, grades: readonly Severity[], node: Node, nodes: readonly Node[]): void {
  if (is(nodes[node.i + 1], 'enhancement') || is(nodes[node.i - 1], 'enhancement') || nodes[node.i + 1]?.type === 'intensities') return;
  if (is(nodes[node.i + 1], 'pattern') && is(nodes[node.i + 2], 'enhancement')) return;
  m.severity ??= [...new Set(grades)];
  mark(m, 'severity', node.span);
}

function fillSize(m: Mention, values: readonly number[], unit: string | null, node: Node, nodes: readonly Node[]): void {
  if (unit !== 'mm' && unit !== 'cm') return;
  if (m.sizeMm !== null || [1, 2].some((d) => is(nodes[node.i - d], 'word', 'prior-size') || is(nodes[node.i - d], 'history'))) return;
  m.sizeMm = values.slice(0, 3).map((v) => Math.round(v * (unit === 'cm' ? 100 : 10)) / 10);
  mark(m, 'size', node.span);
}

/** `narrowing and compression at D5`: what trails the last head belongs to those before it that have none of their own. */
function distribute(nodes: readonly Node[], mentions: readonly Mention[], spans: readonly number[], owned: readonly (readonly number[])[]): void {
  for (let k = mentions.length - 2; k >= 0; k--) {
    const [m, next] = [mentions[k] as Mention, mentions[k + 1] as Mention];
    if (m.role === 'normal' || next.role === 'normal') continue;
    if (m.at === next.at) {
      share(m, next);
      continue;
    }
    if (!joined(nodes, m, next, spans[k + 1] ?? next.from)) continue;
    if (next.change === 'resolved' && m.change === null) m.change = 'resolved';
    if (!(owned[k + 1] ?? []).some((i) => i > next.at)) continue;
    if (m.levels.length === 0 && m.discs.length === 0 && trails(nodes, next, 'levels')) copyLevels(m, next);
    if (m.side === null && next.side !== null && trails(nodes, next, 'side')) copySide(m, next);
    if (m.sites.length === 0 && next.sites.length > 0 && trails(nodes, next, 'sites') && m.kind !== 'mass') m.sites = [...next.sites];
  }
}

/** Two heads with nothing but list words between them, or two observations of one structure. */
function joined(nodes: readonly Node[], m: Mention, next: Mention, nextStart: number): boolean {
  const shared = m.to >= next.from;
  const between = shared ? nodes.slice(m.at + 1, next.at) : nodes.slice(m.to + 1, Math.min(nextStart, next.from));
  return between.length > 0 && between.every((n) => isListMark(n) || isDeterminer(n) || (shared && n.type === 'severities'));
}

/** Two kinds of one word (hepatosplenomegaly) share all that is said. */
function share(m: Mention, next: Mention): void {
  for (const [a, b] of [[m, next], [next, m]] as const) {
    a.severity ??= b.severity;
    a.change ??= b.change;
    if (a.side === null) copySide(a, b);
    if (a.levels.length === 0 && a.discs.length === 0) copyLevels(a, b);
    for (const part of ['severity', 'change'] as const) if (b.where[part] !== undefined) a.where[part] ??= b.where[part];
  }
}

function copySide(m: Mention, from: Mention): void {
  m.side = from.side;
  m.dominantSide = from.dominantSide;
  if (from.where.side) mark(m, 'side', from.where.side);
}

function copyLevels(m: Mention, from: Mention): void {
  m.levels = [...from.levels];
  m.discs = [...from.discs];
  if (from.where.levels) mark(m, 'levels', from.where.levels);
  if (from.where.discs) mark(m, 'discs', from.where.discs);
}

function trails(nodes: readonly Node[], m: Mention, part: 'levels' | 'side' | 'sites'): boolean {
  const place = part === 'levels' ? (m.where.levels ?? m.where.discs) : m.where[part];
  return place !== undefined && place.start >= (nodes[m.at]?.span.start ?? 0);
}

const isDefinite = (nodes: readonly Node[], start: number): boolean => /^(the|this|these|those|that|its|their)$/.test(nodes[start]?.text ?? '');
