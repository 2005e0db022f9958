import type { Lexicon } from '../lexicon/lexicon.ts';
import { headerKeyAt, headingAt, type Lead, skipBlanks, topicAt } from './line.ts';

/** Words before a colon that can be a heading, key or topic. */
const LONGEST = 40;

/** A section heading behind a full stop in the middle of a line: `... IMPRESSION: ...`. `original` and `folded` are one text. */
export function laterHeading(original: string, folded: string, start: number, end: number, lexicon: Lexicon): Lead | null {
  for (const { first, colon } of leadsIn(folded, start, end)) {
    const heading = first > start && /[A-Z]/.test(original[first] ?? '') ? headingAt(folded, first, end, lexicon) : null;
    if (heading !== null && heading.words.end <= colon && folded.slice(heading.words.end, colon).trim() === '') return heading;
  }
  return null;
}

/**
 * Where the value of a header key ends because another key, a heading or a place follows behind a full stop in its line
 * (`Patient: 24 M. Study: MRI spine. Liver: enlarged.`); -1 where nothing does.
 */
export function valueEnd(original: string, folded: string, start: number, end: number, lexicon: Lexicon): number {
  for (const { first } of leadsIn(folded, start, end)) {
    if (first <= start || !/[A-Z]/.test(original[first] ?? '')) continue;
    if (headerKeyAt(folded, first, end, lexicon) !== null || headingAt(folded, first, end, lexicon) !== null) return first;
    const topic = topicAt(folded, original, first, end);
    if (topic !== null && namesPlace(folded, topic, lexicon)) return first;
  }
  return -1;
}

/** Each colon of a line, with the first word behind the stop before it. */
function* leadsIn(folded: string, start: number, end: number): Generator<{ first: number; colon: number }> {
  const line = folded.slice(start, end);
  for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
    const colon = start + at;
    let from = colon;
    while (from > start && !'.;'.includes(folded[from - 1] ?? '') && colon - from < LONGEST) from--;
    yield { first: skipBlanks(folded, from, end), colon };
  }
}

const namesPlace = (folded: string, { words }: Lead, lexicon: Lexicon): boolean => {
  const match = lexicon.match(folded, words.start);
  return match !== null && match.end === words.end && match.senses.some((s) => s.term.category === 'site');
};
