import type { Completion, Lexicon } from '../lexicon/lexicon.ts';
import { spellingKey } from '../lexicon/spelling.ts';
import type { Category, Term } from '../lexicon/term.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Proposal } from './item.ts';
import { inCaseOf } from './letter-case.ts';
import { isOfModality } from './modality.ts';
import { CATEGORY_NAMES } from './names.ts';
import { isWordUnit, type Place } from './place.ts';

/** What a statement is made of, in the order in which matches are listed. Small words are left to their writer. */
const STATEMENT: readonly Category[] = [
  'head',
  'site',
  'diagnosis',
  'observation',
  'severity',
  'side',
  'intensity',
  'enhancement',
  'pattern',
  'morphology',
  'change',
  'grade',
  'region',
  'sequence',
  'certainty',
  'cause',
  'normal',
  'negation',
  'procedure',
  'technique',
  'modality',
  'recommendation',
  'clinical',
  'exception',
  'history',
  'count',
];

/** What comes first in some places. */
const FIRST: Readonly<Record<string, readonly Category[]>> = {
  exam: ['modality', 'region', 'technique'],
  technique: ['sequence', 'technique', 'modality', 'region'],
  comparison: ['modality', 'region'],
  history: ['clinical', 'diagnosis', 'procedure'],
  recommendation: ['recommendation', 'modality', 'procedure'],
};

/** Categories whose written forms are inflected or graded words: the form that was begun is written, not the label. */
const AS_WRITTEN: ReadonlySet<Category> = new Set([
  'observation',
  'severity',
  'change',
  'certainty',
  'cause',
  'negation',
  'normal',
  'pattern',
  'morphology',
  'count',
  'exception',
  'history',
  'enhancement',
  'side',
]);

const MOST = 50;
/** Words before the cursor that a term may begin with. */
const MOST_WORDS = 4;

/** Terms that the words before the cursor begin, by label, synonym or abbreviation; the longest beginning first. */
export function termItems(place: Place, lexicon: Lexicon, asked: boolean): Proposal[] {
  const where = place.field?.id ?? place.section;
  const first = FIRST[where] ?? [];
  const categories = [...first, ...STATEMENT.filter((c) => !first.includes(c))];
  const items: Proposal[] = [];
  for (const start of beginnings(place)) {
    const typed = place.text.slice(start, place.offset);
    if (!/^\p{L}/u.test(typed)) continue;
    const isWhole = start === place.word.start;
    if (!isWhole && place.typed === '' && !asked) continue;
    const found = lexicon
      .complete(typed, categories, MOST * 2)
      .filter(({ words, term }) => fits(term, place) && (isWhole || fold(words).startsWith(fold(typed))));
    const replace = { start, end: place.word.end };
    items.push(...ranked(found, typed, categories).map((hit) => termItem(hit, typed, replace)));
    if (items.length >= MOST) break;
  }
  return items.slice(0, MOST);
}

/** At the start of `Exam:` the lexicon's modalities, then regions, without a letter typed. */
export function fieldItems(place: Place, lexicon: Lexicon): Proposal[] {
  if (place.field?.id !== 'exam' || place.typed !== '') return [];
  const category: Category = place.report?.exam.modality == null ? 'modality' : 'region';
  return lexicon.terms.filter((term) => term.category === category).map((term) => termItem({ words: term.label, term }, '', place.word));
}

/** Where a term that ends at the cursor may have begun: up to four words back in this line, the furthest first. */
function beginnings({ text, line, word, start }: Place): number[] {
  const found = [word.start];
  let at = word.start;
  while (
    found.length < MOST_WORDS &&
    at - 1 > Math.max(line.start, start) - 1 &&
    /[ -]/.test(text[at - 1] ?? '') &&
    isWordUnit(text[at - 2])
  ) {
    at--;
    while (at > line.start && isWordUnit(text[at - 1])) at--;
    found.unshift(at);
  }
  return found;
}

/** Signal words of another modality than the report's are not offered. */
const fits = (term: Term, { report }: Place): boolean => isOfModality(term, report?.exam.modality);

/** Labels that the typed words begin, then other forms that they begin, then forms with a later word that they begin. */
function ranked(found: readonly Completion[], typed: string, categories: readonly Category[]): Completion[] {
  const folded = fold(typed);
  const rank = ({ words, term }: Completion): number => {
    const how = fold(term.label).startsWith(folded) ? 0 : fold(words).startsWith(folded) ? 1 : 2;
    return how * 100 + categories.indexOf(term.category);
  };
  return [...found].sort((a, b) => rank(a) - rank(b));
}

function termItem({ words, term }: Completion, typed: string, replace: Span): Proposal {
  const folded = fold(typed);
  const later = fold(words).startsWith(folded) ? -1 : Math.max(fold(words).indexOf(` ${folded}`), fold(words).indexOf(`-${folded}`));
  const matched = words.slice(later + 1);
  const written = AS_WRITTEN.has(term.category) || isOtherSpelling(words, term.label) ? words : term.label;
  const insertText = inCaseOf(typed, written, matched);
  const name = CATEGORY_NAMES[term.category];
  const detail = fold(words) === fold(written) ? name : `${name} · ${words}`;
  return { label: insertText, insertText, replace, kind: 'term', detail, filterText: matched, term };
}

/** `hemorrhage` for `haemorrhage`. */
function isOtherSpelling(words: string, label: string): boolean {
  const key = (text: string): string =>
    fold(text)
      .split(/([^a-z]+)/)
      .map(spellingKey)
      .join('');
  return words !== label && key(words) === key(label);
}
