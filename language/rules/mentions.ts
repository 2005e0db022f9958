import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Env, findingsOf } from './binding.ts';
import type { Condition } from './clause.ts';
import type { Facts } from './facts.ts';
import { placeOfAttribute } from './read-attribute.ts';

type Mentions = Extract<Condition, { type: 'mentions' }>;

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function placesAsked(where: Mentions['where'], env: Env, facts: Facts): readonly Span[] {
  if (typeof where === 'string') return facts.rangesOf(where);
  const { attribute, of } = where;
  if (of === null) return env.mention === null ? [] : [facts.statementAt(env.mention.start)?.range ?? env.mention];
  return findingsOf(env, of).flatMap((finding) => {
    if (attribute === 'statement') return facts.statementRanges(finding);
    const place = placeOfAttribute(finding, attribute, facts);
    return place === null ? [] : [place];
  });
}

/** Where the words that the condition asks for stand, whole and in any letter case; at most `most` places, in the order asked. */
export function mentionsIn(condition: Mentions, env: Env, facts: Facts, most: number): readonly Span[] {
  const { where, words } = condition;
  // The words of a whole part are the same whatever is bound.
  return typeof where === 'string'
    ? most === 1
      ? facts.once(words, () => look(condition, env, facts, most))
      : look(condition, env, facts, most)
    : look(condition, env, facts, most);
}

const FOLDED = new WeakMap<readonly string[], readonly string[]>();

/** The words of a rule, which are asked again and again. */
function foldedOnce(words: readonly string[]): readonly string[] {
  const kept = FOLDED.get(words) ?? words.map(fold);
  FOLDED.set(words, kept);
  return kept;
}

function look({ where, words }: Mentions, env: Env, facts: Facts, most: number): Span[] {
  const found: Span[] = [];
  const asked = foldedOnce(words);
  for (const range of placesAsked(where, env, facts)) {
    const { start } = range;
    // The part alone is searched, so that many parts cost no more than their own length.
    const part = facts.folded(range);
    for (const word of asked) {
      for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1)) {
        if (isLetter(part[at - 1]) || isLetter(part[at + word.length])) continue;
        found.push({ start: start + at, end: start + at + word.length });
        if (found.length >= most) return found;
      }
    }
  }
  return found;
}
