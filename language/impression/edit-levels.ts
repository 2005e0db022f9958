import { discLevels } from '../meaning/levels.ts';
import { byDisc, type LevelStyle, levelHull, levelRuns, levelStyleWithin, vertebraeOf, writeLevels } from '../meaning/notation.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { keepJoints } from './keep-joints.ts';
import type { Said } from './said.ts';
import { likeCase, wordsAt } from './words.ts';

/** Words to put in place of others. */
export interface Rewording {
  readonly range: Span;
  readonly words: string;
  /** The sentence began here: what comes next takes its capital. */
  readonly opens?: boolean;
  /** These words are put before what stands there; where they take its capital, it loses it. */
  readonly leads?: boolean;
}

/** What the findings say of levels, in a style. Discs that lie within the levels are not named again. */
export function saidLevels(said: Pick<Said, 'levels' | 'discs'>, style: LevelStyle): string {
  return writeLevels(
    said.levels,
    said.discs.filter((disc) => !discLevels(disc).every((level) => said.levels.includes(level))),
    style,
  );
}

/**
 * The level words of `range` reworded to what is said, in their own notation, else in that of their item, else in the report's.
 * A range that becomes a single level or a list takes `from` or `between` along. `largest at T8` stays behind them where it is right,
 * and so does `previously D4 to D6`. Null where the words are not levels alone.
 */
export function rewordLevels(text: string, range: Span, said: Said, item: string, usual: LevelStyle): Rewording | null {
  const spelt = rewordEnds(text, range, said, item, usual);
  if (spelt !== null) return spelt;
  const tight = tighten(text, withoutAside(text, range, said));
  if (tight === null) return null;
  const words = wordsAt(text, tight);
  const style = levelStyleWithin(usual, words, item);
  const before = text.slice(Math.max(0, tight.start - 12), tight.start);
  const opening = /\b(from|between)\s+$/i.exec(before);
  const joined = opening?.[1]?.toLowerCase() === 'between' ? { ...style, range: ' and ', brief: false } : style;
  const listed = /&/.test(words) ? { ...joined, and: ' & ' } : joined;
  const wanted = keepJoints(words, inLetters(words, discRange(words, said, joined) ?? saidLevels(said, listed), item));
  if (opening === null || isOneRange(said, joined)) return { range: tight, words: wanted };
  return { range: { start: tight.start - opening[0].length, end: tight.end }, words: `${likeCase(opening[1] ?? '', 'at')} ${wanted}` };
}

/** `D4 down to D8`, `D4 to the level of D9`: where it stays a range, its ends alone change. */
function rewordEnds(text: string, range: Span, said: Said, item: string, usual: LevelStyle): Rewording | null {
  const words = wordsAt(text, range);
  const ends = SPELT.exec(words);
  const [run = [], ...more] = levelRuns(said.levels);
  if (ends === null || said.discs.length > 0 || more.length > 0 || run.length < 2) return null;
  const [, first = '', between = '', last = ''] = ends;
  const write = (model: string, level: string): string =>
    inLetters(model, writeLevels([level], [], levelStyleWithin(usual, words, item)), item);
  return { range, words: write(first, run[0] ?? '') + between + write(last, run.at(-1) ?? '') };
}

const AROUND = '(?:the|levels?|of|vertebrae?|vertebral|body|end ?plates?|upper|lower|superior|inferior|mid)';
const SPELT = new RegExp(
  `^((?:th|[cdtls]v?-?)\\d{1,2})((?:\\s+${AROUND})*\\s+(?:(?:up|down)\\s+to|to|through)(?:\\s+${AROUND})*\\s+)((?:th|[cdtls]v?-?)\\d{1,2})$`,
  'i',
);

/** The range without what is said behind its levels of one of them, where the findings have that one too, or of an earlier time. */
function withoutAside(text: string, range: Span, said: Said): Span {
  const words = fold(wordsAt(text, range));
  const aside = ASIDE.exec(words);
  if (aside === null) return range;
  const levels = [...words.slice(aside.index).matchAll(/(?<![a-z0-9])(?:th|[cdtls])v?-?(\d{1,2})(?!\d)/g)];
  const canonical = levels.map(([level, number]) => `${level.startsWith('d') ? 'T' : level.charAt(0).toUpperCase()}${number}`);
  const there = vertebraeOf(said.levels, said.discs);
  const isRight = aside[1] !== undefined || canonical.every((level) => there.includes(level));
  return isRight ? { start: range.start, end: range.start + aside.index } : range;
}

const ASIDE =
  /[\s,;(]+(?:the\s+)?(?:(previously|formerly|earlier|before)|largest|biggest|larger|widest|thickest|bulkiest|worst|worse|most|maximal(?:ly)?|maximum|greatest|predominantly|mainly|mostly|especially|particularly|including|dominant|cent(?:re|er)d)\b/;

function isOneRange(said: Said, style: LevelStyle): boolean {
  const [run = [], ...more] = levelRuns(said.levels);
  return said.discs.length === 0 && more.length === 0 && run.length > (style.range.includes(' ') ? 1 : 2);
}

/** Discs in a row as `D4/5 to D7/8`, where the words have them so; null where they have not, or there is no row of discs. */
function discRange(words: string, said: Said, style: LevelStyle): string | null {
  const discs = [...new Set(said.discs)].sort(byDisc);
  const [first, last] = [discs[0], discs.at(-1)];
  if (first === undefined || last === undefined || discs.length < 2 || !DISC_RANGE.test(fold(words))) return null;
  const [top = '', bottom = ''] = [discLevels(first)[0], discLevels(last)[1]];
  const hull = levelHull([top, bottom]);
  const isRow = discs.length === hull.length - 1 && said.levels.every((level) => hull.includes(level));
  const joint = style.range.includes(' ') ? style.range : ' to ';
  return isRow ? [first, last].map((disc) => writeLevels([], [disc], style)).join(joint) : null;
}

const DISC_RANGE = /\d\/[cdtls]?\d{1,2}\s+(?:to|through)\s+[cdtls]\d{1,2}\//;

/** Levels typed small stay small; in an item in capitals, the words between them are too. */
function inLetters(model: string, wanted: string, item: string): string {
  if (/[a-z]\d/.test(model) && !/[A-Z]/.test(model)) return wanted.toLowerCase();
  return /\p{Lu}/u.test(item) && item === item.toUpperCase() ? wanted.toUpperCase() : wanted;
}

const LEVEL = '(?:th|[cdtls]v?-?)\\d{1,2}';
const ONLY_LEVELS = new RegExp(`^(?:${LEVEL}|\\d{1,2}|coccyx|and|to|through|[\\s,/&-]|levels?|vertebrae?|discs?)+$`);
const ENDS = new RegExp(`(?:${LEVEL}|coccyx).*(?:\\d|coccyx)|${LEVEL}|coccyx`, 's');

/** From the first level to the last, without `level` or `vertebra` around them. */
function tighten(text: string, range: Span): Span | null {
  const words = fold(wordsAt(text, range));
  if (!ONLY_LEVELS.test(words)) return null;
  const found = ENDS.exec(words);
  return found === null ? null : { start: range.start + found.index, end: range.start + found.index + found[0].length };
}
