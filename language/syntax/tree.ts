import type { Sense } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

/** One vertebra (`d4`), or a pair with what joins it (`d3 to d8`, `d4-5`, `t5/t6`). Folded as written; the meaning reads it. */
export interface LevelPart {
  readonly from: string;
  readonly fromSpan: Span;
  readonly to: string | null;
  readonly toSpan: Span | null;
  readonly joiner: 'to' | '-' | '/' | null;
  /** The end of a range of pairs that the part before it begins: `C4-5 to C6-7`. */
  readonly reaches?: true;
}

/** What a statement is a sequence of. Spans count from the start of the statement. */
export type Phrase =
  | { readonly type: 'levels'; readonly span: Span; readonly parts: readonly LevelPart[] }
  | { readonly type: 'size'; readonly span: Span; readonly values: readonly number[]; readonly unit: string | null }
  | { readonly type: 'sequences'; readonly span: Span; readonly terms: readonly Term[] }
  | { readonly type: 'intensities'; readonly span: Span; readonly terms: readonly Term[] }
  | { readonly type: 'severities'; readonly span: Span; readonly terms: readonly Term[] }
  | { readonly type: 'term'; readonly span: Span; readonly text: string; readonly senses: readonly Sense[] }
  | { readonly type: 'word'; readonly span: Span; readonly text: string }
  | { readonly type: 'quote'; readonly span: Span }
  | { readonly type: 'mark'; readonly span: Span; readonly text: string };

export interface StatementTree {
  /** The statement in lower case and plain twins, offset for offset. */
  readonly folded: string;
  readonly phrases: readonly Phrase[];
  /** Bare `T1`/`T2` that nothing decides; read as the vertebra. */
  readonly ambiguous: readonly Span[];
}
