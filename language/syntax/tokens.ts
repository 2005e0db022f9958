import { type CustomPatternMatcherReturn, createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Lexicon, Match } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import { keep } from '../text/kept.ts';

/** A token with the senses that the lexicon has for its words. */
export interface Lexeme extends IToken {
  payload?: Match;
}

const token = (name: string, pattern: RegExp | typeof Lexer.NA, more: object = {}): TokenType => createToken({ name, pattern, ...more });

// Categories that the grammar groups; a term of any other category is a plain `Term`.
export const Term = token('Term', Lexer.NA);
export const Severity = token('Severity', Lexer.NA);
export const Sequence = token('Sequence', Lexer.NA);
export const Intensity = token('Intensity', Lexer.NA);
export const Unit = token('Unit', Lexer.NA);
export const And = token('And', Lexer.NA);
export const To = token('To', Lexer.NA);

export const Blank = token('Blank', /\s+/, { group: Lexer.SKIPPED, line_breaks: true });
export const Quoted = token('Quoted', /"[^"\n]*"/);
export const Ordinal = token('Ordinal', /\d{1,2}(?:st|nd|rd|th)(?![a-z0-9])/);
export const NumberToken = token('Number', /\d+(?:[.,]\d+)?/);
// `(S7: 311)` is the number of a series and of its image.
export const Level = token('Level', /(?!s\d{1,2}\s?[:/]\s?\d{2,4}\s?[),;])(?:th|[cdtls]v?|co)-?\d{1,2}(?![a-z0-9*]|\.\d)/);
export const Times = token('Times', /[x*](?=\s*\d)/);
export const Word = token('Word', /[a-z](?:[a-z0-9]|'(?=[a-z]))*/);
export const Comma = token('Comma', /,/);
export const Slash = token('Slash', /\//);
export const Dash = token('Dash', /-+/);
export const Mark = token('Mark', /[^\n]|\n/, { line_breaks: true });

const CATEGORY_TOKENS: Partial<Record<Category, TokenType>> = { severity: Severity, sequence: Sequence, intensity: Intensity, unit: Unit };
const RANGE_WORDS: ReadonlySet<string> = new Set(['to', 'through', 'till', 'until', 'thru', 'upto', 'up to', 'down to']);

export const ALL_TOKENS: readonly TokenType[] = [
  Blank,
  Quoted,
  Ordinal,
  NumberToken,
  Level,
  Times,
  Comma,
  Slash,
  Dash,
  Word,
  Mark,
  Term,
  Severity,
  Sequence,
  Intensity,
  Unit,
  And,
  To,
];

/**
 * A lexer over folded text whose terms are those of the lexicon: one matcher feeds all categories. Chevrotain keeps every
 * lexer ever made, so there is one for all lexicons; `asked` is set for the time of one call alone.
 */
let asked: Lexicon | null = null;
let shared: { lexer: Lexer; known: TokenType } | null = null;

function sharedLexer(): { lexer: Lexer; known: TokenType } {
  const known = createToken({
    name: 'Known',
    line_breaks: true,
    start_chars_hint: [...'abcdefghijklmnopqrstuvwxyz?>&+'],
    pattern: { exec: (text: string, offset: number) => (asked === null ? null : matchTerm(asked, text, offset)) } as never,
  });
  const lexer = new Lexer([Blank, Quoted, Ordinal, NumberToken, Level, Times, known, Word, Comma, Slash, Dash, Mark], {
    positionTracking: 'onlyOffset',
    ensureOptimizations: false,
    skipValidations: true,
  });
  return { lexer, known };
}

export function createLexer(lexicon: Lexicon): (folded: string) => Lexeme[] {
  // Words that come back are held once for all statements that are kept.
  const same = keep(MOST_WORDS, (words) => words);
  return (folded) => {
    shared ??= sharedLexer();
    const { lexer, known } = shared;
    asked = lexicon;
    const tokens = lexer.tokenize(folded).tokens as Lexeme[];
    asked = null;
    for (const t of tokens) {
      t.image = same(t.image);
      if (t.tokenType === known) retag(t, tokenFor(t));
    }
    return tokens;
  };
}

const MOST_WORDS = 4_000;

function matchTerm(lexicon: Lexicon, text: string, offset: number): CustomPatternMatcherReturn | null {
  const match = lexicon.match(text, offset);
  if (match === null) return null;
  const result = [text.slice(offset, match.end)] as unknown as CustomPatternMatcherReturn & { payload: Match };
  result.payload = match;
  return result;
}

export function retag(t: Lexeme, type: TokenType): void {
  t.tokenType = type;
  t.tokenTypeIdx = type.tokenTypeIdx as number;
}

function tokenFor(t: Lexeme): TokenType {
  if (RANGE_WORDS.has(t.image)) return To;
  const senses = t.payload?.senses ?? [];
  if ((t.image === 'and' || t.image === '&') && senses.some(({ term }) => term.category === 'conjunction')) return And;
  for (const { term } of senses) {
    const type = CATEGORY_TOKENS[term.category];
    if (type !== undefined && (senses.length === 1 || type === Sequence)) return type;
  }
  return Term;
}
