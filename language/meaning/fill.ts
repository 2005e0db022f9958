import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import type { Cues } from './cues.ts';
import { enhancementOf } from './enhancement.ts';
import type { Severity } from './finding.ts';
import { discLevels } from './levels.ts';
import { type Mention, mark } from './mention.ts';
import { millimetres } from './millimetres.ts';
import { is, isAnd, isComma, type Node, termOf } from './node.ts';
import { type LevelTrouble, readLevels } from './read-levels.ts';
import { mergeSignals, readSignals, referenceNode } from './signal.ts';
import { mostSpecific, readSide, readSites } from './sites.ts';
import { speltRange } from './spelt-range.ts';

/** Reads the owned nodes into the mention. */
export function fill(m: Mention, nodes: readonly Node[], owned: readonly number[], cues: Cues, lexicon: Lexicon): void {
  mark(m, 'head', { start: nodes[m.from]?.span.start ?? 0, end: nodes[m.to]?.span.end ?? 0 });
  const references = new Set(owned.filter((i) => nodes[i]?.type === 'intensities').map((i) => referenceNode(nodes, i)));
  const morphology = fillSigns(m, nodes, owned, cues);
  for (const i of owned) {
    const node = nodes[i] as Node;
    const { phrase, span } = node;
    if (phrase.type === 'levels') fillLevels(m, node, nodes);
    else if (phrase.type === 'severities')
      fillSeverity(
        m,
        phrase.terms.map((t) => t.value as Severity),
        node,
        nodes,
      );
    else if (phrase.type === 'intensities') fillChange(m, node, nodes);
    else if (phrase.type === 'size') fillSize(m, phrase.values, phrase.unit, node, nodes);
    else if (is(node, 'morphology')) {
      // `a lesion without washout`
      if (cues.negated[i] !== null && cues.negated[m.at] === null) continue;
      morphology.push(termOf(node, 'morphology')?.value ?? '');
      mark(m, 'morphology', span);
    } else if (is(node, 'count') && !is(node, 'pronoun')) {
      m.count ??= termOf(node, 'count')?.value ?? null;
      mark(m, 'count', span);
    } else if (is(node, 'change') && !cues.notNew[i] && !is(nodes[i + 1], 'enhancement') && !isOfTwo(m, nodes, i)) {
      m.change ??= termOf(node, 'change')?.value ?? null;
      mark(m, 'change', span);
    }
  }
  m.morphology = morphology;
  // `of the liver, but not of the heart`
  const placed = owned.filter(
    (i) => !references.has(i) && (cues.negated[i] === null || cues.negated[m.at] !== null || m.role === 'normal'),
  );
  if (m.role === 'normal') readSide(m, nodes, placed);
  else readSites(m, nodes, placed, lexicon);
  if (m.kind === 'mass' && owned.some((i) => nodes[i]?.type === 'levels' && is(nodes[i - 1], 'preposition', 'next-to')))
    m.sites = mostSpecific([...m.sites, ...(lexicon.composition('next-to', 'vertebra')?.sites ?? [])], lexicon);
}

/** Signal and enhancement; gives their patterns. A denied sign of a stated mass is not kept. */
function fillSigns(m: Mention, nodes: readonly Node[], owned: readonly number[], cues: Cues): string[] {
  const signals = readSignals(nodes, owned).filter(({ node }) => cues.negated[node] === null || cues.negated[m.at] !== null);
  if (signals.length > 0) m.signal = mergeSignals({ ...m.signal }, signals);
  for (const { node } of signals) mark(m, 'signal', nodes[node]?.span as Span);
  for (const i of owned) {
    const node = nodes[i] as Node;
    if (!is(node, 'enhancement')) continue;
    const denied = cues.negated[i] !== null && cues.negated[m.at] === null;
    m.enhancement = denied ? 'none' : enhancementOf(nodes, i);
    mark(m, 'enhancement', node.span);
  }
  const patterns: string[] = [];
  for (const i of owned) {
    const node = nodes[i] as Node;
    const value = termOf(node, 'pattern')?.value;
    if ((value === 'homogeneous' || value === 'heterogeneous') && ![i - 1, i + 1, i + 2].some((j) => is(nodes[j], 'enhancement'))) {
      patterns.push(value);
      mark(m, 'morphology', node.span);
    }
  }
  return patterns;
}

