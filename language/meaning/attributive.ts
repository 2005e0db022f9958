import { formsOf, is, isAnd, isComma, isDeterminer, isMark, isModifier, isWord, type Node, verbOf } from './node.ts';

/** Whether an adjective stands before a structure, before a head, or behind its noun. */
export function isAttributive(nodes: readonly Node[], i: number): 'structure' | 'head' | 'predicate' {
  for (let j = i + 1; j < Math.min(nodes.length, i + 9); j++) {
    const node = nodes[j] as Node;
    if (is(node, 'head') && !is(node, 'site')) return 'head';
    // `expansile soft tissue in the sinus`: the words are what is found.
    if (is(node, 'head') && is(nodes[j + 1], 'preposition') && /tissue$/.test(node.text)) return 'head';
    if (is(node, 'site')) {
      for (let k = j + 1; k < Math.min(nodes.length, j + 5); k++) {
        const next = nodes[k] as Node;
        if (is(next, 'head') && !is(next, 'site')) return 'head';
        if (!(is(next, 'site') || isMark(next, '-') || is(next, 'side') || is(next, 'morphology'))) break;
      }
      return 'structure';
    }
    if (isAnd(node) || isComma(node)) {
      const next = nodes[j + 1];
      if (formsOf(next).includes('adjective') || is(next, 'morphology') || next?.type === 'sequences' || next?.type === 'intensities')
        continue;
      return 'predicate';
    }
    if (is(node, 'preposition', 'to') && isWord(nodes[j - 1]) && isWord(nodes[j + 1])) continue;
    if (
      verbOf(node) !== null ||
      is(node, 'preposition') ||
      is(node, 'reference') ||
      is(node, 'cause') ||
      (node.type === 'mark' && node.text !== '-')
    )
      return 'predicate';
    if (!isModifier(node) && !isDeterminer(node)) return 'predicate';
  }
  return 'predicate';
}
