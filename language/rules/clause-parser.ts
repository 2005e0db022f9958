import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type { Attribute, Relation } from './attribute.ts';
import type { Clause, Condition, Constraint, Head, LevelOperand, LevelRelation, Pattern, Scope, SideValue, Wanted } from './clause.ts';
import * as t from './clause-tokens.ts';
import { levelsIn } from './level-words.ts';

export interface ClauseError {
  readonly message: string;
  /** Offset in the clause's text. */
  readonly offset: number;
}

const lastWord = (token: IToken): string => token.image.split(/\s+/).at(-1) ?? '';
const denies = (token: IToken): boolean => /\b(?:not|no)\b/.test(token.image);

/** `levels of` -> levels, `with a side` -> side. */
function attributeIn(image: string): Attribute {
  const word = image.replace(/ of$/, '').split(/\s+/).at(-1) ?? '';
  return ({ level: 'levels', disc: 'discs', site: 'sites' }[word] ?? word) as Attribute;
}

function relationIn(image: string): Relation {
  if (image.startsWith('agree')) return 'agrees';
  if (image.startsWith('differ')) return 'unlike';
  if (image.startsWith('ten')) return 'tenfold';
  return image.split(/\s+/)[0] as Relation;
}

/** Millimetres of a number and the unit behind it. */
const millimetres = (amount: string, unit: string): number => Number(amount) * (unit === 'cm' ? 10 : 1);

/** What a token says, once it is read. */
const saying = <T>(_token: IToken, meaning: T): T => meaning;

