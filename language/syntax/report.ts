import type { Span } from '../text/span.ts';
import type { Bracket } from './fields.ts';

/** A line `Key: value` before the first section. `id` is the lexicon's (`exam`, `date`, `history`, ...), null where unknown. */
export interface HeaderField {
  readonly id: string | null;
  readonly key: Span;
  readonly value: Span;
}

/** A word or two with a colon at the start of a line inside a section (`Spinal canal:`). */
export interface Topic {
  readonly name: Span;
  /** Lexicon sites that it gives to statements without a site of their own. */
  readonly sites: readonly string[];
}

/** One sentence. `range` has no leading or trailing blank and no list mark. */
export interface Statement {
  /** Counted from 0 over the report. */
  readonly index: number;
  readonly range: Span;
  readonly text: string;
  readonly section: string;
  readonly topic: Topic | null;
  /** Number of the list item that it stands in, counted from 1 in its section; 0 outside a list. */
  readonly item: number;
  /** Counted over the report; a blank line, heading or topic begins a new one. */
  readonly paragraph: number;
  /** `emh-ignore` comments that speak of it. */
  readonly ignores: readonly Ignore[];
}

/** `// emh-ignore RULE: reason` */
export interface Ignore {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly range: Span;
}

/** `id`: `findings`, `impression`, `history`, `technique`, `comparison`, `recommendation`, ... or `` for text under no heading. */
export interface Section {
  readonly id: string;
  readonly heading: Span | null;
  /** From its heading to the next section. */
  readonly range: Span;
}

/** A list item of the impression, or a sentence of it where it is no list. */
export interface Item {
  readonly number: number;
  /** The mark `1.` or `-`; null where there is none. */
  readonly mark: Span | null;
  /** Without the mark. */
  readonly range: Span;
}

/** The outline of one report of a text. */
export interface Outline {
  readonly range: Span;
  readonly header: readonly HeaderField[];
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  readonly statements: readonly Statement[];
  /** Items of the impression. */
  readonly items: readonly Item[];
  /** Fields that are not filled in, and left-over lines of a template. */
  readonly brackets: readonly Bracket[];
}
