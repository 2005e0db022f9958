import type { Reading } from '../assist/reading.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Report } from '../meaning/report.ts';
import type { ReadStatement } from '../meaning/statement.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** What it makes of the text, as part of the name of an action's kind. */
export type RefactoringKind = 'notation' | 'abbreviation' | 'split' | 'move' | 'style';

/** Another way to say the same. The edits are in order and apart from each other. */
export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly edits: readonly TextEdit[];
}

/** Where something is asked for: one report of a text, at a range of it. Offsets count in the whole text. */
export interface Asked {
  readonly reading: Reading;
  readonly report: Report;
  readonly range: Span;
  readonly lexicon: Lexicon;
  readonly readStatement: ReadStatement;
  /** Whether edits leave the findings as they are, and no rule with more to say. */
  keeps(edits: readonly TextEdit[]): boolean;
}

/** Proposes; whether the findings stay is checked for all alike afterwards. */
export type Propose = (asked: Asked) => Refactoring[];
