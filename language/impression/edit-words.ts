import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding, Severity, Side } from '../meaning/finding.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Rewording } from './edit-levels.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

const ADVERBS: Readonly<Record<Severity, string>> = { mild: 'mildly', moderate: 'moderately', severe: 'severely' };

/** Grades in words: `moderate to severe`, as an adverb `moderately to severely`. */
export const gradeWords = (grades: readonly Severity[], adverb = false): string =>
  grades.map((g) => (adverb ? ADVERBS[g] : g)).join(' to ');

/** The grade as the findings say it: in their own words, in the form that the item has (`marked` as `markedly`, `mild to moderate`). */
export function rewordSeverity(text: string, range: Span, said: Said, support: readonly Finding[], lexicon: Lexicon): Rewording | null {
  const words = wordsAt(text, range);
  if (said.severity === null || words.length > 40) return null;
  const adverb = isAdverb(words);
  const own = inForm(ownGrade(text, support), adverb, lexicon);
  const joint = JOINT.exec(words)?.[0];
  const wanted = own ?? gradeWords(said.severity, adverb);
  return { range, words: likeCase(words, joint === undefined ? wanted : wanted.replace(JOINT, joint)) };
}

/** The grade in the words of the one finding that gives it; empty where several do, or none. */
export function ownGrade(text: string, support: readonly Finding[]): string {
  const span = support.length === 1 ? support[0]?.where.severity : undefined;
  const words = span === undefined ? '' : fold(wordsAt(text, span)).replace(/\s+/g, ' ');
  return words.length <= 40 ? words : '';
}

const JOINT = /\s*-\s*to\s*-\s*|\s+to\s+|\s*[/\u2013\u2014-]\s*(?=(?:mild|moderate|severe|marked))/i;

/** A grade as adverb or as adjective; null where the lexicon has no such word. */
function inForm(words: string, adverb: boolean, lexicon: Lexicon): string | null {
  if (words === '') return null;
  if (isAdverb(words) === adverb) return words;
  const form = adverb ? `${words}ly` : words.replace(/ly$/, '');
  const match = / /.test(words) ? null : lexicon.match(form, 0);
  return match !== null && match.end === form.length && match.senses.some((s) => s.term.category === 'severity') ? form : null;
}

const isAdverb = (words: string): boolean => /ly$/.test(fold(words));

const SIDE = /\b(left|right|lt|rt|bilateral(?:ly)?|both)\b/g;

/** The side word turned to what the findings say; null where the words name no side or several. */
export function rewordSide(text: string, range: Span, said: Said, stated: Side | null): Rewording | null {
  if (said.side === null) return null;
  if (said.side === 'bilateral' && stated === 'bilateral') return rewordStronger(text, range, said.dominantSide);
  const words = fold(wordsAt(text, range));
  const found = [...words.matchAll(SIDE)];
  const first = found[0];
  if (first === undefined || found.length > 1) return null;
  const place = { start: range.start + first.index, end: range.start + first.index + first[0].length };
  const model = wordsAt(text, place);
  if (said.side === 'bilateral') return toBilateral(text, place, model);
  if (first[0].startsWith('bilateral') || first[0] === 'both') return toOneSide(text, range, place, said.side);
  const short = first[0] === 'lt' || first[0] === 'rt';
  return { range: place, words: likeCase(model, short ? (said.side === 'left' ? 'lt' : 'rt') : said.side) };
}

/** `larger on the right` -> `larger on the left`, `left > right` -> `right > left`, `left larger than right` likewise. */
function rewordStronger(text: string, range: Span, side: 'left' | 'right' | null): Rewording | null {
  const words = wordsAt(text, range);
  const found = words.match(/\b(left|right)\b/gi) ?? [];
  const isCompared = /[<>]|\b(left|right)\b[^,;]*\bthan\b[^,;]*\b(left|right)\b/i.test(words);
  if (side === null || found.length > 2 || (found.length === 2 && !isCompared)) return null;
  const other = found.length === 2 ? (word: string): string => (/left/i.test(word) ? 'right' : 'left') : (): string => side;
  return { range, words: words.replace(/\b(left|right)\b/gi, (word) => likeCase(word, other(word))) };
}

/** `on the left` -> `on both sides`, `left-sided` -> `bilateral`. */
function toBilateral(text: string, place: Span, model: string): Rewording {
  const before = /\b(?:on|at|in) the $/i.exec(text.slice(Math.max(0, place.start - 8), place.start));
  const after = /^(?:[- ]sided|[- ]hand side|[- ]side|wards?)?/i.exec(text.slice(place.end, place.end + 12))?.[0] ?? '';
  const end = place.end + after.length;
  if (before !== null && !/^\s+\p{L}/u.test(text.slice(end, end + 2)))
    return { range: { start: place.start - 4, end }, words: 'both sides' };
  return { range: { start: place.start, end }, words: likeCase(model, 'bilateral') };
}

/** `on both sides` -> `on the left`, `bilaterally` -> `on the left`, `bilateral` -> `left`. */
function toOneSide(text: string, range: Span, place: Span, side: 'left' | 'right'): Rewording {
  const model = wordsAt(text, place);
  const sides = /^(?: the)? sides?/i.exec(text.slice(place.end, place.end + 10))?.[0] ?? '';
  if (/^bilaterally$/i.test(model)) return { range: place, words: likeCase(model, `on the ${side}`) };
  if (sides !== '')
    return { range: { start: place.start, end: Math.max(range.end, place.end + sides.length) }, words: likeCase(model, `the ${side}`) };
  return { range: place, words: likeCase(model, side) };
}
