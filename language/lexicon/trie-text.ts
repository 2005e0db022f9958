import type { Form, Sense } from './lexicon.ts';
import type { Term } from './term.ts';
import { type Node, newNode, type OpenNode } from './trie.ts';

/** A node as JSON: its senses as pairs of a term's number and a form's, then each word followed by its node. */
type NodeData = readonly (readonly number[] | string | NodeData)[];

const FORMS: readonly Form[] = [null, 'noun', 'verb', 'adjective'];

/** A line for each first word: the word, a tab, and all that begins with it as JSON. */
export function trieText(root: OpenNode, numberOf: (term: Term) => number): string {
  const dataOf = ({ next, senses }: OpenNode): NodeData => [
    (senses ?? []).flatMap(({ term, form }) => [numberOf(term), FORMS.indexOf(form)]),
    ...[...next].flatMap(([word, node]) => [word, dataOf(node)]),
  ];
  return [...root.next].map(([word, node]) => `${word}\t${JSON.stringify(dataOf(node))}`).join('\n');
}

/** The trie of a text; of each first word no more is read than is asked for. Not to be added to. */
export function readTrie(text: string, termOf: (number: number) => Term): Node {
  const nodeOf = (data: NodeData): OpenNode => {
    const node = newNode();
    const senses = data[0] as readonly number[];
    if (senses.length > 0) node.senses = sensesOf(senses, termOf);
    for (let i = 1; i < data.length; i += 2) node.next.set(data[i] as string, nodeOf(data[i + 1] as NodeData));
    return node;
  };
  const lines = new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf('\t')), line]));
  const read = new Map<string, Node>();
  const first = (word: string): Node | undefined => {
    let node = read.get(word);
    const line = lines.get(word);
    if (node === undefined && line !== undefined) read.set(word, (node = nodeOf(JSON.parse(line.slice(word.length + 1)) as NodeData)));
    return node;
  };
  return { next: { get: first, size: 1 }, senses: null };
}

function sensesOf(pairs: readonly number[], termOf: (number: number) => Term): Sense[] {
  const senses: Sense[] = [];
  for (let i = 0; i < pairs.length; i += 2) senses.push({ term: termOf(pairs[i] ?? 0), form: FORMS[pairs[i + 1] ?? 0] ?? null });
  return senses;
}
