import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Term } from '../../lexicon/term.ts';
import { fold } from '../../text/fold.ts';
import { cover, type Span } from '../../text/span.ts';

/** Words of a text that the lexicon knows. */
export interface Mention {
  readonly term: Term;
  readonly range: Span;
}

export const keyOfTerm = ({ category, id }: Pick<Term, 'category' | 'id'>): string => `${category}:${id}`;

/** What may stand between an observation and its structure where both are named in one breath. */
const BETWEEN = /^[\s-]+(?:of\s+(?:the\s+)?)?$/;

/** Words that link the two, and are known themselves. */
const LINK = /^(?:of|the|of\s+the)$/;

/**
 * All known words of any text, the longest that stand at each place, with each term that they may be; an observation beside its
 * structure (`cord compression`, `compression of the cord`) is also the finding that the two make. Linear.
 */
export function* mentionsIn(text: string, lexicon: Lexicon): Generator<Mention> {
  const folded = fold(text);
  const words = /[\p{L}\p{N}]+/gu;
  let before: { readonly terms: readonly Term[]; readonly range: Span } | null = null;
  for (let word = words.exec(folded); word !== null; word = words.exec(folded)) {
    const match = lexicon.match(folded, word.index);
    if (match === null) continue;
    const range = { start: word.index, end: match.end };
    const terms = match.senses.map(({ term }) => term);
    for (const term of terms) yield { term, range };
    if (before !== null && BETWEEN.test(folded.slice(before.range.end, range.start)))
      for (const term of composed(before.terms, terms, lexicon)) yield { term, range: cover(before.range, range) };
    if (!LINK.test(folded.slice(range.start, range.end))) before = { terms, range };
    words.lastIndex = Math.max(match.end, words.lastIndex);
  }
}

function composed(one: readonly Term[], other: readonly Term[], lexicon: Lexicon): Set<Term> {
  const found = new Set<Term>();
  for (const [observations, structures] of [
    [one, other],
    [other, one],
  ] as const)
    for (const { id: observation, category } of observations) {
      if (category !== 'observation') continue;
      for (const structure of structures.flatMap(({ sites }) => sites)) {
        const kind = lexicon.composition(observation, structure)?.kind;
        const head = kind === undefined ? undefined : lexicon.term(kind, 'head');
        if (head !== undefined) found.add(head);
      }
    }
  return found;
}
