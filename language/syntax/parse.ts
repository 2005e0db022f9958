import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import { StatementParser } from './grammar.ts';
import { decideSequenceOrVertebra } from './sequence-or-vertebra.ts';
import { createLexer, Level, type Lexeme, NumberToken, retag, Slash, Times, Unit, Word } from './tokens.ts';
import type { Phrase, StatementTree } from './tree.ts';

/** Parses a statement to its phrases; any text parses. Make one per lexicon: lexer and parser are built once. */
export type ParseStatement = (text: string) => StatementTree;

/** One for the process: it is built once and holds nothing between statements. */
let parser: StatementParser | null = null;

export function createStatementParser(lexicon: Lexicon): ParseStatement {
  const lex = createLexer(lexicon);
  return (text) => {
    const folded = fold(text);
    const tokens = withoutDimensionNames(lex(folded));
    joinDimensions(tokens);
    dropExerciseUnits(tokens, text);
    dropOtherLetters(tokens, text);
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
      tokens[i + 1]?.image === 'to' &&
      tokens[i - 1]?.tokenType === Level &&
      tokens[i + 2]?.tokenType === Level &&
      /^(down|up|through|all the way|and down)$/.test(tokens[i]?.image ?? '')
    )
      tokens.splice(i, 1);
  }
}

/** `5.2 (CC) x 3.7 (TR) x 2.1 (AP) cm`: the name of a dimension stands between its number and the next, or the unit. */
function withoutDimensionNames(tokens: Lexeme[]): Lexeme[] {
  const dropped = new Set<Lexeme | undefined>();
  for (let i = 1; i < tokens.length - 1; i++) {
    const before = tokens[i - 1]?.tokenType;
    if (before !== NumberToken && before !== Unit) continue;
    const bracketed = tokens[i]?.image === '(' && tokens[i + 2]?.image === ')';
    const name = bracketed ? tokens[i + 1] : tokens[i];
    if (!DIMENSION.test(name?.image ?? '')) continue;
    const length = bracketed ? 3 : 1;
    const after = tokens[i + length];
    const goesOn = after?.tokenType === Times || (after?.tokenType === Unit && before === NumberToken) || isBy(tokens, i + length);
    if (goesOn) for (const t of tokens.slice(i, i + length)) dropped.add(t);
  }
  return dropped.size === 0 ? tokens : tokens.filter((t) => !dropped.has(t));
}

const DIMENSION =
  /^(ap|cc|tr|trv|trans|tv|ml|si|lr|rl|w|h|l|transverse|craniocaudal|anteroposterior|mediolateral|superoinferior|long|wide|high|deep|thick)$/;

const isBy = (tokens: readonly Lexeme[], i: number): boolean => tokens[i]?.image === 'by' && tokens[i + 1]?.tokenType === NumberToken;

/** `10 METs` is the unit of exercise, written so; `2 liver mets` and `2 METS` are metastases. */
function dropExerciseUnits(tokens: Lexeme[], text: string): void {
  tokens.forEach((t, i) => {
    if (t.image !== 'mets' || tokens[i - 1]?.tokenType !== NumberToken || text.slice(t.startOffset, t.startOffset + 4) !== 'METs') return;
    delete t.payload;
    retag(t, Word);
  });
}

/** `R` and `L` are sides where they are capitals on their own: not in `7 g/L`, `2 L` or `L 5.2 cm`. `N` is normal behind a structure. */
function dropOtherLetters(tokens: Lexeme[], text: string): void {
  tokens.forEach((t, i) => {
    if (t.image !== 'l' && t.image !== 'r' && t.image !== 'n') return;
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const isCapital = /[LRN]/.test(text[t.startOffset] ?? '');
    if (
      t.image === 'n' ? isCapital && isStructure(before) : isSide(tokens, i) && (isCapital || before?.image === '>' || after?.image === '>')
    )
      return;
    delete t.payload;
    retag(t, Word);
  });
}

const isStructure = (t: Lexeme | undefined): boolean => t?.payload?.senses.some((s) => s.term.category === 'site') ?? false;

function isSide(tokens: readonly Lexeme[], i: number): boolean {
  const before = tokens[i - 1];
  const isUnit = before?.tokenType === NumberToken || (before?.tokenType === Slash && tokens[i - 2]?.image !== 'r');
  return !isUnit && tokens[i + 1]?.tokenType !== NumberToken;
}

/** `26 mm by 31 mm`: `by` between numbers is the sign of multiplication. */
function joinDimensions(tokens: Lexeme[]): void {
  tokens.forEach((t, i) => {
    const before = tokens[i - 1]?.tokenType;
    if (t.image === 'by' && (before === NumberToken || before === Unit) && tokens[i + 1]?.tokenType === NumberToken) retag(t, Times);
  });
}
