import type { Reading } from '../../assist/reading.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { distance } from '../../lexicon/near.ts';
import { CATEGORIES, type Term } from '../../lexicon/term.ts';
import { fold } from '../../text/fold.ts';

/** What is known of some words. */
export interface LookedUp {
  /** Entries that the words name as a whole, those read first standing first, then those with these words as their id. */
  readonly terms: readonly Term[];
  /** The words as a statement would be read: stretches of them, each with the entry's id or what it is else. */
  readonly parts: readonly { readonly words: string; readonly category: string; readonly id: string }[];
  /** Words that nothing is known of. */
  readonly unknown: readonly string[];
  /** Known words or ids a slip away from those that are not known. */
  readonly near: readonly string[];
}

const MOST_NEAR = 5;

/** Looks up words or an id. `read` reads a text as reports. */
export function lookUp(words: string, lexicon: Lexicon, read: (text: string) => Reading): LookedUp {
  const asked = words.trim().replace(/\s+/g, ' ');
  const folded = fold(asked);
  const match = lexicon.match(folded, 0);
  const whole = match?.end === folded.length ? match.senses.map(({ term }) => term) : [];
  const byId = CATEGORIES.flatMap((category) => lexicon.term(asked, category) ?? []);
  const head = 'FINDINGS\n';
  const reading = read(`${head}${asked}.\n`);
  const made = reading.reports
    .flatMap(({ findings }) => findings)
    .flatMap(({ kind, where }) => (where.head === undefined ? [] : (lexicon.term(kind, 'head') ?? [])));
  const terms = [...new Set([...whole, ...made, ...byId])];
  const parts = reading.understood
    .filter(({ range }) => range.start >= head.length && range.end <= head.length + asked.length)
    .map(({ range, category, value }) => ({ words: reading.text.slice(range.start, range.end), category, id: value }));
  const unknown = terms.length > 0 ? [] : wordsOf(asked).filter((word) => !parts.some((part) => wordsOf(part.words).includes(word)));
  return { terms, parts, unknown, near: terms.length > 0 ? [] : nearOf(asked, unknown, lexicon) };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function nearOf(asked: string, unknown: readonly string[], lexicon: Lexicon): string[] {
  const slips = unknown.flatMap((word) => lexicon.near(word));
  const id = asked.toLowerCase().replaceAll(' ', '-');
  const most = Math.max(1, Math.floor(id.length / 5));
  const ids =
    id.length > 60
      ? []
      : [...new Set(lexicon.terms.map((term) => term.id))]
          .map((known) => ({ known, slips: distance(id, known.toLowerCase()) }))
          .filter(({ slips: n }) => n <= most)
          .sort((a, b) => a.slips - b.slips)
          .map(({ known }) => known);
  const begun = lexicon.complete(asked, null, MOST_NEAR).map((each) => each.words);
  return [...new Set([...slips, ...ids, ...begun])].slice(0, MOST_NEAR);
}