function fillLevels(m: Mention, node: Node, nodes: readonly Node[]): void {
  if (node.phrase.type !== 'levels') return;
  const read = levelsOf(
    node,
    nodes,
    m.kind === 'mass' && m.sites.length === 1 && m.sites[0] === 'neural-foramen' ? 'foraminal-mass' : m.kind,
  );
  m.levels = [...new Set([...m.levels, ...read.levels, ...speltRange(node, nodes)])];
  m.discs = [...new Set([...m.discs, ...read.discs])];
  if (read.levels.length > 0) mark(m, 'levels', node.span);
  if (read.discs.length > 0) mark(m, 'discs', node.span);
}

/** Levels as this kind takes them: foramina and discs lie between vertebrae, so a pair of neighbours is the disc. */
export function levelsOf(
  node: Node,
  nodes: readonly Node[],
  kind: string,
): { levels: readonly string[]; discs: readonly string[]; trouble: readonly LevelTrouble[] } {
  if (node.phrase.type !== 'levels') return { levels: [], discs: [], trouble: [] };
  const between =
    [node.i - 1, node.i + 1, node.i + 2].some((i) => is(nodes[i], 'word', 'disc') || termOf(nodes[i], 'site')?.id === 'disc') ||
    isForamen(nodes, node.i + 1);
  const range = [1, 2, 3, 4].some((d) => nodes[node.i - d]?.text === 'between');
  const read = readLevels(node.phrase.parts, between, range);
  const ofDiscs =
    DISC_KINDS.test(kind) || (SEGMENT_KINDS.test(kind) && read.pairs.every((p) => !p.startsWith('T')) && read.pairs.length > 0);
  if (!ofDiscs || read.pairs.length === 0) return read;
  const inPairs = new Set(read.pairs.flatMap(discLevels));
  return { levels: read.levels.filter((l) => !inPairs.has(l)), discs: [...read.discs, ...read.pairs], trouble: read.trouble };
}

/** `the left T8-9 neural foramen` lies at a disc. */
const isForamen = (nodes: readonly Node[], i: number): boolean =>
  [i, i + 1, i + 2].some((j) => termOf(nodes[j], 'site')?.id === 'neural-foramen') &&
  nodes.slice(i, i + 3).every((n) => !is(n, 'head') && !is(n, 'verb') && !is(n, 'preposition'));

const DISC_KINDS = /^(foraminal-|disc-|osteophyte|spondylosis|ligamentum-|nerve-root-|lateral-recess|facet|annular|spondylolisthesis)/;
const SEGMENT_KINDS = /^(canal-narrowing|thecal-sac-compression|cauda-equina-compression)$/;

function fillSeverity(m: Mention, grades: readonly Severity[], node: Node, nodes: readonly Node[]): void {
  if (is(nodes[node.i + 1], 'enhancement') || is(nodes[node.i - 1], 'enhancement') || nodes[node.i + 1]?.type === 'intensities') return;
  if (is(nodes[node.i + 1], 'pattern') && [2, 3].some((d) => is(nodes[node.i + d], 'enhancement'))) return;
  // `mildly FDG avid`: a grade of the adjective.
  if (/ly$/.test(node.text) && is(nodes[node.i + 1], 'morphology')) return;
  // `enlarged with mildly coarse echotexture`: of an adjective that is not known.
  if (
    /ly$/.test(node.text) &&
    node.i > m.to &&
    (nodes[node.i + 1]?.type === 'word' || is(nodes[node.i + 1], 'observation')) &&
    is(nodes[node.i - 1], 'preposition', 'with')
  )
    return;
  // `grossly stable`, `more pronounced`: no grade.
  const changed = termOf(nodes[node.i + 1], 'change')?.value;
  if (
    (changed !== undefined && !REMAINING.has(changed)) ||
    is(nodes[node.i + 1], 'normal') ||
    /^(more|most|less|least)$/.test(nodes[node.i - 1]?.text ?? '')
  )
    return;
  m.severity ??= [...new Set(grades)];
  mark(m, 'severity', node.span);
}

