import { type Mention, mark } from './mention.ts';
import { is, isAnd, isDeterminer, isListMark, isWord, type Node } from './node.ts';
import { SPINAL } from './spinal.ts';

/** `narrowing and compression at D5`: what trails the last head belongs to those before it that have none of their own. */
export function distribute(
  nodes: readonly Node[],
  mentions: readonly Mention[],
  spans: readonly number[],
  owned: readonly (readonly number[])[],
): void {
  bothEnhance(nodes, mentions);
  for (let k = mentions.length - 2; k >= 0; k--) {
    const [m, next] = [mentions[k] as Mention, mentions[k + 1] as Mention];
    if (m.role === 'normal' || next.role === 'normal') continue;
    if (m.at === next.at) {
      share(m, next);
      continue;
    }
    if (isWith(nodes, m, next) && m.levels.length === 0 && m.discs.length === 0 && trails(nodes, next, 'levels')) copyLevels(m, next);
    // `compresses the cord and extends through the foramen`: where it extends is no place of what it compresses.
    if (!joined(nodes, m, next, spans[k + 1] ?? next.from) || (next.role === 'extension' && m.kind !== 'mass')) continue;
    // `no compression, residual oedema at D7`: what is left is told by itself.
    if (next.change === 'residual' && m.change === null && !nodes.slice(m.at, next.at).some(isAnd)) continue;
    if (next.change === 'resolved' && m.change === null) m.change = 'resolved';
    if (m.change === 'resolved' && next.change === null && (m.where.change?.start ?? 0) < (nodes[m.from]?.span.start ?? 0))
      next.change = 'resolved';
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

/** `cord compression with canal narrowing at D6`: of the canal and what lies in it, what comes with it is at the same level; a mass may be longer. */
const isWith = (nodes: readonly Node[], m: Mention, next: Mention): boolean =>
  SPINAL.test(m.kind) &&
  SPINAL.test(next.kind) &&
  nodes.slice(Math.max(m.to, m.at) + 1, next.from).some((n) => is(n, 'preposition', 'with')) &&
  nodes
    .slice(Math.max(m.to, m.at) + 1, next.from)
    .every((n) => is(n, 'preposition', 'with') || isDeterminer(n) || n.type === 'severities' || is(n, 'pattern') || isWord(n));

/** Two kinds of one word (hepatosplenomegaly) share all that is said. */
function share(m: Mention, next: Mention): void {
  for (const [a, b] of [
    [m, next],
    [next, m],
  ] as const) {
    a.severity ??= b.severity;
    a.change ??= b.change;
    // `the thecal sac and right foramen`: of two structures each has its own side.
    if (a.side === null && (a.role === 'head' || (b.where.side?.start ?? 0) > Math.max(a.where.head?.end ?? 0, b.where.head?.end ?? 0)))
      copySide(a, b);
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
  if (place === undefined || place.start < (nodes[m.at]?.span.start ?? 0)) return false;
  // `stenosis and compression of the left L5 root`: what stands before the structure is of that structure.
  const structure = m.role === 'observation' && m.to > m.at ? nodes[m.to] : undefined;
  return !(part !== 'sites' && /^nerve-root/.test(m.kind) && structure !== undefined && place.start < structure.span.start);
}

/** `a right and a left mass, both enhancing heterogeneously` */
function bothEnhance(nodes: readonly Node[], mentions: readonly Mention[]): void {
  const last = mentions.findLast((m) => m.kind === 'mass' && (m.enhancement !== null || Object.keys(m.signal).length > 0));
  if (last === undefined || !nodes.some((n) => n.i > last.to && /^(both|all|each)$/.test(n.text))) return;
  for (const m of mentions) {
    if (m.kind !== 'mass' || m === last) continue;
    m.enhancement ??= last.enhancement;
    m.signal = { ...last.signal, ...m.signal };
  }
}
