import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { cover, type Span } from '../text/span.ts';
import type { Difference } from './difference.ts';
import type { Rewording } from './edit-levels.ts';
import { contradicts } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

type Stated = Pick<Link, 'stated' | 'support'>;

/** What can be said of denials alone. */
export const FOR_DENIALS = /\b(any|either|whatsoever|at all)\b/i;

/** The words behind the last thing named, to the end of the sentence. */
export const restOf = (text: string, all: readonly Stated[]): string =>
  /^[^.;\n]*/.exec(text.slice(Math.max(...all.map(({ stated }) => stated.where.head?.end ?? 0))))?.[0] ?? '';

/**
 * Some of a list of denials are there: `No hepatomegaly, splenomegaly or ascites` -> `Hepatomegaly and splenomegaly, no ascites`;
 * `No ascites, hepatomegaly or splenomegaly` -> `No ascites but hepatomegaly and splenomegaly`. None where what is there stands in
 * the middle, or where more than list words stand between. `cue` is `no` or `without`, `place` where it stands.
 */
export function affirmSome(text: string, all: readonly Stated[], cue: string, place: Span): Rewording[] {
  const listed = all.filter(({ stated }) => stated.where.head !== undefined).sort((a, b) => startOf(a.stated) - startOf(b.stated));
  const isThere = listed.map(({ stated, support }) => contradicts(stated, support));
  const turns = isThere.flatMap((there, i) => (i > 0 && there !== isThere[i - 1] ? [i] : []));
  const [turn, ...more] = turns;
  const joints = listed.slice(1).map(({ stated }, i): Span => ({ start: listed[i]?.stated.where.head?.end ?? 0, end: startOf(stated) }));
  if (turn === undefined || more.length > 0 || joints.some((joint) => !LIST_WORDS.test(wordsAt(text, joint)))) return [];
  const isFirst = isThere[0] === true;
  if (!isFirst && FOR_DENIALS.test(restOf(text, all))) return [];
  const between = (from: number, to: number, word: 'and' | 'or'): Rewording[] =>
    joints.flatMap((range, i) => (i + 1 > from && i + 1 < to ? [{ range, words: i + 2 === to ? ` ${word} ` : ', ' }] : []));
  const edge = joints[turn - 1] as Span;
  const inner = isFirst
    ? [...between(0, turn, 'and'), ...between(turn, listed.length, 'or')]
    : [...between(0, turn, 'or'), ...between(turn, listed.length, 'and')];
  if (!isFirst) return [...inner, { range: edge, words: ' but ' }];
  const words = wordsAt(text, place);
  if (cue === 'without') return [{ range: place, words: likeCase(words, 'with') }, ...inner, { range: edge, words: ' but no ' }];
  if (/\b(but|and|with)\s+$/i.test(text.slice(Math.max(0, place.start - 8), place.start))) return [];
  const gap = /^\s*/.exec(text.slice(place.end, place.end + 8))?.[0].length ?? 0;
  return [
    { range: { start: place.start, end: place.end + gap }, words: '', opens: /^[A-Z]/.test(words) },
    ...inner,
    { range: edge, words: ', no ' },
  ];
}

const LIST_WORDS = /^(?:\s*,\s*(?:(?:or|nor|and)\s+)?|\s+(?:or|nor|and)\s+|\s*\/\s*)$/;

const startOf = (f: Finding): number => f.where.head?.start ?? 0;

/**
 * One word for two things of which one is there: `Hepatosplenomegaly` -> `Hepatomegaly`, `No hepatosplenomegaly` -> `Hepatomegaly, no
 * splenomegaly`. Null where the item has no such word, or is wrong about both.
 */
export function rewordHalf(text: string, { stated, support }: Difference, peers: readonly Link[], lexicon: Lexicon): Rewording[] | null {
  const { head, presence } = stated.where;
  const twin = peers.find((p) => p.stated.where.head?.start === head?.start && p.stated.where.head?.end === head?.end);
  if (head === undefined || twin === undefined || contradicts(twin.stated, twin.support)) return null;
  if (twin.support.length === 0 || !contradicts(stated, support)) return [];
  const labelOf = (f: Finding): string => lexicon.term(f.kind, 'head')?.label ?? f.kind;
  const words = wordsAt(text, head);
  if (stated.presence !== 'absent') return [{ range: head, words: likeCase(words, labelOf(twin.stated)) }];
  if (presence === undefined || !/^no$/i.test(wordsAt(text, presence)) || !/^\s+$/.test(text.slice(presence.end, head.start))) return [];
  const range = cover(presence, head);
  return [{ range, words: likeCase(wordsAt(text, range), `${labelOf(stated)}, no ${labelOf(twin.stated)}`) }];
}
