import { AFTER_NO, BE, FINITE, NO_ADJECTIVES, RELATIVE } from './clause-words.ts';
import { levelAt } from './level-words.ts';
import { unitAt } from './units.ts';
import type { Words } from './words.ts';

/** Whether a new clause surely begins at word `i`, a complete one standing before it. `predicate`: that one ends in `is` and an adjective. */
export function opensClause(words: Words, i: number, predicate: boolean): boolean {
  switch (words.at(i)) {
    case 'there':
      return BE.has(words.at(i + 1)) || ((words.at(i + 1) === 'has' || words.at(i + 1) === 'have') && words.at(i + 2) === 'been');
    case 'no':
      return deniesSomething(words, i);
    case 'it':
    case 'they':
      return (
        FINITE.has(words.at(i + 1)) &&
        (predicate || [unitAt(words, i - 1), levelAt(words, i - 1), levelAt(words, i - 2)].some((x) => x?.next === i))
      );
    case 'this':
    case 'these':
    case 'those':
      return BE.has(words.at(i + 1)) || hasSubject(words, i);
    case 'the':
    case 'both':
    case 'all':
    case 'a':
    case 'an':
      return hasSubject(words, i);
    default:
      return predicate && isBareSubject(words, i);
  }
}

/** `no ascites`; not `no longer`, nor `no enhancement`, which speaks of the thing before it. */
function deniesSomething(words: Words, i: number): boolean {
  let noun = i + 1;
  while (noun < i + 6 && NO_ADJECTIVES.has(words.at(noun))) noun++;
  if (words.at(noun) === '' || AFTER_NO.has(words.at(i + 1)) || AFTER_NO.has(words.at(noun)) || !/^\p{L}/u.test(words.at(noun)))
    return false;
  const match = words.match(noun);
  return match === null || !match.senses.some((s) => ATTRIBUTES.has(s.term.category));
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['enhancement', 'change', 'pattern', 'intensity', 'morphology', 'cause', 'sequence']);

const LONGEST_SUBJECT = 11;
const ENDS_SUBJECT = /^(the|a|an|no|there|but|however|although|while|is|are|it|they)$/;

/** `the paraspinal masses are`, `the tissue behind the cord from D4 to D7 is`: a subject and its verb. */
function hasSubject(words: Words, i: number): boolean {
  let nouns = 0;
  for (let k = i + 1; k < i + LONGEST_SUBJECT; k++) {
    const word = words.at(k);
    if (FINITE.has(word) && nouns > 0) return isPredicateOf(words, k);
    if (word === '' || RELATIVE.has(word) || !/^[\p{L}\p{N}]/u.test(word)) return false;
    if (ENDS_SUBJECT.test(word) && !(/^(the|a|an)$/.test(word) && isLink(words, k - 1))) return false;
    if (/ing$|^(comma|period|colon|new|semicolon)$/.test(word)) return false;
    nouns++;
  }
  return false;
}

/** `narrow` and `measure` are also other words: they need a plural before them. `and are` goes on with the subject before. */
const isPredicateOf = (words: Words, verb: number): boolean =>
  !/^(and|or|but)$/.test(words.at(verb - 1)) &&
  (!/^(cause|measure|show|return|extend|narrow|display)$/.test(words.at(verb)) || /s$/.test(words.at(verb - 1)));

const isLink = (words: Words, i: number): boolean =>
  /^(and|of|in|on|at|behind|around|within|along|from|to|between|over|both)$/.test(words.at(i));

/** `spleen is`: a site, or a finding, without its article. */
function isBareSubject(words: Words, i: number): boolean {
  const match = words.match(i);
  if (match === null || !match.senses.some((s) => s.term.category === 'site')) return false;
  let next = i;
  while (words.list[next] !== undefined && (words.list[next]?.end ?? 0) <= match.end) next++;
  return BE.has(words.at(next)) || /^(shows|show|appears|appear|measures|demonstrates)$/.test(words.at(next));
}
