import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import type { Said } from './draft.ts';
import { type Node, termOf } from './node.ts';
import type { WordProblem } from './report.ts';
import type { StatementMeaning } from './statement.ts';

/** Words of the statements that cannot be taken as they stand: levels, bare `T1`, near misses of known words. */
export function wordProblems(said: readonly Said[], lexicon: Lexicon): WordProblem[] {
  const problems: WordProblem[] = [];
  for (const { by, meaning } of said)
    for (const problem of problemsIn(meaning, lexicon)) problems.push({ ...problem, range: shift(problem.range, by) });
  return problems;
}

/** Those of one statement, whose ranges count from its start. */
const problemsIn = (meaning: StatementMeaning, lexicon: Lexicon): readonly WordProblem[] =>
  (meaning.made.problems ??= findProblems(meaning, lexicon));

function findProblems({ text, ambiguous, nodes, trouble }: StatementMeaning, lexicon: Lexicon): readonly WordProblem[] {
  const at = (kind: WordProblem['kind'], range: Span, suggestions: readonly string[]): WordProblem => ({
    kind,
    range,
    words: text.slice(range.start, range.end),
    suggestions,
  });
  const levels = trouble
    .filter(({ range }) => !isRoot(nodes, fold(text.slice(range.start, range.end))))
    .map(({ kind, range, suggestion }) => at(kind, range, suggestion === '' ? [] : [suggestion]));
  const bare = ambiguous.map(({ start, end }) => {
    const words = text.slice(start, end);
    return at('ambiguous', { start, end }, [`${words} vertebra`, `${words}-weighted`]);
  });
  const misspelt = nodes.flatMap((node) => {
    const written = text.slice(node.span.start, node.span.end);
    const near = isChecked(node, written) ? lexicon.near(node.text).slice(0, 3) : [];
    return near.length === 0
      ? []
      : [
          at(
            'misspelt',
            node.span,
            near.map((word) => inCaseOf(word, written)),
          ),
        ];
  });
  const problems = [...levels, ...bare, ...misspelt];
  return problems.length === 0 ? NONE : problems;
}

const NONE: readonly WordProblem[] = [];

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
