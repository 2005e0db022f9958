import { levelRange } from './levels.ts';
import { is, type Node } from './node.ts';
import { readLevels } from './read-levels.ts';

const PART = '(?:the|levels?|of|vertebrae?|vertebral|body|bodies|end ?plates?|upper|lower|superior|inferior|mid)';
const BETWEEN = new RegExp(`^(?:${PART} )*(?:(?:up|down) to|to|through)(?: ${PART})*$`);
const BEFORE = new RegExp(`\\bfrom(?: ${PART})*$`);
/** `starting at D4 and ending at D9` */
const ENDING = new RegExp(`^(?:and )?(?:ending|ends|tapering|tapers|terminating|terminates)(?: (?:at|in|${PART}))*$`);
const STARTING = new RegExp(`\\b(?:starting|starts|beginning|begins)(?: (?:at|in|from|${PART}))*$`);

/** `from the level of D4 to the level of D9`: the levels of a range whose ends have words around them; empty where `node` ends none. */
export function speltRange(node: Node, nodes: readonly Node[]): readonly string[] {
  const near = nodes.slice(Math.max(0, node.i - REACH), node.i).filter((n) => n.type === 'levels');
  // `starts at T2, is maximal at T4 and tapers at T7`
  const first = near.findLast((n) => !is(nodes[n.i - 1], 'word', 'worst'));
  const [from, to] = [first, node].map((n) => loneLevel(n));
  if (first === undefined || from === undefined || to === undefined) return [];
  const words = (start: number, end: number): string =>
    nodes
      .slice(Math.max(0, start), end)
      .map((n) => n.text)
      .join(' ');
  const [before, between] = [words(first.i - REACH, first.i), words((near.at(-1) ?? first).i + 1, node.i)];
  const isRange = (BETWEEN.test(between) && BEFORE.test(before)) || (ENDING.test(between) && STARTING.test(before));
  return isRange ? levelRange(from, to) : [];
}

const REACH = 8;

function loneLevel(node: Node | undefined): string | undefined {
  if (node?.phrase.type !== 'levels') return undefined;
  const { levels, discs } = readLevels(node.phrase.parts, false);
  return levels.length === 1 && discs.length === 0 ? levels[0] : undefined;
}
