import type { Lexicon } from '../lexicon/lexicon.ts';
import { createLexer } from '../syntax/tokens.ts';
import { type Complete, createCompletion } from './completion.ts';
import { createHover, type HoverAt } from './hover.ts';
import type { RuleName } from './reading.ts';

/** What an editor asks at a place of a text. */
export interface Assist {
  readonly complete: Complete;
  readonly hover: HoverAt;
}

/** Makes the queries of a lexicon's language; made once, they answer for any text that was read with it. */
export function createAssist(lexicon: Lexicon, rules: readonly RuleName[] = []): Assist {
  const lex = createLexer(lexicon);
  return { complete: createCompletion(lexicon, lex, rules), hover: createHover(lexicon, lex) };
}
