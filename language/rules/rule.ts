import type { Problem } from '../lexicon/lexicon.ts';
import type { Term } from '../lexicon/term.ts';
import type { Finding } from '../meaning/finding.ts';
import type { NoteCategory } from '../meaning/note.ts';
import type { DiagnosticSeverity } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Attribute } from './attribute.ts';
import type { Clause, Scope, Step } from './clause.ts';
import type { Run } from './example.ts';
import type { Wording } from './wording.ts';

/** What rules need of the reader: its phrases are read by the same grammar as reports. */
export interface PhraseReader {
  /** The findings that a phrase such as `moderate left foraminal narrowing` names; empty where it names none. */
  readPhrase(text: string): readonly Finding[];
  /** Words of a phrase that mean nothing to the reader: in a report they would be passed over, in a rule they are a slip. */
  unknownWords(text: string): readonly string[];
  /** The head term of a kind: its label, frame, rank and whether it is critical. */
  term(kind: string): Term | undefined;
  /** Whether a kind says by itself that it is at a site: foraminal narrowing at the neural foramen. */
  implies(kind: string, site: string): boolean;
  /** Whether the vocabulary knows a word. */
  knows(word: string): boolean;
  /** The kinds that words name within a category of notes: `sickle cell anaemia`, `ESCC`; empty where they name none. */
  noteKinds(category: NoteCategory, words: string): readonly string[];
}

/** What the diagnostic says when its condition holds; without a condition, always. The first that holds speaks. */
export interface Verdict {
  readonly severity: DiagnosticSeverity;
  readonly when: Step | null;
  readonly message: Wording;
  /** The `fix` lines below its line. */
  readonly fixes: readonly FixPlan[];
}

/** The words that a diagnostic underlines. */
export type Mark =
  | { readonly type: 'part'; readonly part: Attribute | 'head' | 'whole'; readonly of: string }
  | { readonly type: 'section'; readonly scope: Scope }
  /** What a `mentions` line found. */
  | { readonly type: 'mention' }
  | { readonly type: 'patient'; readonly part: 'age' | 'sex' };

export type FixPlan =
  | { readonly type: 'add-finding'; readonly text: Wording }
  | { readonly type: 'add-impression'; readonly text: Wording }
  /** Of `mark` null, the words that the diagnostic underlines. */
  | { readonly type: 'replace'; readonly mark: Mark | null; readonly text: Wording; readonly sure: boolean }
  | { readonly type: 'remove'; readonly finding: string }
  /** The words that the diagnostic underlines. */
  | { readonly type: 'remove-words' };

/** A test of the rule that is also its documentation. */
export interface Example {
  readonly line: number;
  readonly text: string;
  /** Words that the rule must underline, as places in `text`; empty for a good example. */
  readonly marks: readonly Span[];
  /** Where the text stands in the rule file. */
  readonly runs: readonly Run[];
}

/** Checks that words cannot say: their places come with the report (`Report.wordProblems`), from its template, or from the checks (`unused`). */
export const BUILT_IN = {
  'level-invalid': 'invalid',
  'level-range-reversed': 'reversed',
  'disc-level-not-adjacent': 'not-adjacent',
  'level-transitional': 'transitional',
  't1-t2-ambiguous': 'ambiguous',
  'level-notation-mixed': 'mixed',
  spelling: 'misspelt',
  'open-place': 'open',
  'repeated-sentence': 'repeated',
  'item-number': 'miscounted',
  'unused-ignore': 'unused',
  'field-unfilled': 'field',
  'template-normal': 'left-normal',
  'template-topic': 'unsaid-topic',
} as const;
export type BuiltIn = keyof typeof BUILT_IN;

/** A line of a rule as it is written, with what was understood of it. */
export interface RuleLine {
  readonly key: string;
  /** Behind the key, on one line. */
  readonly text: string;
  readonly line: number;
  /** Null for a built-in check. */
  readonly clause: Clause | null;
}

export interface Rule {
  readonly id: string;
  /** Where it was written. */
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly builtIn: BuiltIn | null;
  /** Numbers that a department may set otherwise, with their usual values. */
  readonly parameters: Readonly<Record<string, number>>;
  /** `when` and `and` lines, in an order in which cheap conditions come first. */
  readonly when: readonly Step[];
  readonly expect: readonly Step[];
  readonly unless: readonly Step[];
  readonly verdicts: readonly Verdict[];
  /** Where its clauses stand, in the order of the file. */
  readonly lines: readonly RuleLine[];
  readonly mark: Mark | null;
  readonly because: string;
  readonly source: string;
  readonly good: readonly Example[];
  readonly bad: readonly Example[];
}

export interface CompiledRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}
