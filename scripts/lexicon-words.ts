import type { Problem } from '../language/lexicon/lexicon.ts';
import { type Pack, readPack } from '../language/lexicon/pack.ts';
import { pluralOf, spellingKey } from '../language/lexicon/spelling.ts';
import type { Category, Term } from '../language/lexicon/term.ts';
import { packData } from './data-files.ts';

/** Categories whose last word may stand in the plural. */
const COUNTABLE: ReadonlySet<Category> = new Set(['head', 'site', 'diagnosis', 'observation']);

/** What is also written with a hyphen behind it: `para-aortic`. */
const PREFIX = /\b(?:para|retro|peri|intra|extra|inter|supra|sub|pre|post)(?=[a-z])/i;

/** The shipped packs as the core reads them. Throws where a pack is wrong. */
export function shippedPacks(): Pack[] {
  const problems: Problem[] = [];
  const packs = packData().map((data) => readPack(data, problems));
  if (problems.length > 0) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return packs;
}

/** All that is written for terms of these categories, in both spellings, singular and plural. */
export function writtenWords(
  packs: readonly Pack[],
  categories: readonly Category[],
  wanted: (term: Term) => boolean = () => true,
): string[] {
  const words = packs.flatMap(({ terms }) =>
    terms
      .filter(({ term }) => categories.includes(term.category) && wanted(term))
      .flatMap(({ term, forms }) => {
        const written = [term.label, ...term.synonyms, ...forms.noun, ...forms.verb, ...forms.adjective];
        return COUNTABLE.has(term.category) ? written.flatMap((each) => [each, pluralOf(each)]) : written;
      }),
  );
  return words.flatMap((each) => [each, each.toLowerCase().split(' ').map(spellingKey).join(' '), each.replace(PREFIX, '$&-')]);
}
