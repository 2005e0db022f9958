import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { lazy } from '../text/lazy.ts';
import type { AmountAttribute, Relation } from './attribute.ts';
import type {
  Clause,
  Condition,
  Constraint,
  Head,
  LevelOperand,
  LevelRelation,
  Limit,
  Pattern,
  Scope,
  SideValue,
  Wanted,
} from './clause.ts';
import * as t from './clause-tokens.ts';
import { attributeIn, categoryIn, denies, describedIn, FACTORS, firstWord, lastWord, relationIn, sectionIn } from './clause-words.ts';
import { levelsIn } from './level-words.ts';

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
        { ALT: (): Clause => this.SUBRULE(this.ofVariable) },
        { ALT: (): Clause => this.SUBRULE(this.patient) },
        { ALT: (): Clause => this.SUBRULE(this.numbered) },
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
        { ALT: (): Condition => sectionIn(this.CONSUME(t.ReportHas)) },
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
            return { type: 'mentions', where: firstWord(scope) as Scope, does: !denies(scope), words };
          },
        },
        {
          ALT: (): Condition => {
            let of: string | null = null;
            this.OR1([
              { ALT: () => this.CONSUME(t.StatementOfMention) },
              { ALT: () => saying(this.CONSUME(t.StatementOf), (of = this.CONSUME1(t.Variable).image)) },
            ]);
            const does = !denies(this.CONSUME(t.Mentions));
            return { type: 'mentions', where: { attribute: 'statement', of }, does, words: this.SUBRULE2(this.choices) };
          },
        },
        {
          ALT: (): Condition => ({ ...describedIn(this.CONSUME(t.Describes)), of: this.CONSUME2(t.Variable).image }),
        },
      ]),
  );

  private statedInImpression = this.RULE('statedInImpression', (): Condition => {
    const token = this.CONSUME(t.ItemStates);
    return { type: 'stated', site: token.image.endsWith('of'), is: !denies(token), finding: this.CONSUME(t.Variable).image };
  });

  /** `M causes C`, `C spans over 2 levels`, `C has no side`, `C is displaced towards M`. */
  private ofVariable = this.RULE('ofVariable', (): Condition => {
    const of = this.CONSUME1(t.Variable).image;
    return this.OR([
      {
        ALT: (): Condition => {
          const does = !denies(this.CONSUME(t.Causes));
          return { type: 'causes', cause: of, does, effect: this.CONSUME2(t.Variable).image };
        },
      },
      {
        ALT: (): Condition => {
          const over = this.CONSUME(t.Spans).image.endsWith('over');
          return { type: 'spans', of, over, limit: this.SUBRULE(this.limit) };
        },
      },
      {
        ALT: (): Condition => {
          const has = this.CONSUME(t.Has);
          return { type: 'states', of, attribute: attributeIn(has.image), does: !denies(has) };
        },
      },
      {
        ALT: (): Condition => {
          this.CONSUME(t.Towards);
          return { type: 'towards', effect: of, cause: this.CONSUME3(t.Variable).image };
        },
      },
    ]);
  });

  private patient = this.RULE(
    'patient',
    (): Condition =>
      this.OR([
        { ALT: (): Condition => ({ type: 'sex', sex: lastWord(this.CONSUME(t.PatientIs)) as 'female' }) },
        {
          ALT: (): Condition => {
            const over = this.CONSUME(t.PatientAge).image.endsWith('over');
            return { type: 'age', over, limit: this.SUBRULE(this.limit) };
          },
        },
        {
          ALT: (): Condition => {
            const does = !denies(this.CONSUME(t.ExamCovers));
            return { type: 'covers', does, of: this.CONSUME(t.Variable).image };
          },
        },
      ]),
  );

  /** `12 cm`, `-30`, `5 years`, or a parameter of the rule: `spleen-mm`. */
  private limit = this.RULE('limit', (): Limit => {
    let value = 0;
    let parameter: string | null = null;
    this.OR([{ ALT: () => (value = Number(this.CONSUME(t.Amount).image)) }, { ALT: () => (parameter = this.CONSUME1(t.Word).image) }]);
    this.OPTION(() => (value *= FACTORS[this.CONSUME2(t.Word).image] ?? 1));
    return { parameter, value };
  });

  /** `number of findings in M over 2` */
  private numbered = this.RULE('numbered', (): Condition => {
    this.CONSUME(t.NumberOf);
    const of = this.CONSUME(t.Variable).image;
    const over = this.CONSUME(t.Than).image === 'over';
    return { type: 'numbered', of, over, limit: this.SUBRULE(this.limit) };
  });

  private comparison = this.RULE('comparison', (): Condition => {
    const attribute = attributeIn(this.CONSUME1(t.AttributeOf).image);
    const left = this.CONSUME1(t.Variable).image;
    return this.OR1([
      {
        ALT: (): Condition => {
          let relation: Relation = 'agrees';
          relation = relationIn(this.CONSUME(t.Related).image);
          this.OPTION(() => this.CONSUME2(t.AttributeOf));
          return { type: 'compare', attribute, left, relation, right: this.CONSUME2(t.Variable).image };
        },
      },
      {
        ALT: (): Condition => {
          const words = this.CONSUME(t.LevelsAt).image as LevelRelation;
          const operand = this.SUBRULE(this.levels);
          // `levels of A within B` compares what two findings say of one thing; other relations ask where they lie.
          const compared = words === 'within' || words === 'beyond' || words === 'outside';
          if (operand.type === 'variable' && compared)
            return { type: 'compare', attribute, left, relation: words, right: operand.variable };
          return { type: 'placed', of: left, relation: words, operand };
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
          return { type: 'amount', attribute: attribute as AmountAttribute, of: left, over, limit: this.SUBRULE1(this.limit) };
        },
      },
      {
        ALT: (): Condition => {
          const way = this.CONSUME(t.Grew).image.split(' ')[0] as 'grew';
          return { type: 'growth', of: left, way, limit: this.SUBRULE3(this.limit) };
        },
      },
      { ALT: (): Condition => ({ type: 'dated', of: left, after: this.CONSUME(t.ExamDate).image.startsWith('after') }) },
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
          { ALT: () => this.CONSUME(t.Amount).image },
          { ALT: () => this.CONSUME(t.Possible).image },
          { ALT: () => this.CONSUME(t.All).image },
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
            const note = this.CONSUME(t.SameAs).image.includes('note');
            return { type: 'same', as: this.CONSUME(t.Variable).image, note };
          },
        },
        {
          ALT: (): Head => {
            const category = categoryIn(this.CONSUME(t.NoteHead).image);
            let names: string[] = [];
            this.OPTION(() => (names = this.SUBRULE(this.names)));
            return { type: 'note', category, names, kinds: [] };
          },
        },
        {
          ALT: (): Head => {
            const words: IToken[] = [];
            this.AT_LEAST_ONE(() => {
              words.push(this.OR2([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Amount) }]));
            });
            return {
              type: 'phrase',
              text: words.map((word) => word.image).join(' '),
              offset: words[0]?.startOffset ?? 0,
              means: [],
              kinds: [],
            };
          },
        },
      ]),
  );

  /** `sickle cell anaemia or thalassaemia`. */
  private names = this.RULE('names', (): string[] => {
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.Or,
      DEF: () => {
        const words: string[] = [];
        this.AT_LEAST_ONE(() => {
          words.push(
            this.OR([
              { ALT: () => this.CONSUME(t.Word).image },
              { ALT: () => this.CONSUME(t.Amount).image },
              { ALT: () => this.CONSUME(t.Possible).image },
            ]),
          );
        });
        names.push(words.join(' '));
      },
    });
    return names;
  });

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

/** Made when the first clause is read: the grammar is analysed when it is. */
export const clauseParser = lazy(() => new ClauseParser());
