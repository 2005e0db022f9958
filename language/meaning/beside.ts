import type { Finding, Side } from './finding.ts';
import { is, isMark, isWord, type Node, termOf } from './node.ts';
import { readLevels } from './read-levels.ts';

type Placed = Pick<Finding, 'levels' | 'discs' | 'where'>;
const NOWHERE: Placed = { levels: [], discs: [], where: {} };

/** Levels written right before a node (`D4-D8 laminectomy`), or behind it within `reach` nodes (`ESCC 2 at D5`). */
export function levelsBeside(nodes: readonly Node[], i: number, reach: number): Placed {
  const found = nodes[i - 1]?.type === 'levels' ? nodes[i - 1] : nodes.slice(i + 1, i + 1 + reach).find(endsReach);
  if (found?.phrase.type !== 'levels') return NOWHERE;
  const { levels, discs } = readLevels(found.phrase.parts, false);
  return { levels, discs, where: { levels: found.span } };
}

/** Levels, or another thing that levels behind it would belong to. */
const endsReach = (n: Node): boolean =>
  n.type === 'levels' ||
  ['head', 'observation', 'procedure', 'exception', 'negation'].some((c) => is(n, c as 'head')) ||
  (n.type === 'mark' && !isMark(n, '(') && !isMark(n, ':'));

/** The side right before a node, over adjectives: `the right enlarged spleen`. */
export function sideBefore(nodes: readonly Node[], i: number): { side: Side; node: Node } | null {
  for (let j = i - 1; j >= 0 && j > i - 4; j--) {
    const node = nodes[j] as Node;
    const value = termOf(node, 'side')?.value;
    if (value === 'left' || value === 'right' || value === 'bilateral') return { side: value, node };
    if (!isWord(node) && !is(node, 'morphology') && node.type !== 'severities') return null;
    if (/^(of|the|a|an)$/.test(node.text)) return null;
  }
  return null;
}

/** The side right behind a node: `ribs on the right`, `ribs bilaterally`. */
export function sideBehind(nodes: readonly Node[], i: number): { side: Side; node: Node } | null {
  for (const node of nodes.slice(i + 1, i + 4)) {
    const value = termOf(node, 'side')?.value;
    if (value === 'left' || value === 'right' || value === 'bilateral') return { side: value, node };
    if (!/^(on|at|of|the|both)$/.test(node.text)) return null;
  }
  return null;
}
