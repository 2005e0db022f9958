import type { Span } from '../text/span.ts';
import type { Side } from './finding.ts';
import type { Mention } from './mention.ts';
import { millimetres } from './millimetres.ts';
import { is, isDeterminer, isMark, type Node, termOf } from './node.ts';
import { readLevels } from './read-levels.ts';

/** `left at T5-T7 and right at T9-T11`: one finding for each side that has levels of its own, so that the two cannot be exchanged unseen. */
export function splitLevelledSides(m: Mention, nodes: readonly Node[]): Mention[] {
  if (m.role === 'normal' || m.side !== 'bilateral') return [m];
  const from = nodes.findLastIndex((n) => n.i < m.from && names(n)) + 1;
  const behind = nodes.findIndex((n) => n.i > m.to && names(n));
  const own = nodes.slice(from, behind < 0 ? undefined : behind);
  const ahead = own.flatMap((node) => levelsOf(node, nodes));
  const sides = ahead.length === 2 ? ahead : own.flatMap((node) => sideOf(node, nodes));
  const levels = own.filter((n) => n.type === 'levels');
  const [one, two] = sides;
  if (one === undefined || two === undefined || sides.length !== 2 || levels.length !== 2 || one.side === two.side) return [m];
  const read = sides.map(({ at }) => (at.phrase.type === 'levels' ? readLevels(at.phrase.parts, m.discs.length > 0) : null));
  const all = read.flatMap((r) => [...(r?.levels ?? []), ...(r?.discs ?? [])]);
  // Levels that went to another finding, or were read in another way, are no reason to split.
  const stated = new Set([...m.levels, ...m.discs]);
  if (stated.size === 0 || new Set(all).size !== stated.size || all.some((level) => !stated.has(level))) return [m];
  const behindAll = sides.map(({ at, node }) => sizeBehind(node.i > at.i ? node : at, nodes));
  const sizes = behindAll.some((size) => size !== null) ? behindAll : sides.map(({ node }) => sizeBefore(node, nodes));
  return sides.map(({ side, node, at }, k) => {
    const place = read[k]?.discs.length === 0 ? 'levels' : 'discs';
    const { levels: _levels, discs: _discs, ...where } = m.where;
    const own = sizes.every((size) => size !== null) ? sizes[k] : null;
    return {
      ...m,
      ...(own ? { sizeMm: [...own.mm] } : {}),
      side,
      dominantSide: null,
      levels: [...(read[k]?.levels ?? [])],
      discs: [...(read[k]?.discs ?? [])],
      sites: [...m.sites],
      causes: [...m.causes],
      where: { ...where, ...(own ? { size: own.span } : {}), side: node.span, [place]: at.span },
    };
  });
}

interface LevelledSide {
  readonly side: Side;
  readonly node: Node;
  readonly at: Node;
}

/** A side with the levels right behind it: `left T5-T7`, `on the left at T5-T7`, `left (T5-T7)`. */
function levelsOf(node: Node, nodes: readonly Node[]): LevelledSide[] {
  const side = termOf(node, 'side')?.value;
  if (side !== 'left' && side !== 'right') return [];
  let i = node.i + 1;
  while (is(nodes[i], 'preposition') || isDeterminer(nodes[i]) || isMark(nodes[i], '(')) i++;
  const at = nodes[i];
  return at?.type === 'levels' ? [{ side, node, at }] : [];
}

/** Levels with their side right behind them: `T5-T7 on the left`, `T10 (right, 12 mm)`, `T9 left`. */
function sideOf(at: Node, nodes: readonly Node[]): LevelledSide[] {
  if (at.type !== 'levels') return [];
  let i = at.i + 1;
  while (is(nodes[i], 'preposition') || isDeterminer(nodes[i]) || isMark(nodes[i], '(')) i++;
  const node = nodes[i];
  const side = termOf(node, 'side')?.value;
  return node !== undefined && (side === 'left' || side === 'right') ? [{ side, node, at }] : [];
}

/** `right D6 (2 cm)`: the size right behind the levels. */
function sizeBehind(at: Node, nodes: readonly Node[]): { readonly mm: readonly number[]; readonly span: Span } | null {
  let i = at.i + 1;
  while (isMark(nodes[i], '(') || isMark(nodes[i], ',') || is(nodes[i], 'verb', 'measure') || is(nodes[i], 'preposition')) i++;
  const size = nodes[i];
  const mm = size?.phrase.type === 'size' ? millimetres(size.phrase.values, size.phrase.unit) : null;
  return size === undefined || mm === null ? null : { mm, span: size.span };
}

/** `1.9 cm (earlier 3.9 cm) on the right`: the size right before the side, past what is in brackets. */
function sizeBefore(side: Node, nodes: readonly Node[]): { readonly mm: readonly number[]; readonly span: Span } | null {
  let i = side.i - 1;
  while (is(nodes[i], 'preposition') || isDeterminer(nodes[i]) || isMark(nodes[i], ')'))
    i = isMark(nodes[i], ')') ? nodes.findLastIndex((n) => n.i < i && isMark(n, '(')) - 1 : i - 1;
  const size = nodes[i];
  const mm = size?.phrase.type === 'size' ? millimetres(size.phrase.values, size.phrase.unit) : null;
  return size === undefined || mm === null ? null : { mm, span: size.span };
}

const names = (n: Node): boolean => is(n, 'head') || is(n, 'observation') || is(n, 'normal');
