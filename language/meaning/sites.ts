import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Side } from './finding.ts';
import { type Mention, mark } from './mention.ts';
import { is, isAnd, isComma, isDeterminer, isListMark, type Node, termOf } from './node.ts';

/** Sites and side of a mention from the nodes that belong to it. */
export function readSites(m: Mention, nodes: readonly Node[], owned: readonly number[], lexicon: Lexicon): void {
  const stated: string[] = [];
  for (const i of owned) {
    const node = nodes[i] as Node;
    if (is(node, 'region') && /spine/.test(node.text) && relationBefore(nodes, i, m) === 'next-to')
      stated.push(...(lexicon.composition('next-to', 'spine')?.sites ?? []));
    if (!is(node, 'site') || (is(node, 'head') && (m.at === i || termOf(node, 'head')?.kinds.includes(m.kind)))) continue;
    // The observation's own structure is already the composition's site (`outer table`: skull).
    if (m.structure !== null && m.sites.length > 0 && i >= m.from && i <= m.to && termOf(node, 'site')?.sites.includes(m.structure))
      continue;
    const relation = relationBefore(nodes, i, m);
    if (m.kind === 'mass' && i > m.to && isLevelWord(nodes, i)) continue;
    if (relation === 'origin') continue;
    for (const site of termOf(node, 'site')?.sites ?? []) {
      // `encasing the renal pelvis`: of what it lies around without a word for that place, nothing is said.
      if (relation === 'next-to' && m.kind === 'mass' && isEncased(nodes, i) && lexicon.composition(relation, site) === undefined) continue;
      const placed = relation === null ? site : (lexicon.composition(relation, site)?.sites[0] ?? site);
      const row = lexicon.composition(m.kind, placed);
      if (row !== undefined && row.kind !== m.kind && m.role === 'head') {
        m.kind = row.kind;
        stated.push(...row.sites);
        continue;
      }
      const refined = row?.sites ?? [];
      stated.push(...(refined.length > 0 ? refined : [placed]));
      if (refined.length > 0 || !lexicon.implies(m.kind, placed)) mark(m, 'sites', node.span);
    }
  }
  const all = [...new Set([...m.sites, ...stated])].filter((s) => !lexicon.implies(m.kind, s));
  m.sites = mostSpecific(
    all.map((site) => (isPosterior(m, nodes) ? (lexicon.composition('posterior', site)?.sites[0] ?? site) : site)),
    lexicon,
  );
  readSide(m, nodes, owned);
}

/** `ribs 8 to 10 posteriorly`, `posterior ends of the fifth to ninth ribs`, `ribs expanded, chiefly at their posterior ends`. */
function isPosterior(m: Mention, nodes: readonly Node[]): boolean {
  const near = nodes.slice(Math.max(0, m.from - 7), m.to + 8);
  return near.some((n) => n.text === 'posteriorly' || (n.text === 'posterior' && ENDS.test(nodes[n.i + 1]?.text ?? '')));
}

const ENDS = /^(ends?|aspects?|parts?|portions?|segments?|halves|half|arcs?)$/;

const ENCASES = /^(surround|encas|envelop|wrap|sheath)/;

const isEncased = (nodes: readonly Node[], i: number): boolean => nodes.slice(Math.max(0, i - 4), i).some((n) => ENCASES.test(n.text));

/** `extradural` alone where both it and `spinal-canal` are named. */
export function mostSpecific(sites: readonly string[], lexicon: Lexicon): string[] {
  return sites.filter((site) => !sites.some((other) => other !== site && lexicon.isPart(other, site)));
}

/** `opposite D7 and D8 vertebrae`, `from D3 to D8 vertebrae`: no site, but part of the level. */
function isLevelWord(nodes: readonly Node[], i: number): boolean {
  if (nodes[i - 1]?.type !== 'levels' || termOf(nodes[i], 'site')?.id !== 'vertebra') return false;
  return !/^(in|within|of|involving|inside|the)$/.test(nodes[i - 2]?.text ?? '');
}

