import { EmbeddedActionsParser, EOF, type IOrAlt, type IToken, type TokenType } from 'chevrotain';
import type { Term as LexiconTerm } from '../lexicon/term.ts';
import { fitted } from '../text/fitted.ts';
import type { Span } from '../text/span.ts';
import {
  ALL_TOKENS,
  And,
  Comma,
  Dash,
  Intensity,
  Level,
  type Lexeme,
  Mark,
  NumberToken,
  Ordinal,
  Quoted,
  Sequence,
  Severity,
  Slash,
  Term,
  Times,
  To,
  Unit,
  Word,
} from './tokens.ts';
import type { LevelPart, Phrase } from './tree.ts';

/**
 * The grammar of a statement: any sequence of phrases. It groups what only order and joining words make one thing
 * (ranges and lists of levels, dimensions, lists of sequences, spans of grades) and takes every other token as it is,
 * so that no text fails to parse. What phrases mean to each other is the matter of `meaning`.
 */
export class StatementParser extends EmbeddedActionsParser {
  constructor() {
    super(ALL_TOKENS as TokenType[], { recoveryEnabled: false, maxLookahead: 1, skipValidations: true });
    this.performSelfAnalysis();
  }

  /** Phrases of a whole statement. */
  statement = this.RULE('statement', (): Phrase[] => {
    const phrases: Phrase[] = [];
    this.MANY(() => {
      const phrase = this.OR(this.#phrase);
      this.ACTION(() => phrases.push(phrase));
    });
    return phrases;
  });

  // Alternatives stand in fields, as the parser would else make them anew for each phrase.
  readonly #phrase: IOrAlt<Phrase>[] = [
    { ALT: () => this.SUBRULE(this.#levels) },
    { ALT: () => this.SUBRULE(this.#size) },
    { ALT: () => this.SUBRULE(this.#sequences) },
    { ALT: () => this.SUBRULE(this.#intensities) },
    { ALT: () => this.SUBRULE(this.#severities) },
    ...[Term, And, To, Unit, Word, Ordinal, Quoted, Comma, Slash, Dash, Times, Mark].map((type) => ({
      ALT: () => this.#single(this.CONSUME(type)),
    })),
  ];

  /** `D4`, `D3 to D8`, `C6-7`, `T5/T6`, `D4-D5 and D5-D6`, `L1, L2 and L4`, `D5, 6 and 7`, `C4-5 through C6-7`. */
  #levels = this.RULE('levels', (): Phrase => {
    const parts: LevelPart[] = [];
    const first = this.SUBRULE(this.#levelPart);
    this.ACTION(() => parts.push(first));
    this.MANY({
      GATE: () => this.#listGoesOn(Level) || this.#pairsReach(parts.at(-1)),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        const joint = this.OPTION1(() =>
          this.OR([{ ALT: () => this.CONSUME(And) }, { ALT: () => this.CONSUME(Slash) }, { ALT: () => this.CONSUME(To) }]),
        ) as IToken | undefined;
        const part = this.SUBRULE1(this.#levelPart);
        this.ACTION(() => parts.push(joint?.tokenType === To ? { ...part, reaches: true } : part));
      },
    });
    this.MANY1({
      GATE: () => this.#numberGoesOn(parts.at(-1)),
      DEF: () => {
        this.OPTION2(() => this.CONSUME1(Comma));
        this.OPTION3(() => this.CONSUME1(And));
        const number = this.CONSUME(NumberToken);
        this.ACTION(() => parts.push(...withLetterOf(parts.at(-1), number)));
      },
    });
    return this.ACTION(() => ({
      type: 'levels',
      span: { start: parts[0]?.fromSpan.start ?? 0, end: endOf(parts.at(-1)) },
      parts: fitted(parts),
    }));
  });

  #levelPart = this.RULE('levelPart', (): LevelPart => {
    const from = this.CONSUME(Level);
    let joiner: IToken | null = null;
    let to: IToken | null = null;
    this.OPTION({
      GATE: () => this.#isRangeEnd(this.LA(2), this.LA(3)),
      DEF: () => {
        joiner = this.OR([{ ALT: () => this.CONSUME(Dash) }, { ALT: () => this.CONSUME(To) }, { ALT: () => this.CONSUME(Slash) }]);
        to = this.OR1([{ ALT: () => this.CONSUME1(Level) }, { ALT: () => this.CONSUME(NumberToken) }]);
      },
    });
    return this.ACTION(() => ({
      from: from.image,
      fromSpan: spanOf(from),
      to: to === null ? null : (to as IToken).image,
      toSpan: to === null ? null : spanOf(to),
      joiner: joiner === null ? null : (joiner as IToken).tokenType === To ? 'to' : (joiner as IToken).tokenType === Slash ? '/' : '-',
    }));
  });

  /** `5.2 x 3.7 x 2.1 cm`, `26 mm by 31 mm`; a number without a unit is a size of no unit. */
  #size = this.RULE('size', (): Phrase => {
    const values: number[] = [];
    const units: string[] = [];
    const first = this.CONSUME(NumberToken);
    let last: IToken = first;
    this.ACTION(() => values.push(numberOf(first)));
    this.OPTION({
      GATE: () => this.LA(1).tokenType === Unit || (this.LA(1).tokenType === Dash && this.LA(2).tokenType === Unit),
      DEF: () => {
        this.OPTION2(() => this.CONSUME(Dash));
        const unit = this.CONSUME(Unit);
        this.ACTION(() => {
          last = unit;
          units.push(unitOf(unit));
        });
      },
    });
    this.MANY({
      GATE: () => this.LA(2).tokenType === NumberToken,
      DEF: () => {
        this.CONSUME(Times);
        const next = this.CONSUME1(NumberToken);
        this.ACTION(() => {
          last = next;
          values.push(numberOf(next));
        });
        this.OPTION1(() => {
          const unit = this.CONSUME1(Unit);
          this.ACTION(() => {
            last = unit;
            units.push(unitOf(unit));
          });
        });
      },
    });
    return this.ACTION(() => ({
      type: 'size',
      span: { start: first.startOffset, end: spanOf(last).end },
      values: fitted(values),
      unit: units.at(-1) ?? null,
    }));
  });

  /** `T1 and T2`, `T2/FLAIR`, `T1, T2 and STIR`. */
  #sequences = this.RULE('sequences', (): Phrase => {
    const items: IToken[] = [];
    const first = this.CONSUME(Sequence);
    this.ACTION(() => items.push(first));
    this.MANY({
      GATE: () => this.#listGoesOn(Sequence),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma));
        this.OPTION1(() =>
          this.OR([{ ALT: () => this.CONSUME(And) }, { ALT: () => this.CONSUME(Slash) }, { ALT: () => this.CONSUME(Dash) }]),
        );
        const next = this.CONSUME1(Sequence);
        this.ACTION(() => items.push(next));
      },
    });
    return this.ACTION(() => ({ type: 'sequences', span: spanning(items), terms: items.map((t) => termOf(t, 'sequence')) }));
  });

  /** `iso- to hypointense`, `intermediate to high`. */
  #intensities = this.RULE('intensities', (): Phrase => {
    const items: IToken[] = [];
    const first = this.CONSUME(Intensity);
    this.ACTION(() => items.push(first));
    this.MANY({
      GATE: () => this.#spanGoesOn(Intensity),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Dash));
        this.OPTION1(() => this.OR([{ ALT: () => this.CONSUME(To) }, { ALT: () => this.CONSUME(Slash) }]));
        this.OPTION2(() => this.CONSUME(Severity));
        const next = this.CONSUME1(Intensity);
        this.ACTION(() => items.push(next));
      },
    });
    return this.ACTION(() => ({ type: 'intensities', span: spanning(items), terms: items.map((t) => termOf(t, 'intensity')) }));
  });

  /** `moderate to severe`. */
  #severities = this.RULE('severities', (): Phrase => {
    const items: IToken[] = [];
    const first = this.CONSUME(Severity);
    this.ACTION(() => items.push(first));
    this.MANY({
      GATE: () => this.#spanGoesOn(Severity),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Dash));
        this.OPTION1(() => this.OR([{ ALT: () => this.CONSUME(To) }, { ALT: () => this.CONSUME(Slash) }]));
        const next = this.CONSUME1(Severity);
        this.ACTION(() => items.push(next));
      },
    });
    return this.ACTION(() => ({ type: 'severities', span: spanning(items), terms: items.map((t) => termOf(t, 'severity')) }));
  });

  /** A token that is a phrase by itself. */
  #single(t: Lexeme): Phrase {
    return this.ACTION((): Phrase => {
      const span = spanOf(t);
      if (t.payload !== undefined) return { type: 'term', span, text: t.image, senses: t.payload.senses };
      if (t.tokenType === Quoted) return { type: 'quote', span };
      return t.tokenType === Word || t.tokenType === Ordinal
        ? { type: 'word', span, text: t.image }
        : { type: 'mark', span, text: t.image };
    });
  }

  /** A list has a comma, `and`, both, or a slash between its members. */
  #listGoesOn(member: TokenType): boolean {
    const one = this.LA(1).tokenType;
    const two = this.LA(2).tokenType;
    if (one === Comma && two === And) return this.LA(3).tokenType === member;
    if (one === Dash && member === Level) return false;
    return two === member && (one === Comma || one === And || one === Slash || one === Dash);
  }

  /**
   * `D5, 6 and 7`: bare numbers go on a list of levels where they rise, are vertebrae of that letter, and nothing behind the last of them
   * makes it a measurement or a count (`at D5, 6 mm`, `at D5 and 6 nodules`).
   */
  #numberGoesOn(last: LevelPart | undefined): boolean {
    if (last === undefined || last.to !== null) return false;
    let above = numberIn(last.from);
    let at = 1;
    for (;;) {
      const one = this.LA(at).tokenType;
      if (one !== Comma && one !== And) break;
      const next = one === Comma && this.LA(at + 1).tokenType === And ? at + 2 : at + 1;
      const number = this.LA(next);
      if (number.tokenType !== NumberToken) break;
      for (const each of number.image.split(',')) {
        if (!/^\d{1,2}$/.test(each) || Number(each) <= above || !isVertebra(last.from, each)) return false;
        above = Number(each);
      }
      at = next + 1;
    }
    return at > 1 && endsLevels(this.LA(at));
  }

  /** `C4-5 to C6-7`: from one pair to another. */
  #pairsReach(last: LevelPart | undefined): boolean {
    return last !== undefined && last.to !== null && last.joiner !== 'to' && this.LA(1).tokenType === To && this.LA(2).tokenType === Level;
  }

  /** A span of grades has `to`, a dash, both (`iso- to hypo-`) or a slash between its ends. */
  #spanGoesOn(member: TokenType): boolean {
    const one = this.LA(1).tokenType;
    const dashed = one === Dash && this.LA(2).tokenType === To;
    if (!dashed && one !== To && one !== Dash && one !== Slash) return false;
    const next = this.LA(dashed ? 3 : 2).tokenType;
    // `iso- to mildly hyperintense`
    return next === member || (next === Severity && member === Intensity && this.LA(dashed ? 4 : 3).tokenType === member);
  }

  /** `D3-8`: a number ends a range only where no unit or decimal makes it a measurement. */
  #isRangeEnd(end: IToken, after: IToken): boolean {
    if (end.tokenType === Level) return true;
    return end.tokenType === NumberToken && /^\d{1,2}$/.test(end.image) && after.tokenType !== Unit && after.tokenType !== Times;
  }
}

