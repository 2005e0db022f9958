import { type Entry, joined, placeOf } from '../rules/lines.ts';
import type { Span } from '../text/span.ts';
import { type RuleFileReading, type RuleReading, ruleAt } from './reading.ts';

/** A stretch of an entry that is one clause, and where it stands in the file. */
export interface ClausePlace {
  readonly text: string;
  /** The place in the file of a stretch of `text`. */
  placeOf(span: Span): Span;
}

const STEPS: ReadonlySet<string> = new Set(['when', 'and', 'expect', 'unless', 'or', 'while']);
const SAYING: ReadonlySet<string> = new Set(['error', 'warning', 'info', 'hint']);

export const isStep = ({ key }: Entry): boolean => STEPS.has(key);
export const isSaying = ({ key }: Entry): boolean => SAYING.has(key);

/** The clause of an entry: all words of a step, the condition of a message (`error when CLAUSE: words`); null where it has none. */
export function clauseOf(entry: Entry, { start }: RuleReading): ClausePlace | null {
  const words = joined(entry);
  const [from, text] = isStep(entry) ? [0, words] : isSaying(entry) ? conditionOf(words) : [0, null];
  if (text === null) return null;
  return {
    text,
    placeOf: (span) => {
      const place = placeOf(entry, { start: span.start + from, end: span.end + from });
      return { start: place.start + start, end: place.end + start };
    },
  };
}

function conditionOf(words: string): [number, string | null] {
  const [, condition] = /^when ((?:"[^"]*"|[^":])*)/.exec(words) ?? [];
  return ['when '.length, condition ?? null];
}

/** The entry whose lines hold an offset of the file, with its rule. */
export function entryAt(reading: RuleFileReading, offset: number): { readonly rule: RuleReading; readonly entry: Entry } | null {
  const rule = ruleAt(reading, offset);
  if (rule === undefined) return null;
  const entry = rule.written.entries.findLast(({ start }) => start + rule.start <= offset);
  return entry === undefined ? null : { rule, entry };
}