/** How a site is tied to its head: `origin` for where a thing comes from or what it touches, `next-to`, or plainly. */
function relationBefore(nodes: readonly Node[], i: number, m: Mention): 'origin' | 'next-to' | null {
  if (i < m.from) return null;
  for (let j = i - 1; j > m.to; j--) {
    const node = nodes[j] as Node;
    // `abutting these ribs, extrapleural in location`: behind the comma the thing's own place is named.
    if (isComma(node) && !nodes.slice(i + 1, i + 5).some(isAnd) && !nodes.slice(j, i).some(isAnd)) return null;
    if (is(node, 'cause', 'origin') && m.kind !== 'mass' && /^(involv|infiltrat)/.test(node.text)) return null;
    if (ENCASES.test(node.text)) return 'next-to';
    if (is(node, 'cause', 'origin') || is(node, 'reference') || (m.kind !== 'mass' && node.text === 'by')) return 'origin';
    if (is(node, 'preposition', 'next-to')) return 'next-to';
    if (/^(behind|in front of|anterior to|posterior to|medial to|underneath)$/.test(node.text)) return 'origin';
    if (is(node, 'observation') || is(node, 'verb', 'show')) return 'origin';
    // A breach into the canal is no breach of it.
    if (node.text === 'into' && m.kind !== 'mass' && m.kind !== 'emh') return 'origin';
    if (is(node, 'preposition') && !isList(nodes, j)) return null;
    if (is(node, 'head')) return null;
  }
  return null;
}

const isList = (nodes: readonly Node[], j: number): boolean =>
  isListMark(nodes[j]) || isDeterminer(nodes[j]) || is(nodes[j], 'site') || (is(nodes[j], 'preposition', 'in') && isListMark(nodes[j - 1]));

/** One side, or both; `left > right` and `predominantly on the left` are bilateral with a dominant side. */
export function readSide(m: Mention, nodes: readonly Node[], owned: readonly number[]): void {
  const sides = owned.filter(
    (i) =>
      ['left', 'right', 'bilateral'].includes(termOf(nodes[i], 'side')?.value ?? '') &&
      !isInsideSiteList(nodes, i, owned) &&
      !isBothOfOther(nodes, i) &&
      !isOfObject(nodes, i, m),
  );
  const values = sides.map((i) => termOf(nodes[i], 'side')?.value as Side);
  // Where a thing is pushed to is no side of it.
  if (values.length === 0 || DISPLACED.test(m.kind)) return;
  const dominant = owned.find((i) => is(nodes[i], 'side', 'dominant'));
  const compared = owned.find((i) => is(nodes[i], 'side', 'more-than'));
  const left = values.includes('left');
  const right = values.includes('right');
  m.side = values.includes('bilateral') || (left && right) ? 'bilateral' : left ? 'left' : 'right';
  const ahead = dominant === undefined ? undefined : values[sides.findIndex((i) => i > dominant)];
  if (ahead === 'left' || ahead === 'right') {
    m.side = 'bilateral';
    m.dominantSide = ahead;
  } else if (compared !== undefined && left && right) {
    m.dominantSide = values.find((v) => v !== 'bilateral') as 'left' | 'right';
  }
  // Where one side leads, its words are what can be wrong: `larger on the left`.
  const telling = dominant !== undefined && m.dominantSide !== null ? [dominant, ...sides.filter((i) => i > dominant).slice(0, 1)] : sides;
  for (const i of telling) mark(m, 'side', (nodes[i] as Node).span);
}

/** `on both T1 and T2`: both of something else than sides. */
export const isBothOfOther = (nodes: readonly Node[], i: number): boolean =>
  nodes[i]?.text === 'both' &&
  (termOf(nodes[i + 1], 'site')?.id === 'endplate' || !nodes.slice(i + 1, i + 5).some((n) => is(n, 'site') || is(n, 'side')));

/** `displacing the left kidney`: the side of what is touched or moved; where a thing arises is its own side. */
function isOfObject(nodes: readonly Node[], i: number, m: Mention): boolean {
  if (i <= m.to) return false;
  const site = nodes.slice(i + 1, i + 4).find((n) => is(n, 'site') || isListMark(n) || is(n, 'preposition'));
  if (!is(site, 'site')) return false;
  for (let j = i - 1; j > m.to; j--) {
    const node = nodes[j];
    if (is(node, 'observation') || (is(node, 'cause', 'origin') && !/^(aris|originat|emanat|involv|encas|surround)/.test(node?.text ?? '')))
      return true;
    if (!isDeterminer(node) && !is(node, 'side') && !is(node, 'region')) return false;
  }
  return false;
}

const DISPLACED = /-displacement$/;

/** `paraaortic, left external iliac and retrocrural nodes`: left of one station alone is no side of the finding. */
function isInsideSiteList(nodes: readonly Node[], i: number, owned: readonly number[]): boolean {
  if (!is(nodes[i + 1], 'site')) return false;
  return isListMark(nodes[i - 1]) && owned.some((j) => j < i && is(nodes[j], 'site')) && !owned.some((j) => j < i && is(nodes[j], 'side'));
}
