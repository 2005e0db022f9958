import type { Heard } from './piece.ts';
import type { Words } from './words.ts';

const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["isn't", 'is not'],
  ["aren't", 'are not'],
  ["wasn't", 'was not'],
  ["weren't", 'were not'],
  ["doesn't", 'does not'],
  ["don't", 'do not'],
  ["didn't", 'did not'],
  ["hasn't", 'has not'],
  ["haven't", 'have not'],
  ["hadn't", 'had not'],
  ["can't", 'cannot'],
  ["couldn't", 'could not'],
  ["won't", 'will not'],
  ["wouldn't", 'would not'],
  ["shouldn't", 'should not'],
  ["mustn't", 'must not'],
  ["they're", 'they are'],
  ["there're", 'there are'],
  ["they've", 'they have'],
  ["there'll", 'there will'],
  ['isnt', 'is not'],
  ['arent', 'are not'],
  ['wasnt', 'was not'],
  ['werent', 'were not'],
  ['doesnt', 'does not'],
  ['didnt', 'did not'],
  ['hasnt', 'has not'],
  ['havent', 'have not'],
]);

const WITH_IS = /^(it|there|that|here|what)'s$/;

/** `isn't` -> `is not`, so that no negation hides in a word. */
export function hearContraction(words: Words, i: number): Heard | null {
  const word = words.at(i);
  const plain = CONTRACTIONS.get(word) ?? withIs(words, i, word);
  if (plain === null) return null;
  return { next: i + 1, pieces: [{ span: words.span(i, i + 1), written: plain, role: 'word', why: 'contraction', spoken: 'no' }] };
}

const withIs = (words: Words, i: number, word: string): string | null =>
  WITH_IS.test(word) ? `${word.slice(0, -2)} ${/^(been|increased|decreased|progressed)$/.test(words.at(i + 1)) ? 'has' : 'is'}` : null;