/** `mild residual flattening`: the grade is of the flattening. */
const REMAINING: ReadonlySet<string> = new Set(['residual', 'recurrent', 'new']);

const DIMENSION =
  /^(in )?(the )?(length|width|thickness|height|depth|ap|transverse|craniocaudal|anteroposterior|long|wide|thick|high|deep)\b/;

function fillSize(m: Mention, values: readonly number[], unit: string | null, node: Node, nodes: readonly Node[]): void {
  const next = nodes[node.i + 2]?.phrase;
  // `2.4 and 1.8 cm`
  const shared = unit === null && values.length === 1 && isAnd(nodes[node.i + 1]) && next?.type === 'size' ? next.unit : unit;
  const mm = millimetres(values.slice(0, 3), shared);
  if (mm === null) return;
  // `decreased from 11 mm to 4 mm`: the second is the size now.
  if (/\bfrom$/.test(nodes[node.i - 1]?.text ?? '') && nodes[node.i + 1]?.text === 'to' && nodes[node.i + 2]?.type === 'size') return;
  // `4.1 cm in length and 1.2 cm in thickness`
  const dimension = (i: number): boolean => DIMENSION.test([1, 2, 3].map((d) => nodes[i + d]?.text ?? '').join(' '));
  if (
    m.sizeMm !== null &&
    m.sizeMm.length < 3 &&
    dimension(node.i) &&
    nodes.slice(0, node.i).some((n) => n.type === 'size' && dimension(n.i))
  )
    m.sizeMm = [...m.sizeMm, ...mm];
  if (m.sizeMm !== null || [1, 2].some((d) => is(nodes[node.i - d], 'word', 'prior-size') || is(nodes[node.i - d], 'history'))) return;
  m.sizeMm = mm;
  mark(m, 'size', node.span);
}

/** `a smaller mass on the right`, `right larger`, `smaller than the paraspinal mass`: compared with another mass, not with what it was. */
const isOfTwo = (m: Mention, nodes: readonly Node[], i: number): boolean =>
  /^(smaller|larger|bigger)$/.test(nodes[i]?.text ?? '') &&
  ((i < m.at &&
    /^(a|an|the|another|second|further|other|left|right)$/.test(nodes[isComma(nodes[i - 1]) ? i - 2 : i - 1]?.text ?? '') &&
    !nodes.slice(i).some((n) => /^than/.test(n.text))) ||
    (/^(left|right|lt|rt)$/.test(nodes[i - 1]?.text ?? '') && !/^than (?:before|previous|on)/.test(words(nodes, i + 1))) ||
    (/^than (?:the|that|those|its|his|her) /.test(words(nodes, i + 1)) && isThing(nodes, i + 3)));

const words = (nodes: readonly Node[], from: number): string =>
  nodes
    .slice(from, from + 4)
    .map((n) => n.text)
    .join(' ');

/** Whether a thing or its place comes next, and not a time. */
const isThing = (nodes: readonly Node[], from: number): boolean =>
  nodes.slice(from, from + 4).some((n) => is(n, 'head') || is(n, 'site')) &&
  !nodes.slice(from, from + 4).some((n) => is(n, 'history') || is(n, 'word', 'prior-size'));

/** `Epidural EMH: decreased.`, `masses are reduced`: of a mass, with no signal spoken of, the words tell how it has changed. */
function fillChange(m: Mention, node: Node, nodes: readonly Node[]): void {
  const change = CHANGES[node.text];
  const before = nodes[node.i - 1];
  if (change === undefined || !(m.kind === 'mass' || m.kind === 'emh') || node.i <= m.to) return;
  if (!(is(before, 'verb', 'be') || before?.type === 'mark') || /\bsignal/.test(nodes[node.i + 1]?.text ?? '')) return;
  if (nodes.some((n) => n.type === 'sequences') || is(nodes[node.i + 1], 'preposition')) return;
  m.change ??= change;
  mark(m, 'change', node.span);
}

const CHANGES: Readonly<Record<string, string>> = {
  increased: 'increased',
  decreased: 'decreased',
  reduced: 'decreased',
  diminished: 'decreased',
};