const spanOf = (t: IToken): Span => ({ start: t.startOffset, end: t.startOffset + t.image.length });
const spanning = (items: readonly IToken[]): Span => ({ start: items[0]?.startOffset ?? 0, end: spanOf(items.at(-1) ?? EOF_TOKEN).end });
const endOf = (part: LevelPart | undefined): number => part?.toSpan?.end ?? part?.fromSpan.end ?? 0;
const numberOf = (t: IToken): number => Number(t.image.replace(',', '.'));
const EOF_TOKEN = { tokenType: EOF, image: '', startOffset: 0, tokenTypeIdx: 0 } as IToken;

function termOf(t: IToken, category: string): LexiconTerm {
  const senses = (t as Lexeme).payload?.senses ?? [];
  return (senses.find((s) => s.term.category === category) ?? senses[0])?.term as LexiconTerm;
}

/** Lowest vertebra of each region. */
const LOWEST: Readonly<Record<string, number>> = { c: 7, d: 12, t: 12, l: 5, s: 5 };

const numberIn = (level: string): number => Number(/\d+$/.exec(level)?.[0] ?? 0);
const isVertebra = (level: string, number: string): boolean => Number(number) <= (LOWEST[level.charAt(0)] ?? 0);

/** A bare number as a level of the region of the one before; `6,7` as two. */
const withLetterOf = (before: LevelPart | undefined, number: IToken): LevelPart[] =>
  [...number.image.matchAll(/\d+/g)].map((m) => ({
    from: `${before?.from.replace(/\d+$/, '') ?? ''}${m[0]}`,
    fromSpan: { start: number.startOffset + m.index, end: number.startOffset + m.index + m[0].length },
    to: null,
    toSpan: null,
    joiner: null,
  }));

/** What may stand behind a list of levels that ends in a bare number. */
function endsLevels(t: IToken): boolean {
  if (t.tokenType === EOF || t.tokenType === Comma || t.tokenType === And) return true;
  if (t.tokenType === Mark) return /^[.;)]$/.test(t.image);
  const senses = (t as Lexeme).payload?.senses ?? [];
  return senses.some(
    ({ term }) => BEHIND_LEVELS.has(term.category) || (term.category === 'site' && /^vertebra/.test(term.id)) || term.value === 'level',
  );
}

const BEHIND_LEVELS: ReadonlySet<string> = new Set(['preposition', 'verb', 'cause', 'exception', 'certainty', 'negation']);

const unitOf = (t: IToken): string => (t as Lexeme).payload?.senses.find((s) => s.term.category === 'unit')?.term.value ?? '';
