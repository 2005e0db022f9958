import { levelRange } from './levels.ts';
import type { Node } from './node.ts';
import { readLevels } from './read-levels.ts';

const PART = '(?:the|levels?|of|vertebrae?|vertebral|body|bodies|end ?plates?|upper|lower|superior|inferior|mid)';
const BETWEEN = new RegExp(`^(?:${PART} )*(?:(?:up|down) to|to|through)(?: ${PART})*$`);
const BEFORE = new RegExp(`\\bfrom(?: ${PART})*$`);

/** `from the level of D4 to the level of D9`: the levels of a range whose ends have words around them; empty where `node` ends none. */
export function speltRange(node: Node, nodes: readonly Node[]): readonly string[] {
  const first = nodes.slice(Math.max(0, node.i - REACH), node.i).findLast((n) => n.type === 'levels');
  const [from, to] = [first, node].map((n) => loneLevel(n));
  if (first === undefined || from === undefined || to === undefined) return [];
  const words = (start: number, end: number): string =>
    nodes
      .slice(Math.max(0, start), end)
      .map((n) => n.text)
      .join(' ');
  const isRange = BETWEEN.test(words(first.i + 1, node.i)) && BEFORE.test(words(first.i - REACH, first.i));
  return isRange ? levelRange(from, to) : [];
}

const REACH = 8;

function loneLevel(node: Node | undefined): string | undefined {
  if (node?.phrase.type !== 'levels') return undefined;
  const { levels, discs } = readLevels(node.phrase.parts, false);
  return levels.length === 1 && discs.length === 0 ? levels[0] : undefined;
}
