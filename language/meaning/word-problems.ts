import type { Lexicon } from '../lexicon/lexicon.ts';
import { shift } from '../text/span.ts';
import type { Said } from './draft.ts';
import { type Node, termOf } from './node.ts';
import type { WordProblem } from './report.ts';

/** Words of the statements that cannot be taken as they stand: levels, bare `T1`, near misses of known words. */
export function wordProblems(text: string, said: readonly Said[], lexicon: Lexicon): WordProblem[] {
  return said.flatMap(({ by, meaning }) => {
    const at = (kind: WordProblem['kind'], start: number, end: number, suggestions: readonly string[]): WordProblem => {
      const range = shift({ start, end }, by);
      return { kind, range, words: text.slice(range.start, range.end), suggestions };
    };
    const levels = meaning.trouble
      .filter(({ range }) => !isRoot(meaning.nodes, meaning.tree.folded.slice(range.start, range.end)))
      .map(({ kind, range, suggestion }) => at(kind, range.start, range.end, suggestion === '' ? [] : [suggestion]));
    const bare = meaning.tree.ambiguous.map(({ start, end }) => {
      const words = text.slice(start + by, end + by);
      return at('ambiguous', start, end, [`${words} vertebra`, `${words}-weighted`]);
    });
    const misspelt = meaning.nodes.flatMap((node) => {
      const written = text.slice(node.span.start + by, node.span.end + by);
      const near = isChecked(node, written) ? lexicon.near(node.text) : [];
      return near.length === 0
        ? []
        : [
            at(
              'misspelt',
              node.span.start,
              node.span.end,
              near.slice(0, 3).map((word) => inCaseOf(word, written)),
            ),
          ];
    });
    return [...levels, ...bare, ...misspelt];
  });
}

/** The eighth cervical root is no vertebra, but there is one. */
const isRoot = (nodes: readonly Node[], words: string): boolean =>
  words === 'c8' && nodes.some((n) => termOf(n, 'site')?.id === 'nerve-root' || /radicul|dermatom/.test(n.text));

/** Unknown words of some length in lower case, or that begin the statement: a capital inside a sentence is a name. */
const isChecked = (node: Node, written: string): boolean =>
  node.type === 'word' &&
  node.text.length >= SHORTEST &&
  (written === node.text || (node.i === 0 && written.slice(1) === node.text.slice(1)));

/** Shorter words are too near to too many others. */
const SHORTEST = 7;

const inCaseOf = (word: string, written: string): string => (/^[A-Z]/.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word);
