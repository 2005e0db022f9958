import { EOF } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { Clause } from './clause.ts';
import { hintFor } from './clause-hints.ts';
import { clauseParser } from './clause-parser.ts';
import { clauseLexer } from './clause-tokens.ts';

export interface ClauseError {
  readonly message: string;
  /** Place in the clause's text. */
  readonly range: Span;
}

/** Reads one clause. Total: whatever is no clause gives an error with its place. */
export function parseClause(text: string): { readonly clause: Clause } | { readonly error: ClauseError } {
  const { tokens, errors } = clauseLexer().tokenize(text);
  const lexical = errors[0];
  const fail = (message: string, start: number, end: number) => ({ error: { message, range: { start, end } } });
  if (lexical) {
    const { offset } = lexical;
    return fail(`"${text.slice(offset, offset + 1)}" has no meaning in a rule.`, offset, offset + 1);
  }
  if (tokens.length === 0) return fail('Nothing is written here.', 0, text.length);
  const parser = clauseParser();
  parser.input = tokens;
  const clause = parser.clause();
  const wrong = parser.errors[0];
  if (!wrong) return { clause };
  const at = wrong.token;
  const last = tokens.at(-1);
  if (at.tokenType === EOF || Number.isNaN(at.startOffset))
    return fail(`The line ends too early after "${last?.image ?? ''}".`, last?.startOffset ?? 0, text.length);
  const hint = hintFor(text, at.startOffset);
  return fail(`"${at.image}" is not understood here.${hint}`, at.startOffset, at.startOffset + at.image.length);
}
