import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import { StatementParser } from './grammar.ts';
import { decideSequenceOrVertebra } from './sequence-or-vertebra.ts';
import { createLexer, Level, type Lexeme, NumberToken, retag, Times, Unit } from './tokens.ts';
import type { Phrase, StatementTree } from './tree.ts';

/** Parses a statement to its phrases; any text parses. Make one per lexicon: lexer and parser are built once. */
export type ParseStatement = (text: string) => StatementTree;

/** One for the process: it is built once and holds nothing between statements. */
let parser: StatementParser | null = null;

export function createStatementParser(lexicon: Lexicon): ParseStatement {
  const lex = createLexer(lexicon);
  return (text) => {
    const folded = fold(text);
    const tokens = lex(folded);
    joinDimensions(tokens);
    dropRangeWords(tokens);
    const ambiguous = decideSequenceOrVertebra(tokens, lexicon);
    parser ??= new StatementParser();
    parser.input = tokens;
    const phrases: readonly Phrase[] = parser.statement() ?? [];
    return { folded, phrases, ambiguous };
  };
}

/** `T6 down to T11`, `T6 through to T11`: the range word is `to`. */
function dropRangeWords(tokens: Lexeme[]): void {
  for (let i = tokens.length - 3; i > 0; i--) {
    if (
      /^(down|up|through|all the way|and down)$/.test(tokens[i]?.image ?? '') &&
      tokens[i + 1]?.image === 'to' &&
      tokens[i - 1]?.tokenType === Level &&
      tokens[i + 2]?.tokenType === Level
    )
      tokens.splice(i, 1);
  }
}

/** `26 mm by 31 mm`: `by` between numbers is the sign of multiplication. */
function joinDimensions(tokens: Lexeme[]): void {
  tokens.forEach((t, i) => {
    const before = tokens[i - 1]?.tokenType;
    if (t.image === 'by' && (before === NumberToken || before === Unit) && tokens[i + 1]?.tokenType === NumberToken) retag(t, Times);
  });
}
