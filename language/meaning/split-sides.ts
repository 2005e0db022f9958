import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Side } from './finding.ts';
import type { Mention } from './mention.ts';
import { is, isAnd, isComma, type Node, termOf } from './node.ts';

/** `in the left iliac bone and several ribs on the right`: one finding for each side that has sites of its own. */
export function splitSides(m: Mention, nodes: readonly Node[], lexicon: Lexicon): Mention[] {
  if (m.role === 'normal' || m.sites.length < 2 || m.where.side === undefined) return [m];
  const before = placesIn(placesBefore(m, nodes), m, lexicon);
  const isBefore = before.length > 1 && before.every((g) => g.side !== null && g.sites.length > 0);
  const groups = isBefore ? before : placesIn(nodes.slice(m.at + 1), m, lexicon).filter((g) => g.sites.length > 0);
  const sides = new Set(groups.map((g) => g.side));
  if (groups.length < 2 || sides.size < 2 || groups.every((g) => g.side === null)) return [m];
  const known = new Set(groups.flatMap((g) => g.sites));
  if (m.sites.some((s) => !known.has(s))) return [m];
  const bySide = new Map<Side | null, string[]>();
  for (const g of groups) bySide.set(g.side, [...(bySide.get(g.side) ?? []), ...g.sites.filter((s) => m.sites.includes(s))]);
  return [...bySide].map(([side, sites]) => ({
    ...m,
    side,
    dominantSide: null,
    sites: [...new Set(sites)],
    where: { ...m.where },
    causes: [...m.causes],
  }));
}

interface Place {
  side: Side | null;
  sites: string[];
}

/** `left orbital and right dural masses`: the places that stand before a mention. */
function placesBefore(m: Mention, nodes: readonly Node[]): readonly Node[] {
  let from = m.at;
  while (from > 0 && (is(nodes[from - 1], 'site') || is(nodes[from - 1], 'side') || isAnd(nodes[from - 1]) || isComma(nodes[from - 1])))
    from--;
  return nodes.slice(from, m.at);
}

/** Members of a list of places, each with its side. */
function placesIn(list: readonly Node[], m: Mention, lexicon: Lexicon): Place[] {
  const places: Place[] = [{ side: null, sites: [] }];
  for (const node of list) {
    const last = places.at(-1) as Place;
    if (is(node, 'head') || is(node, 'cause') || is(node, 'exception')) break;
    if (isAnd(node) || isComma(node)) {
      if (last.sites.length > 0) places.push({ side: null, sites: [] });
      continue;
    }
    const side = termOf(node, 'side')?.value;
    if (side === 'left' || side === 'right' || side === 'bilateral') last.side ??= side;
    for (const site of termOf(node, 'site')?.sites ?? []) last.sites.push(lexicon.composition(m.kind, site)?.sites[0] ?? site);
  }
  return places;
}
