import type { Reading } from '../assist/reading.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category, Term } from '../lexicon/term.ts';
import { fold } from '../text/fold.ts';
import { contains, type Span } from '../text/span.ts';
import { type ClausePlace, clauseOf, entryAt } from './place.ts';
import type { RuleFileReading } from './reading.ts';

/** What words are looked up with. */
export interface WordHelps {
  readonly lexicon: Lexicon;
  read(text: string): Reading;
}

/** Known words of a clause, and what they name. */
export interface NamedWords {
  readonly term: Term;
  /** Offsets in the file. */
  readonly range: Span;
}

/** What a clause most likely means by a word that may be several things. */
const FIRST: readonly Category[] = ['head', 'diagnosis', 'site', 'observation', 'severity', 'side', 'morphology', 'modality'];
/** Words of the rule language that are words of reports too. */
const SMALL: ReadonlySet<Category> = new Set(['preposition', 'conjunction', 'verb', 'pronoun', 'word', 'all', 'abbreviation', 'negation']);

/** The term that the words of a clause at an offset name, `cord compression` as a whole; null where they name none. */
export function wordsAt(reading: RuleFileReading, offset: number, { lexicon, read }: WordHelps): NamedWords | null {
  const here = entryAt(reading, offset);
  const clause = here && clauseOf(here.entry, here.rule);
  if (!clause) return null;
  return headAt(clause, offset, lexicon, read) ?? termAt(clause, offset, lexicon);
}

/** What names a finding when the clause's words are read as a report's. */
function headAt(clause: ClausePlace, offset: number, lexicon: Lexicon, read: WordHelps['read']): NamedWords | null {
  for (const { kind, where } of read(clause.text).reports.flatMap(({ findings }) => findings)) {
    const range = where.head && clause.placeOf(where.head);
    const term = lexicon.term(kind, 'head');
    if (range && term !== undefined && contains(range, offset)) return { term, range };
  }
  return null;
}

/** The longest known words, as they come. */
function termAt(clause: ClausePlace, offset: number, lexicon: Lexicon): NamedWords | null {
  const folded = fold(clause.text);
  for (let at = 0; at < folded.length; ) {
    const match =
      /[\p{L}\p{N}]/u.test(folded.charAt(at)) && !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) ? lexicon.match(folded, at) : null;
    if (match === null) {
      at++;
      continue;
    }
    const range = clause.placeOf({ start: at, end: match.end });
    if (range.start <= offset && offset <= range.end) {
      const terms = match.senses.map(({ term }) => term).filter(({ category }) => !SMALL.has(category));
      const rank = ({ category }: Term): number => (FIRST.indexOf(category) + FIRST.length + 1) % (FIRST.length + 1);
      const [term] = terms.sort((a, b) => rank(a) - rank(b));
      return term === undefined ? null : { term, range };
    }
    at = Math.max(match.end, at + 1);
  }
  return null;
}
