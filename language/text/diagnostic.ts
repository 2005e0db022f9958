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
}
