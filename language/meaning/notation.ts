import { fold } from '../text/fold.ts';
import { byLevel, discBetween, discLevels, levelIndex, levelRange } from './levels.ts';

/** How an author writes levels. */
export interface LevelStyle {
  /** Letter of the thoracic vertebrae. */
  readonly thoracic: 'D' | 'T';
  /** Between the ends of a range: `-`, an en dash, ` to `. */
  readonly range: string;
  /** Between the vertebrae of a disc: `-`, `/`, an en dash. */
  readonly disc: string;
  /** The second vertebra repeats no letter: `D3-8`, `D4/5`. */
  readonly brief: boolean;
  /** Before the last of a list. */
  readonly and: string;
}

const USUAL: LevelStyle = { thoracic: 'T', range: '-', disc: '-', brief: false, and: ' and ' };

/** The style of the words given, the nearest first: each trait is that of the first text that shows it, and there the first one. */
export const levelStyleOf = (...texts: readonly string[]): LevelStyle => levelStyleWithin(usualOf(texts), ...texts);

/** The same, but of a text that shows several the more frequent one, so that the order of its sentences decides nothing. */
export const usualLevelStyle = (...texts: readonly string[]): LevelStyle => within(usualOf(texts), texts, mostFrequent);

/** The style of words within a report of a known style, which serves where the words show nothing. */
export const levelStyleWithin = (usual: LevelStyle, ...texts: readonly string[]): LevelStyle => within(usual, texts, first);

const usualOf = (texts: readonly string[]): LevelStyle => ({
  ...USUAL,
  thoracic: texts.some((t) => /\bdorsal\b/.test(fold(t))) ? 'D' : 'T',
});

const within = (usual: LevelStyle, texts: readonly string[], choose: Choose): LevelStyle =>
  Object.assign({}, usual, ...texts.map((text) => traitsOf(text, choose)).reverse());

/** Which of the ways that a text shows is its own. */
type Choose = <T>(shown: ReadonlyMap<T, number>) => T | undefined;

const first: Choose = (shown) => shown.keys().next().value;

const PAIR = /(?<![\w.])([cdtls])(\d{1,2})(?:( *(?:-+|\/|to|through) *)([cdtls]?)(\d{1,2}))?(?![\w.]*\w)/g;

function traitsOf(text: string, choose: Choose): Partial<LevelStyle> {
  const folded = fold(text);
  const shown = {
    thoracic: new Map<'D' | 'T', number>(),
    range: new Map<string, number>(),
    disc: new Map<string, number>(),
    brief: new Map<boolean, number>(),
  };
  for (const m of folded.matchAll(PAIR)) {
    const [, letter = '', number = '', joint = '', again = '', to = ''] = m;
    if (letter === 'd' && Number(number) <= 12) count(shown.thoracic, 'D');
    // A bare T1 or T2 is as a rule a sequence.
    if (letter === 't' && (joint !== '' || Number(number) > 2)) count(shown.thoracic, 'T');
    if (joint === '') continue;
    const at = m.index + letter.length + number.length;
    const written = text.slice(at, at + joint.length);
    const isDisc = discBetween(canonical(letter, number), canonical(again || letter, to)) !== null;
    if (isDisc && !/to|through/.test(joint)) count(shown.disc, written.trim());
    else if (!joint.includes('/')) count(shown.range, /to|through/.test(joint) ? ` ${written.trim().toLowerCase()} ` : written.trim());
    if (again === '' || again === letter) count(shown.brief, again === '');
  }
  const thoracic = mostFrequent(shown.thoracic);
  const range = choose(shown.range);
  const disc = choose(shown.disc);
  const brief = choose(shown.brief);
  return {
    ...(thoracic === undefined ? {} : { thoracic }),
    ...(range === undefined ? {} : { range }),
    ...(disc === undefined ? {} : { disc }),
    ...(brief === undefined ? {} : { brief }),
  };
}

const count = <T>(shown: Map<T, number>, trait: T): unknown => shown.set(trait, (shown.get(trait) ?? 0) + 1);

/** Of several that are as frequent, always the same one, so that the order of writing decides nothing. */
const mostFrequent: Choose = (shown) => [...shown].sort(([a, n], [b, m]) => m - n || (String(a) > String(b) ? -1 : 1))[0]?.[0];

const canonical = (letter: string, number: string): string => `${letter === 'd' ? 'T' : letter.toUpperCase()}${number}`;

/** One level or disc in a report's letters: `T4` as `D4` where it writes D. */
export const writeLevel = (level: string, style: LevelStyle): string => (style.thoracic === 'D' ? level.replace(/^T(?=\d)/, 'D') : level);

/**
 * Levels and discs (canonical, any order) in a style: `D4-D7`, `D4 to D7`, `D4, D6 and D9-D11`. Two neighbours are
 * listed (`D4 and D5`) where the style has a dash, because `D4-D5` may name the disc. Empty for none.
 */
export function writeLevels(levels: readonly string[], discs: readonly string[], style: LevelStyle): string {
  const runs = levelRuns(levels).flatMap((run) =>
    run.length > (style.range.includes(' ') ? 1 : 2)
      ? [writePair(run[0] ?? '', run.at(-1) ?? '', style.range, style)]
      : run.map((level) => writeLevel(level, style)),
  );
  const pairs = [...new Set(discs)].sort(byDisc).map((disc) => {
    const [upper = '', lower = ''] = discLevels(disc);
    return writePair(upper, lower, style.disc, style);
  });
  const all = [...runs, ...pairs];
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')}${style.and}${all.at(-1)}`;
}

function writePair(from: string, to: string, joint: string, style: LevelStyle): string {
  const second =
    style.brief && !joint.includes(' ') && from[0] === to[0] && levelIndex(to) < levelIndex('coccyx') ? to.slice(1) : writeLevel(to, style);
  return `${writeLevel(from, style)}${joint}${second}`;
}

/** Levels as unbroken stretches of the spine, cranial first; what is no level is left out. */
export function levelRuns(levels: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const level of [...new Set(levels)].filter((l) => levelIndex(l) >= 0).sort(byLevel)) {
    const run = runs.at(-1);
    if (run !== undefined && levelIndex(level) === levelIndex(run.at(-1) ?? '') + 1) run.push(level);
    else runs.push([level]);
  }
  return runs;
}

/** Every level from the uppermost to the lowest. */
export function levelHull(levels: readonly string[]): string[] {
  const sorted = [...levels].sort(byLevel);
  return levelRange(sorted[0] ?? '', sorted.at(-1) ?? '');
}

/** The vertebrae of levels and of the discs beside them, cranial first. */
export const vertebraeOf = (levels: readonly string[], discs: readonly string[]): readonly string[] =>
  discs.length === 0 && areSorted(levels) ? levels : [...new Set([...levels, ...discs.flatMap(discLevels)])].sort(byLevel);

function areSorted(levels: readonly string[]): boolean {
  for (let i = 1; i < levels.length; i++) if (byLevel(levels[i - 1] ?? '', levels[i] ?? '') >= 0) return false;
  return true;
}

/** Discs, cranial first. */
export const byDisc = (a: string, b: string): number => byLevel(discLevels(a)[0] ?? '', discLevels(b)[0] ?? '');
