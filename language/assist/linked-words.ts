import type { Finding, Part } from '../meaning/finding.ts';
import { contains, overlaps, type Span, shift } from '../text/span.ts';
import type { LinkedReading } from './impression-ties.ts';

/** Attributes whose words are changed together. */
const PARTS: readonly Part[] = ['levels', 'discs', 'side'];

/** One level, one disc written `T4/5`, or a word for a side. */
const WORD = /[\p{L}\p{N}]+(?:\/[\p{L}\p{N}]+)?/gu;

/**
 * The places of the level or side at an offset, in an impression item and in the findings that it rests on, where all write it in the
 * same letters; empty where it stands once. From a finding, only where the item's word speaks of that finding alone: of another it
 * would become wrong. The places never overlap.
 */
export function linkedWordsAt(reading: LinkedReading, offset: number): Span[] {
  const pairs = pairsOf(reading);
  const has = (span: Span): boolean => contains(span, offset);
  const fromItem = pairs.filter(({ item }) => has(item));
  if (fromItem.length > 0) return inOrder([...fromItem.map(({ item }) => item), ...fromItem.map(({ body }) => body)]);
  const fromBody = pairs.find(({ body }) => has(body));
  if (fromBody === undefined) return [];
  const isShared = pairs.some(({ item, body }) => item.start === fromBody.item.start && body.start !== fromBody.body.start);
  return isShared ? [] : inOrder([fromBody.item, fromBody.body]);
}

/** A word of an impression item and the same word of a finding that it rests on. */
interface Pair {
  readonly item: Span;
  readonly body: Span;
}

const pairsOf = ({ text, links }: LinkedReading): Pair[] =>
  links.flat().flatMap(({ stated, support }) => support.flatMap((body) => PARTS.flatMap((part) => pairsIn(text, stated, body, part))));

/** Words that stand once in either; of `D4 and D4`, only their writer knows which is meant. */
function pairsIn(text: string, stated: Finding, support: Finding, part: Part): Pair[] {
  const [inItem, inBody] = [stated.where[part], support.where[part]];
  if (inItem === undefined || inBody === undefined || overlaps(inItem, inBody)) return [];
  const [own, others] = [wordsIn(text, inItem), wordsIn(text, inBody)];
  const letters = ({ start, end }: Span): string => text.slice(start, end);
  return own.flatMap((item) => {
    const again = own.filter((span) => letters(span) === letters(item));
    const there = others.filter((span) => letters(span) === letters(item));
    const [body] = there;
    return again.length === 1 && there.length === 1 && body !== undefined ? [{ item, body }] : [];
  });
}

/** Each place once. */
const inOrder = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map((span) => [span.start, span])).values()].sort((x, y) => x.start - y.start);

const wordsIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(WORD)].map(({ index, 0: word }) => shift({ start: index, end: index + word.length }, start));
