import type { Finding } from '../meaning/finding.ts';
import type { NoteCategory } from '../meaning/note.ts';
import type { AmountAttribute, Attribute, Relation } from './attribute.ts';

/** Which findings a pattern takes by what they state: as present, denied, hedged, or any mention; null: as its place in the rule says. */
export type Wanted = 'present' | 'absent' | 'possible' | 'mentioned' | null;

/** The parts of a report that a pattern or `mentions` can speak of. `report` is findings and impression. */
export type Scope =
  | 'findings'
  | 'impression'
  | 'report'
  | 'history'
  | 'technique'
  | 'comparison'
  | 'recommendation'
  | 'communication'
  | 'addendum'
  | 'exam'
  | 'patient';

export type Head =
  /** `means`: the findings that the phrase names, `kinds` theirs, filled in by the compiler. */
  | {
      readonly type: 'phrase';
      readonly text: string;
      readonly offset: number;
      readonly means: readonly Finding[];
      readonly kinds: readonly string[];
    }
  | { readonly type: 'group'; readonly group: 'any' | 'critical' | 'significant' | 'normal' }
  | { readonly type: 'same'; readonly as: string; readonly note: boolean }
  /** `names` as written; `kinds` filled in by the compiler; both empty for any of the category. */
  | { readonly type: 'note'; readonly category: NoteCategory; readonly names: readonly string[]; readonly kinds: readonly string[] };

export type LevelRelation = 'at' | 'overlapping' | 'within' | 'beyond' | 'outside' | 'near' | 'far from' | 'above' | 'below';

/** A variable of the rule, or levels written out (`L2`, `T1-T4`). */
export type LevelOperand =
  | { readonly type: 'variable'; readonly variable: string }
  | { readonly type: 'written'; readonly words: string; readonly levels: readonly string[] };

export type SideValue = 'left' | 'right' | 'bilateral';

export type Constraint =
  | { readonly type: 'levels'; readonly relation: LevelRelation; readonly operand: LevelOperand }
  | { readonly type: 'side'; readonly same: boolean; readonly operand: string }
  | { readonly type: 'fixed-side'; readonly side: SideValue }
  | { readonly type: 'has'; readonly attribute: Attribute; readonly has: boolean }
  | { readonly type: 'no-enhancement' }
  | { readonly type: 'supported'; readonly by: string }
  | { readonly type: 'unsupported' }
  | { readonly type: 'order'; readonly later: boolean; readonly than: string }
  | { readonly type: 'statement'; readonly same: boolean; readonly as: string }
  | { readonly type: 'site'; readonly of: string };

/** A finding looked for: `extradural mass called M overlapping L in findings`. */
export interface Pattern {
  readonly type: 'pattern';
  /** `all masses called M`: one match that holds every finding that fits. */
  readonly all: boolean;
  readonly wanted: Wanted;
  readonly head: Head;
  readonly name: string | null;
  readonly scope: Scope | null;
  readonly constraints: readonly Constraint[];
}

/** The words of a finding's statement, or those that state one of its attributes. `of` null: of the words that a `mentions` line found last. */
export interface Words {
  readonly of: string | null;
  readonly attribute: Attribute | 'statement';
}

/** A number as written, or a parameter of the rule with its usual value. */
export interface Limit {
  readonly parameter: string | null;
  readonly value: number;
}

/** What the words of a report, its exam or its links have to fulfil; binds nothing. */
export type Condition =
  | { readonly type: 'exam'; readonly is: boolean; readonly modalities: readonly string[] }
  | { readonly type: 'contrast'; readonly value: 'with' | 'without' }
  | { readonly type: 'section'; readonly scope: Scope; readonly has: boolean }
  | {
      readonly type: 'mentions';
      readonly where: Scope | Words;
      readonly does: boolean;
      readonly words: readonly string[];
    }
  /** Whether a part of the report uses the words of a finding, or says something of its place: denials and `normal` do not count. */
  | { readonly type: 'described'; readonly scope: Scope; readonly what: 'words' | 'place'; readonly of: string; readonly does: boolean }
  /** `site`: whether an item names the place at least, be it for another finding. */
  | { readonly type: 'stated'; readonly finding: string; readonly site: boolean; readonly is: boolean }
  | { readonly type: 'causes'; readonly cause: string; readonly effect: string; readonly does: boolean }
  | { readonly type: 'compare'; readonly attribute: Attribute; readonly left: string; readonly relation: Relation; readonly right: string }
  | { readonly type: 'is'; readonly attribute: Attribute; readonly of: string; readonly is: boolean; readonly values: readonly string[] }
  | { readonly type: 'states'; readonly of: string; readonly attribute: Attribute; readonly does: boolean }
  | { readonly type: 'placed'; readonly of: string; readonly relation: LevelRelation; readonly operand: LevelOperand }
  | { readonly type: 'amount'; readonly attribute: AmountAttribute; readonly of: string; readonly over: boolean; readonly limit: Limit }
  /** Levels from the first to the last. */
  | { readonly type: 'spans'; readonly of: string; readonly over: boolean; readonly limit: Limit }
  /** How many findings a name stands for: those that `all ... called M` took together. */
  | { readonly type: 'numbered'; readonly of: string; readonly over: boolean; readonly limit: Limit }
  /** By how many per cent the size differs from the prior size. */
  | { readonly type: 'growth'; readonly of: string; readonly way: 'grew' | 'shrank' | 'changed'; readonly limit: Limit }
  | { readonly type: 'dated'; readonly of: string; readonly after: boolean }
  | { readonly type: 'towards'; readonly effect: string; readonly cause: string }
  | { readonly type: 'sex'; readonly sex: 'female' | 'male' }
  | { readonly type: 'age'; readonly over: boolean; readonly limit: Limit }
  | { readonly type: 'covers'; readonly does: boolean; readonly of: string };

export type Clause = Pattern | Condition;

/** A line of a rule with its `while` lines: all of them together. */
export type Way = readonly Clause[];

/** A line of a rule with its `or` lines: any of them will do. */
export type Step = readonly Way[];
