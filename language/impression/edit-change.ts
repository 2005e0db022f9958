import type { Finding } from '../meaning/finding.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

/** One word that can stand before a noun, behind `is` and behind a comma. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  new: 'new',
  unchanged: 'unchanged',
  increased: 'increased',
  decreased: 'decreased',
  resolved: 'resolved',
};
const ADJECTIVE = /^(new|unchanged|stable|static|unaltered|increased|decreased|resolved|progressed|regressed|improved|worsened)$/;
const GROWN: Readonly<Record<string, string>> = { increased: 'larger', decreased: 'smaller' };

/** Nouns that stand behind `with interval`. */
const STILL: ReadonlySet<string> = new Set(['progression', 'regression', 'growth', 'enlargement']);

const NOUN = /^((?:interval )?)(increase|decrease|growth|enlargement|reduction|progression|regression)((?: in size)?)$/;
/** The other of a pair of nouns; `increase` and `decrease` serve for the rest. */
const NOUNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  increased: { regression: 'progression' },
  decreased: { progression: 'regression', growth: 'reduction' },
};

/** The words of change turned to what the findings say, in the form that the item has; null where a person has to reword. */
export function rewordChange(text: string, range: Span, said: Said, support: readonly Finding[]): Rewording | null {
  const adjective = ADJECTIVES[said.change ?? ''];
  if (said.change === null || adjective === undefined) return null;
  const words = wordsAt(text, range);
  const wanted = changed(
    fold(words).replace(/\s+/g, ' '),
    said.change,
    adjectiveOf(support, text) ?? adjective,
    fold(text.slice(range.end, range.end + 12)),
    fold(text.slice(Math.max(0, range.start - 24), range.start)),
  );
  if (wanted === null) return null;
  // `is stable` -> `has progressed`.
  const is = HAPPENED.test(wanted) ? /\b(is|are)\s+$/i.exec(text.slice(Math.max(0, range.start - 5), range.start)) : null;
  if (is === null) return { range, words: likeCase(words, wanted) };
  const verb = is[1]?.toLowerCase() === 'is' ? 'has' : 'have';
  return { range: { start: range.start - is[0].length, end: range.end }, words: likeCase(is[0], `${verb} ${wanted}`) };
}

const HAPPENED = /^(progressed|regressed|improved|worsened)$/;

function changed(words: string, change: string, adjective: string, behind: string, before: string): string | null {
  const isSize = change === 'increased' || change === 'decreased' || change === 'unchanged';
  if (/^ in (size|extent)/.test(behind) && !isSize) return null;
  const perfect = /^(has|have) \w+$/.exec(words);
  if (perfect !== null) {
    const [, verb = ''] = perfect;
    if (change === 'new' || change === 'unchanged') return `${verb === 'has' ? 'is' : 'are'} ${change}`;
    return `${verb} ${change}`;
  }
  const noun = NOUN.exec(words);
  if (noun !== null && change === 'unchanged')
    return STILL.has(noun[2] ?? '') &&
      noun[3] === '' &&
      /(?<!(?:slight|mild|minimal|marked|significant|further) )interval /.test(before + words)
      ? `${noun[1] ?? ''}stability`
      : null;
  if (noun !== null)
    return change === 'increased' || change === 'decreased'
      ? `${noun[1] ?? ''}${NOUNS[change]?.[noun[2] ?? ''] ?? change.slice(0, -1)}${noun[3] ?? ''}`
      : null;
  if (/^\w+ in size$/.test(words)) return isSize ? `${change} in size` : change;
  if (/^\w+ since$/.test(words)) return `${adjective} since`;
  const compared = /^(?:larger|bigger|smaller)(?: than (before|previously|on))?$/.exec(words);
  if (compared !== null) {
    if (GROWN[change] !== undefined) return words.replace(/^\w+/, GROWN[change]);
    if (compared[1] === undefined && /^ than/.test(behind)) return null;
    return compared[1] === 'on' ? `${adjective} since` : adjective;
  }
  return ADJECTIVE.test(words) ? adjective : null;
}

/** The findings' own word, where it is one. */
function adjectiveOf(support: readonly Finding[], text: string): string | null {
  const [only, ...more] = support;
  const place = more.length === 0 ? only?.where.change : undefined;
  const words = place === undefined ? '' : fold(wordsAt(text, place));
  return ADJECTIVE.test(words) ? words : null;
}
