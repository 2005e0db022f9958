import type { Span } from '../../language/text/span.ts';
import type { Page } from './page.ts';
import type { MrrtRule } from './rules.ts';

/** Something that is not as the format asks. */
export interface Fault {
  readonly rule: MrrtRule;
  readonly message: string;
  readonly range: Span;
}

/** The first line: where something is missing that stands nowhere. */
export const startOf = ({ text }: Page): Span => ({ start: 0, end: Math.min(text.length, Math.max(1, text.search(/\r?\n|$/))) });