class ClauseParser extends EmbeddedActionsParser {
  constructor() {
    super(t.TOKENS, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  clause = this.RULE(
    'clause',
    (): Clause =>
      this.OR([
        { ALT: (): Clause => this.SUBRULE(this.exam) },
        { ALT: (): Clause => this.SUBRULE(this.words) },
        { ALT: (): Clause => this.SUBRULE(this.statedInImpression) },
        { ALT: (): Clause => this.SUBRULE(this.causation) },
        { ALT: (): Clause => this.SUBRULE(this.comparison) },
        { ALT: (): Clause => this.SUBRULE(this.pattern) },
      ]),
  );

  private exam = this.RULE(
    'exam',
    (): Condition =>
      this.OR([
        {
          ALT: (): Condition => {
            const is = this.CONSUME(t.ExamIs);
            return { type: 'exam', is: !denies(is), modalities: this.SUBRULE(this.choices) };
          },
        },
        { ALT: (): Condition => ({ type: 'contrast', value: this.CONSUME(t.Contrast).image.includes('without') ? 'without' : 'with' }) },
        {
          ALT: (): Condition => {
            const has = this.CONSUME(t.ReportHas);
            return { type: 'section', scope: lastWord(has) as Scope, has: !denies(has) };
          },
        },
      ]),
  );

  private words = this.RULE(
    'words',
    (): Condition =>
      this.OR([
        {
          ALT: (): Condition => {
            const scope = this.CONSUME(t.ScopeMentions);
            const words = this.SUBRULE(this.choices);
            return { type: 'mentions', where: scope.image.split(/\s+/)[0] as Scope, does: !denies(scope), words };
          },
        },
        {
          ALT: (): Condition => {
            this.CONSUME(t.StatementOf);
            const statement = this.CONSUME(t.Variable).image;
            const does = !denies(this.CONSUME(t.Mentions));
            return { type: 'mentions', where: { attribute: 'statement', of: statement }, does, words: this.SUBRULE2(this.choices) };
          },
        },
      ]),
  );

  private statedInImpression = this.RULE('statedInImpression', (): Condition => {
    const token = this.CONSUME(t.ItemStates);
    return { type: 'stated', site: token.image.endsWith('of'), is: !denies(token), finding: this.CONSUME(t.Variable).image };
  });

  private causation = this.RULE('causation', (): Condition => {
    const cause = this.CONSUME1(t.Variable).image;
    const does = !denies(this.CONSUME(t.Causes));
    return { type: 'causes', cause, does, effect: this.CONSUME2(t.Variable).image };
  });

  private comparison = this.RULE('comparison', (): Condition => {
    const attribute = attributeIn(this.CONSUME1(t.AttributeOf).image);
    const left = this.CONSUME1(t.Variable).image;
    return this.OR1([
      {
        ALT: (): Condition => {
          let relation: Relation = 'agrees';
          this.OR2([
            { ALT: () => (relation = relationIn(this.CONSUME(t.Related).image)) },
            { ALT: () => (relation = relationIn(this.CONSUME(t.LevelsAt).image)) },
          ]);
          this.OPTION(() => this.CONSUME2(t.AttributeOf));
          return { type: 'compare', attribute, left, relation, right: this.CONSUME2(t.Variable).image };
        },
      },
      {
        ALT: (): Condition => {
          const does = !denies(this.CONSUME(t.Mentions));
          return { type: 'mentions', where: { attribute, of: left }, does, words: this.SUBRULE2(this.choices) };
        },
      },
      {
        ALT: (): Condition => {
          const is = !denies(this.CONSUME(t.Is));
          return { type: 'is', attribute, of: left, is, values: this.SUBRULE(this.choices) };
        },
      },
      {
        ALT: (): Condition => {
          const over = this.CONSUME(t.Than).image === 'over';
          const amount = this.CONSUME(t.Amount).image;
          return { type: 'size', of: left, over, mm: millimetres(amount, this.CONSUME(t.Word).image) };
        },
      },
    ]);
  });

  /** `CT, US or radiograph`; `"worst" or maximal`. */
  private choices = this.RULE('choices', (): string[] => {
    const out: string[] = [];
    this.AT_LEAST_ONE(() => {
      this.OPTION(() => this.CONSUME(t.Or));
      out.push(
        this.OR([
          { ALT: () => this.CONSUME(t.Quoted).image.slice(1, -1) },
          { ALT: () => this.CONSUME(t.Word).image },
          { ALT: () => this.CONSUME(t.Possible).image },
        ]),
      );
    });
    return out;
  });

  private pattern = this.RULE('pattern', (): Pattern => {
    let all = false;
    let wanted: Wanted = null;
    let name: string | null = null;
    let scope: Scope | null = null;
    const constraints: Constraint[] = [];
    this.OPTION1(() => {
      this.CONSUME(t.All);
      all = true;
    });
    this.OPTION2(() => {
      wanted = this.OR1([
        { ALT: (): Wanted => saying(this.CONSUME(t.No), 'absent') },
        { ALT: (): Wanted => saying(this.CONSUME(t.Possible), 'possible') },
        { ALT: (): Wanted => saying(this.CONSUME(t.Mention), 'mentioned') },
      ]);
    });
    const head = this.SUBRULE(this.head);
    this.MANY(() => {
      this.OR2([
        {
          ALT: () => {
            this.CONSUME(t.Called);
            name = this.CONSUME(t.Variable).image;
          },
        },
        { ALT: () => (scope = lastWord(this.CONSUME(t.InScope)) as Scope) },
        { ALT: () => (wanted = this.CONSUME(t.Denied).image === 'denied' ? 'absent' : 'possible') },
        { ALT: () => constraints.push(this.SUBRULE(this.constraint)) },
      ]);
    });
    return { type: 'pattern', all, wanted, head, name, scope, constraints };
  });

  private head = this.RULE(
    'head',
    (): Head =>
      this.OR1([
        {
          ALT: (): Head => {
            const group = /critical|significant|normal/.exec(this.CONSUME(t.Group).image)?.[0] ?? 'any';
            return { type: 'group', group: group as 'any' };
          },
        },
        {
          ALT: (): Head => {
            this.CONSUME(t.SameAs);
            return { type: 'same', as: this.CONSUME(t.Variable).image };
          },
        },
        {
          ALT: (): Head => {
            const words: IToken[] = [];
            this.AT_LEAST_ONE(() => {
              words.push(this.OR2([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Amount) }]));
            });
            return { type: 'phrase', text: words.map((word) => word.image).join(' '), offset: words[0]?.startOffset ?? 0, means: [] };
          },
        },
      ]),
  );

