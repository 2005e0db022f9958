import type { Finding } from '../meaning/finding.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Condition } from './clause.ts';
import type { Facts } from './facts.ts';
import { placeOfAttribute } from './read-attribute.ts';
import { mayShow, type Sight } from './sight.ts';
import type { Signs } from './signs.ts';
import { isLetterAt } from './words.ts';

export type Mentions = Extract<Condition, { type: 'mentions' }>;

/** The sign without which a report mentions none of the words; null: nothing tells, as an attribute may be written in the middle of a word. */
export const signOfWords = ({ where, words }: Mentions, signs: Signs): number | null =>
  typeof where === 'string' || where.attribute === 'statement' ? signs.ofPhrases(words) : null;

const NOWHERE: readonly Span[] = [];

/**
 * Plans where the words that a condition asks for stand, whole and in any letter case; the function answers at most `most` places, in the
 * order asked.
 */
export function mentionsIn(condition: Mentions, signs: Signs): (env: Env, sight: Sight, most: number) => readonly Span[] {
  const { where } = condition;
  const sign = signOfWords(condition, signs);
  const words = condition.words.map(fold);
  return (env, sight, most) => {
    if (!mayShow(sight, sign)) return NOWHERE;
    const { facts } = sight;
    if (typeof where !== 'string') return look(words, placesAsked(where, env, facts), facts, most);
    // The words of a whole part are the same whatever is bound.
    return most === 1
      ? facts.once(words, () => look(words, facts.rangesOf(where), facts, 1))
      : look(words, facts.rangesOf(where), facts, most);
  };
}

function placesAsked({ attribute, of }: Exclude<Mentions['where'], string>, env: Env, facts: Facts): readonly Span[] {
  if (of === null) return env.mention === null ? [] : [facts.statementAt(env.mention.start)?.range ?? env.mention];
  const placesOf = (finding: Finding): readonly Span[] => {
    if (attribute === 'statement') return facts.statementRanges(finding);
    const place = placeOfAttribute(finding, attribute, facts);
    return place === null ? NOWHERE : [place];
  };
  const findings = findingsOf(env, of);
  const [only] = findings;
  return only !== undefined && findings.length === 1 ? placesOf(only) : findings.flatMap(placesOf);
}

function look(words: readonly string[], places: readonly Span[], facts: Facts, most: number): readonly Span[] {
  let found: Span[] | null = null;
  for (const range of places) {
    const { start } = range;
    // The part alone is searched, so that many parts cost no more than their own length.
    const part = facts.folded(range);
    for (const word of words) {
      for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1)) {
        if (isLetterAt(part, at - 1) || isLetterAt(part, at + word.length)) continue;
        const place = { start: start + at, end: start + at + word.length };
        if (found === null) found = [place];
        else found.push(place);
        if (found.length >= most) return found;
      }
    }
  }
  return found ?? NOWHERE;
}
