import type { Span } from '../text/span.ts';
import type { Why } from './change.ts';

/**
 * How a piece stands to its neighbours: a `stop` ends a sentence, a `mark` clings to what stands before it, an `open` to what
 * follows, a `joint` to both; `break`, `heading` and `item` begin lines; `nothing` is dropped with a blank.
 */
export type Role = 'word' | 'stop' | 'mark' | 'open' | 'joint' | 'break' | 'heading' | 'item' | 'nothing' | 'undo';

/**
 * Whether the words give the stretch away as dictated. `sure`: nobody writes them. `likely`: not in a sentence that begins with a
 * capital and ends with a mark.
 */
export type Spoken = 'sure' | 'likely' | 'no';

/** Dictated words that are written as one thing. Most are a word as it stands. */
export interface Piece {
  readonly span: Span;
  readonly written: string;
  readonly role: Role;
  /** Null for a word that stays as it is. */
  readonly why: Why | null;
  readonly spoken: Spoken;
}

/** What a reader of spoken forms found: the pieces, and the index of the first word behind them. */
export interface Heard {
  readonly pieces: readonly Piece[];
  readonly next: number;
}
