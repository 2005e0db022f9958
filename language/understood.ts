import type { Node } from './meaning/node.ts';
import type { Report } from './meaning/report.ts';
import type { ReadStatement } from './meaning/statement.ts';
import type { Span } from './text/span.ts';
import { shift } from './text/span.ts';

/** Words of a statement that were understood, for colouring, hover and explanations. */
export interface Understood {
  readonly range: Span;
  /** A lexicon category, or `level`, `number`. */
  readonly category: string;
  /** Lexicon id, or the words as folded. */
  readonly value: string;
}

/** All understood words of a report, in reading order. */
export function understoodOf(report: Report, read: ReadStatement): Understood[] {
  return report.outline.statements.flatMap((statement) =>
    understoodIn(read(statement.text, statement.topic?.sites ?? []).nodes, statement.range.start),
  );
}

/** Those of one statement, whose phrases count from `by`. */
export function understoodIn(nodes: readonly Node[], by: number): Understood[] {
  return nodes.flatMap((node): Understood[] => {
    const range = shift(node.span, by);
    const { phrase } = node;
    if (phrase.type === 'levels') return [{ range, category: 'level', value: node.text }];
    if (phrase.type === 'size') return [{ range, category: 'number', value: node.text }];
    if (phrase.type === 'sequences' || phrase.type === 'intensities' || phrase.type === 'severities')
      return [{ range, category: phrase.terms[0]?.category ?? 'word', value: phrase.terms.map((t) => t.id).join(' ') }];
    const term = node.senses[0]?.term;
    return term === undefined ? [] : [{ range, category: term.category, value: term.id }];
  });
}
