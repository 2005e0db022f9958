import { type Mention, newMention } from './mention.ts';
import { millimetres } from './millimetres.ts';
import { is, isListMark, isWord, type Node, termOf } from './node.ts';

/** Lymph nodes of a stated size of a centimetre and more, or matted and necrotic ones, are enlarged without the word. */
export function nodeMentions(nodes: readonly Node[], mentions: readonly Mention[], used: ReadonlySet<number>): Mention[] {
  return nodes.flatMap((node) => {
    const site = termOf(node, 'site')?.sites[0] ?? '';
    if (!/(nodes?|\blns?)$/.test(node.text) || !(site === 'lymph-node' || site.startsWith('node-')) || used.has(node.i)) return [];
    if (mentions.some((m) => m.from <= node.i && node.i <= m.to) || is(nodes[node.i + 1], 'head') || is(nodes[node.i + 1], 'observation'))
      return [];
    const near = nodes.slice(Math.max(0, node.i - 5), node.i + 9);
    const large = near.some(
      (n) => n.phrase.type === 'size' && Math.max(...(millimetres(n.phrase.values, n.phrase.unit) ?? [0])) >= ENLARGED,
    );
    if (
      !(large || isDiseased(nodes, node.i) || isDeniedNode(nodes, node.i)) ||
      near.some((n) => /^(small|subcentimetre|subcentimeter|less than|below|under|up to|not)$/.test(n.text))
    )
      return [];
    return [newMention('lymphadenopathy', 'head', node.i, node.i, node.i, site === 'lymph-node' ? [] : [site])];
  });
}

/** Millimetres from which a node is enlarged. */
const ENLARGED = 10;

/** `No mediastinal LN.`: healthy nodes are always there, so that enlarged ones are meant. */
function isDeniedNode(nodes: readonly Node[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && (is(nodes[j], 'site') || is(nodes[j], 'side') || isListMark(nodes[j]))) j--;
  return is(nodes[j], 'negation', 'no') && nodes[j]?.text === 'no';
}

/** `necrotic retrocaval nodes`, `matted mesenteric and portal nodes`: of healthy nodes nobody says so. */
function isDiseased(nodes: readonly Node[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && (is(nodes[j], 'site') || is(nodes[j], 'side') || is(nodes[j], 'count') || isListMark(nodes[j]) || isWord(nodes[j]))) j--;
  return ['necrotic', 'confluent', 'conglomerate', 'bulky'].includes(termOf(nodes[j], 'morphology')?.id ?? '');
}
