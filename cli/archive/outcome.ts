import type { Found } from './tally.ts';
import type { Unit, Unread } from './unit.ts';

/** What came of one unit. Plain data: a worker hands it back. */
export interface Outcome {
  /** What is written for it; may be empty. */
  readonly printed: string;
  /** What was found; null where it could not be checked. */
  readonly found: Found | null;
  /** Why it could not be checked. */
  readonly unread: Unread | null;
  /** Lines for a baseline file, where one is written. */
  readonly baseline: string;
  /** Bytes of a file that was read where it was checked. */
  readonly bytes: number;
  /** Whether something was left out: a rule that was not finished, or one of the site that could not be understood. */
  readonly isPartial: boolean;
}

/** Makes an outcome of a unit. Rejects with a Failure for what is wrong with the whole run alone. */
export type Work = (unit: Unit) => Promise<Outcome>;