  private constraint = this.RULE(
    'constraint',
    (): Constraint =>
      this.OR([
        {
          ALT: (): Constraint => {
            const relation = this.CONSUME(t.LevelsAt).image as LevelRelation;
            return { type: 'levels', relation, operand: this.SUBRULE(this.levels) };
          },
        },
        {
          ALT: (): Constraint =>
            saying(this.CONSUME(t.OnOtherSide), { type: 'side', same: false, operand: this.CONSUME1(t.Variable).image }),
        },
        { ALT: (): Constraint => saying(this.CONSUME(t.OnSide), { type: 'side', same: true, operand: this.CONSUME2(t.Variable).image }) },
        {
          ALT: (): Constraint => {
            const side = lastWord(this.CONSUME(t.OnFixedSide));
            return { type: 'fixed-side', side: (side === 'sides' ? 'bilateral' : side) as SideValue };
          },
        },
        { ALT: (): Constraint => saying(this.CONSUME(t.NoEnhancement), { type: 'no-enhancement' }) },
        {
          ALT: (): Constraint => {
            const { image } = this.CONSUME(t.With);
            return { type: 'has', attribute: attributeIn(image), has: !image.startsWith('without') };
          },
        },
        { ALT: (): Constraint => saying(this.CONSUME(t.SupportedBy), { type: 'supported', by: this.CONSUME3(t.Variable).image }) },
        { ALT: (): Constraint => saying(this.CONSUME(t.Unsupported), { type: 'unsupported' }) },
        {
          ALT: (): Constraint => {
            const later = this.CONSUME(t.OrderThan).image.startsWith('later');
            return { type: 'order', later, than: this.CONSUME4(t.Variable).image };
          },
        },
        {
          ALT: (): Constraint => {
            const same = this.CONSUME(t.StatementAs).image.includes('same');
            return { type: 'statement', same, as: this.CONSUME5(t.Variable).image };
          },
        },
        { ALT: (): Constraint => saying(this.CONSUME(t.SiteOf), { type: 'site', of: this.CONSUME6(t.Variable).image }) },
      ]),
  );

  private levels = this.RULE(
    'levels',
    (): LevelOperand =>
      this.OR([
        { ALT: (): LevelOperand => ({ type: 'variable', variable: this.CONSUME(t.Variable).image }) },
        {
          ALT: (): LevelOperand => {
            const word = this.CONSUME(t.Word);
            return { type: 'written', words: word.image, levels: levelsIn(word.image) };
          },
        },
      ]),
  );
}

const parser = new ClauseParser();

/** Reads one clause. Total: whatever is no clause gives an error with its place. */
export function parseClause(text: string): { readonly clause: Clause } | { readonly error: ClauseError } {
  const { tokens, errors } = t.clauseLexer.tokenize(text);
  const lexical = errors[0];
  if (lexical)
    return { error: { offset: lexical.offset, message: `"${text.slice(lexical.offset, lexical.offset + 1)}" has no meaning in a rule.` } };
  if (tokens.length === 0) return { error: { offset: 0, message: 'Nothing is written here.' } };
  parser.input = tokens;
  const clause = parser.clause();
  const wrong = parser.errors[0];
  if (!wrong) return { clause };
  const at = wrong.token;
  if (at.tokenType === EOF || Number.isNaN(at.startOffset)) {
    return { error: { offset: text.length, message: `The line ends too early after "${tokens.at(-1)?.image ?? ''}".` } };
  }
  return { error: { offset: at.startOffset, message: `"${at.image}" is not understood here.` } };
}
