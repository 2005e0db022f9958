import { stringify } from 'yaml';
import type { Term } from '../language/lexicon/term.ts';

/** A term as an entry of a lexicon file (YAML), without what it does not say. Import this file only when one is to be shown. */
export function termText(term: Term): string {
  const { pack, id, category, label, synonyms, definition, codes, frame, modalities, sites, kinds, rank, impression, critical, asked } =
    term;
  const isHead = category === 'head';
  const entry = {
    id,
    category,
    label,
    synonyms,
    definition,
    codes,
    frame,
    modalities,
    sites: sites.length === 1 && sites[0] === id ? [] : sites,
    kinds: kinds.length === 1 && kinds[0] === id ? [] : kinds,
    rank: isHead ? rank : undefined,
    impression,
    critical: critical ? true : undefined,
    asked,
  };
  const said = Object.entries(entry).filter(([, value]) => value !== undefined && value !== '' && !isEmpty(value));
  return `# From the lexicon pack "${pack}". A site overrides it by an entry of this id and category in .emh/lexicon/*.yaml.\n${stringify({ terms: [Object.fromEntries(said)] })}`;
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
