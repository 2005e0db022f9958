import type { Drawn } from './sample.ts';
import type { Tally } from './tally.ts';

/** How far a run has come. Plain data: what a result file's state holds. */
export interface Progress {
  /** Units that are done. */
  readonly done: number;
  /** Of the names of those units: the archive must begin with the same ones. */
  readonly names: number;
  readonly tally: Tally;
  readonly drawn: readonly Drawn[];
  /** Whether something was written behind the head. */
  readonly some: boolean;
}

/** Where results go. */
export interface Destination {
  /** How far an earlier run came that this one goes on with; null for a new one. */
  readonly before: Progress | null;
  write(text: string): Promise<void> | void;
  /** Keeps what was written so far, and how far the run has come; called often, and done at times. */
  keep(progress: () => Progress): void;
  /** The run is complete. */
  finish(): void;
  /** The run was stopped, and may be resumed. */
  pause(progress: Progress): void;
}
