import { commonEnds } from '../language/text/common-ends.ts';
import type { Diagnostic } from '../language/text/diagnostic.ts';
import { type Span, shift } from '../language/text/span.ts';

/**
 * The diagnostics of an earlier text at their places in a later one: those before and behind what changed; what touches it is left
 * out. Linear in the texts.
 */
export function moved(diagnostics: readonly Diagnostic[], before: string, now: string): Diagnostic[] {
  if (before === now) return [...diagnostics];
  const by = now.length - before.length;
  const { start, end: same } = commonEnds(before, now);
  const end = before.length - same;
  const place = (span: Span): Span | null => (span.end < start ? span : span.start > end ? shift(span, by) : null);
  const all = <T extends { readonly range: Span }>(list: readonly T[]): T[] =>
    list.flatMap((each) => {
      const range = place(each.range);
      return range === null ? [] : [{ ...each, range }];
    });
  return all(diagnostics).map((diagnostic) => ({
    ...diagnostic,
    related: all(diagnostic.related),
    fixes: diagnostic.fixes
      .map((fix) => ({ ...fix, edits: all(fix.edits) }))
      .filter(({ edits }, i) => edits.length === diagnostic.fixes[i]?.edits.length),
  }));
}
