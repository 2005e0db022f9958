import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../text/span.ts';
import { type Lead, topicAt } from './line.ts';

/** A topic with the sites that its words name, each once. */
export interface NamedTopic extends Lead {
  readonly sites: readonly string[];
}

/** The topic that a span of a text begins with. */
export function topicIn(text: string, folded: string, { start, end }: Span, lexicon: Lexicon): NamedTopic | null {
  const lead = topicAt(folded, text, start, end);
  return lead === null ? null : { ...lead, sites: sitesIn(folded, lead.words, lexicon) };
}

function sitesIn(folded: string, words: Span, lexicon: Lexicon): readonly string[] {
  const sites: string[] = [];
  for (let at = words.start; at < words.end; ) {
    const match = lexicon.match(folded, at);
    if (match !== null && match.end <= words.end)
      for (const { term } of match.senses) if (term.category === 'site') sites.push(...term.sites);
    at = match?.end ?? at + 1;
    while (at < words.end && !(isWordChar(folded[at]) && !isWordChar(folded[at - 1]))) at++;
  }
  return [...new Set(sites)];
}

const isWordChar = (c: string | undefined): boolean => c !== undefined && /[a-z0-9]/.test(c);
