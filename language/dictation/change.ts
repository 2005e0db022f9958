import type { Span } from '../text/span.ts';

/** What kind of thing was said, or was left unsaid. */
export type Why =
  | 'mark'
  | 'number'
  | 'unit'
  | 'level'
  | 'sequence'
  | 'capital'
  | 'heading'
  | 'item'
  | 'sentence'
  | 'contraction'
  | 'filler'
  | 'undo'
  | 'escape'
  | 'line';

/** One difference between dictated and written text. All of them, applied as edits, make the one of the other. */
export interface Change {
  /** Place in the dictated text, with the blanks that go with it; empty where something was only put in. */
  readonly original: Span;
  /** The dictated words, without blanks around them. */
  readonly words: string;
  readonly written: string;
  readonly why: Why;
}
