import type { DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import type { Span } from '../../language/text/span.ts';

/** What the page of a review and its server say to each other, as JSON. */

/** What a reviewer says of an alert. */
export type Judgement = 'accept' | 'reject';

/** An alert in the list of a review. */
export interface AlertHead {
  readonly key: string;
  readonly rule: string;
  readonly severity: DiagnosticSeverity;
  /** File and line of its text. */
  readonly place: string;
  /** What this reviewer says of it; null as long as nothing was said. */
  readonly judgement: Judgement | null;
  readonly note: string;
}

/** What a rule's documentation says. */
export interface RuleInfo {
  readonly title: string;
  readonly because: string;
  readonly source: string;
  /** Texts that it must pass over, and texts that it must find something in. */
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

/** `GET /api/review` */
export interface Review {
  readonly reviewer: string;
  readonly alerts: readonly AlertHead[];
  readonly rules: Readonly<Record<string, RuleInfo>>;
}

/** `GET /api/alert?key=...`: an alert with its text. All places are offsets in `text`. */
export interface AlertPage {
  readonly text: string;
  /** Whether the text was too long to be sent whole. */
  readonly isCut: boolean;
  readonly range: Span;
  readonly message: string;
  readonly because: string;
  readonly related: readonly { readonly message: string; readonly range: Span }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly range: Span; readonly text: string }[] }[];
}

/** `POST /api/decision`; gives the alert as it then stands. A judgement of null takes back what was said. */
export interface Said {
  readonly key: string;
  readonly judgement: Judgement | null;
  readonly note: string;
}
