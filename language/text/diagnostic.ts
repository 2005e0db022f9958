import type { TextEdit } from './edit.ts';
import type { Span } from './span.ts';

export type DiagnosticSeverity = 'error' | 'warning' | 'info' | 'hint';

/** A way to mend a diagnostic. `sure` fixes may be applied without asking; the others need a person's choice. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly sure: boolean;
}

/** Another place that the diagnostic speaks of, such as the finding that an impression item contradicts. */
export interface Related {
  readonly message: string;
  readonly range: Span;
}

/** A line of a rule, and the words of the report that it was held against. */
export interface Match {
  /** Where the line stands in the rule file, from 1. */
  readonly file: string;
  readonly line: number;
  /** The word that begins it: `when`, `and`, `or`, `while`, `expect`, `unless`, or the severity of a message. */
  readonly key: string;
  /** The rest of it as written, on one line. */
  readonly text: string;
  /** What it belongs to: an `or` or `while` line to the line above it. */
  readonly part: 'when' | 'expect' | 'unless' | 'message';
  /** Whether it looks for findings, or asks something of the report or of findings that lines above it took. */
  readonly asks: 'finding' | 'condition';
  /** An `expect` line that does not fit is why the rule speaks; no `unless` line does. */
  readonly fits: boolean;
  /** The findings that it took, or what it was asked of; empty where it speaks of no place. Not all of very many. */
  readonly places: readonly Span[];
  /** The parameter that it compares with, and its number here. */
  readonly parameter: { readonly name: string; readonly value: number } | null;
}

export interface Diagnostic {
  /** The rule's id, as in the catalogue. */
  readonly rule: string;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  /** The offending words, not the line. */
  readonly range: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** Why the rule holds, from the rule file; empty where there is nothing to add. */
  readonly because: string;
  /** The lines of the rule in their order, each with what it matched; only where that was asked for. */
  readonly matches?: readonly Match[];
  /** Of a diagnostic that says that a rule was not finished, the id of that rule. */
  readonly unfinished?: string;
}
