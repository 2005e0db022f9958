import { uncomment } from '../syntax/comments.ts';
import { contains, type Span } from '../text/span.ts';
import { DIRECTIVE } from './ignore-items.ts';

/** A rule id behind `emh-ignore`, with its place. */
export interface IgnoredRule {
  readonly rule: string;
  readonly range: Span;
}

/** The rule ids of all `emh-ignore` comments of a text, in its order. */
export const ignoredRules = (text: string): IgnoredRule[] =>
  uncomment(text).ignores.flatMap(({ rules, range }) => {
    const comment = text.slice(range.start, range.end);
    let from = comment.toLowerCase().indexOf(DIRECTIVE) + DIRECTIVE.length;
    return rules.map((rule) => {
      const at = comment.indexOf(rule, from);
      from = at + rule.length;
      return { rule, range: { start: range.start + at, end: range.start + at + rule.length } };
    });
  });

/** The rule that a comment silences at an offset; null elsewhere. */
export const ignoredRuleAt = (text: string, offset: number): IgnoredRule | null =>
  ignoredRules(text).find(({ range }) => contains(range, offset)) ?? null;
