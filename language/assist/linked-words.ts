import type { Finding, Part } from '../meaning/finding.ts';
import { contains, overlaps, type Span, shift } from '../text/span.ts';
import type { LinkedReading } from './impression-ties.ts';

/** Attributes whose words are changed together. */
const PARTS: readonly Part[] = ['levels', 'discs', 'side'];

/** One level, or a word for a side. */
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The places of the level or side at an offset in a finding and in the impression words that rest on it, where both write it in the
 * same letters; empty where only one does. They never overlap.
 */
export function linkedWordsAt(reading: LinkedReading, offset: number): Span[] {
  for (const { stated, support } of reading.links.flat()) {
    for (const body of support) {
      for (const part of PARTS) {
        const pair = pairOf(reading.text, stated, body, part, offset);
        if (pair.length > 0) return pair;
      }
    }
  }
  return [];
}

function pairOf(text: string, a: Finding, b: Finding, part: Part, offset: number): Span[] {
  const [inA, inB] = [a.where[part], b.where[part]];
  if (inA === undefined || inB === undefined || overlaps(inA, inB)) return [];
  const here = contains(inA, offset) ? inA : contains(inB, offset) ? inB : null;
  if (here === null) return [];
  const there = here === inA ? inB : inA;
  const words = wordsIn(text, here);
  const at = words.findIndex((span) => contains(span, offset));
  const own = words[at];
  if (own === undefined) return [];
  const letters = text.slice(own.start, own.end);
  const others = wordsIn(text, there).filter((span) => text.slice(span.start, span.end) === letters);
  // `D4 and D4` twice: which is meant, only their writer knows.
  const again = words.filter((span) => text.slice(span.start, span.end) === letters);
  return others.length === 1 && again.length === 1 ? [own, ...others].sort((x, y) => x.start - y.start) : [];
}

const wordsIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(WORD)].map(({ index, 0: word }) => shift({ start: index, end: index + word.length }, start));
