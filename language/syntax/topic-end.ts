import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Category } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

/** What a subject ends at. */
const ENDS: ReadonlySet<Category> = new Set(['preposition', 'negation', 'verb', 'cause', 'reference', 'certainty']);

/** Words into a sentence within which its subject is named. */
const SUBJECT = 60;

/**
 * Whether a sentence begins with a structure that is neither the topic's nor a part or whole of it, nor beside it in one whole: `Left adrenal mass.` under
 * `Spleen:`. A denial does not: `No renal calculus.` may be said of any topic.
 */
export function namesOther(folded: string, sentence: Span, topicSites: readonly string[], lexicon: Lexicon): boolean {
  const end = Math.min(sentence.end, sentence.start + SUBJECT);
  for (let at = sentence.start; at < end; ) {
    const match = lexicon.match(folded, at);
    const terms = match?.senses.map((s) => s.term) ?? [];
    const sites = terms.filter((t) => t.category === 'site').flatMap((t) => t.sites);
    const related = (s: string): boolean => topicSites.some((t) => lexicon.isPart(s, t) || lexicon.isPart(t, s) || lexicon.isBeside(s, t));
    if (sites.length > 0) return !sites.some(related);
    if (terms.some((t) => ENDS.has(t.category)) || /[.,;:]/.test(folded[at] ?? '')) return false;
    at = match?.end ?? at + 1;
    while (at < end && !(isWordChar(folded[at]) && !isWordChar(folded[at - 1])) && !/[.,;:]/.test(folded[at] ?? '')) at++;
  }
  return false;
}

const isWordChar = (c: string | undefined): boolean => c !== undefined && /[a-z0-9]/.test(c);

/** `T12-L1:`, `L4/5:` */
const LEVEL_NAME = /^[cdtls]\d{1,2}\s?[-/]\s?[cdtls]?\d{1,2}$/;

export const isLevelName = (folded: string): boolean => LEVEL_NAME.test(folded);

/** Whether words end a topic that is a level: `Sacrum - low T1` in the line below `L5/S1 - stenosis`. */
export const leavesLevel = (topic: string, words: string): boolean => isLevelName(topic) && /^[a-z][a-z ]{2,28} -{1,2} /.test(words);

/** Whether words are a region of the body (`Chest:`), which ends a topic that is a structure. */
export function namesRegion(folded: string, { start, end }: Span, lexicon: Lexicon): boolean {
  const match = lexicon.match(folded, start);
  return match !== null && match.end === end && match.senses.some(({ term }) => term.category === 'region');
}
