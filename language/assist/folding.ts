import type { Span } from '../text/span.ts';
import type { Reading } from './reading.ts';
import { trimEnd } from './trim.ts';

export interface Fold {
  readonly range: Span;
  readonly kind: 'region' | 'comment';
}

/** What may be folded away: headers, sections, topics, reports where there are several, and comments of more than one line. */
export function foldsOf({ text, reports }: Reading): Fold[] {
  const folds: Span[] = [];
  for (const { range, outline } of reports) {
    if (reports.length > 1) folds.push(range);
    const first = outline.header[0];
    const last = outline.header.at(-1);
    if (first !== undefined && last !== undefined) folds.push({ start: first.key.start, end: last.value.end });
    const keys = new Set(outline.header.map(({ key }) => key.start));
    for (const { heading, range: section } of outline.sections)
      if (heading !== null && !keys.has(heading.start)) folds.push({ start: heading.start, end: section.end });
    outline.topics.forEach(({ name }, i) => {
      const section = outline.sections.findLast((s) => s.range.start <= name.start);
      const next = outline.topics[i + 1]?.name.start ?? range.end;
      folds.push({ start: name.start, end: Math.min(next, section?.range.end ?? range.end) });
    });
  }
  return [...folds.map((fold): Fold => ({ range: trimEnd(text, fold), kind: 'region' })), ...commentFolds(text)];
}

/** Lines that hold nothing but a comment, one below the other. */
function commentFolds(text: string): Fold[] {
  return [...text.matchAll(/^[ \t]*\/\/.*(?:\r?\n[ \t]*\/\/.*)+/gm)].map((match) => ({
    range: { start: match.index, end: match.index + match[0].length },
    kind: 'comment',
  }));
}
