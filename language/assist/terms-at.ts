import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Term } from '../lexicon/term.ts';
import type { Report } from '../meaning/report.ts';
import { contains, type Span } from '../text/span.ts';
import { findingsAt } from './findings-at.ts';
import { findingsOf, isNamedAt, type Reading, reportAt, type Word, wordAt } from './reading.ts';

/** The entries that the words at an offset stand for: of a heading, a finding, a phrase; `T1 and T2` has two. Empty where none. */
export function termsAt(reading: Reading, offset: number, lexicon: Lexicon): Term[] {
  const report = reportAt(reading, offset);
  if (report === undefined) return [];
  const heading = headingAt(report, offset, lexicon);
  if (heading !== null) return [heading.term];
  const word = wordAt(reading.understood, offset);
  const named = isNaming(word) ? findingsAt(findingsOf(report), offset).find((finding) => isNamedAt(finding, offset)) : undefined;
  const head = named && lexicon.term(named.kind, 'head');
  return head === undefined ? termsOf(word, lexicon) : [head];
}

export function headingAt(report: Report, offset: number, lexicon: Lexicon): { term: Term; range: Span } | null {
  const section = report.outline.sections.find(({ heading }) => heading !== null && contains(heading, offset));
  const term = section === undefined ? undefined : lexicon.term(section.id, 'heading');
  return term === undefined || section?.heading == null ? null : { term, range: section.heading };
}

function termsOf(word: Word | undefined, lexicon: Lexicon): Term[] {
  if (word === undefined || SMALL.has(word.category)) return [];
  const whole = lexicon.term(word.value, word.category as Category);
  const terms = whole === undefined ? word.value.split(' ').map((id) => lexicon.term(id, word.category as Category)) : [whole];
  return terms.filter((term) => term !== undefined);
}

/** Whether a word is one of those that name a finding together (`compression` of `cord compression`). */
export const isNaming = (word: Word | undefined): boolean =>
  word === undefined || ['head', 'observation', 'site', 'diagnosis'].includes(word.category) || SMALL.has(word.category);

/** Words that need no explanation. */
const SMALL: ReadonlySet<string> = new Set([
  'level',
  'number',
  'preposition',
  'conjunction',
  'verb',
  'pronoun',
  'word',
  'all',
  'unit',
  'abbreviation',
]);
