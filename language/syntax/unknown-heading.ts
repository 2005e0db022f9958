import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

/** Capitals, of a length that is no abbreviation. */
const CAPITALS = /^[A-Z][A-Z ]{4,}$/;

/** Categories of words that may lead an item of an impression (`SPINE: ...`, `DIFFERENTIAL: ...`). */
const OF_ITEMS: ReadonlySet<Category> = new Set([
  'head',
  'site',
  'region',
  'observation',
  'diagnosis',
  'modality',
  'certainty',
  'side',
  'change',
]);

/** Whether words before a colon are a heading that the lexicon does not have: capitals that name neither a finding nor a place. */
export function isUnknownHeading(original: string, folded: string, words: Span, lexicon: Lexicon): boolean {
  if (!CAPITALS.test(original.slice(words.start, words.end))) return false;
  for (let at = words.start; at < words.end; at++) {
    const begins = at === words.start || folded[at - 1] === ' ';
    if (begins && lexicon.match(folded, at)?.senses.some((s) => OF_ITEMS.has(s.term.category))) return false;
  }
  return true;
}
