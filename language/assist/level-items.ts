import type { Lexicon } from '../lexicon/lexicon.ts';
import { discBetween, LEVELS, levelIndex } from '../meaning/levels.ts';
import { type LevelStyle, levelStyleOf, writeLevel, writeLevels } from '../meaning/notation.ts';
import { canonicalLevel } from '../meaning/read-levels.ts';
import { And, Comma, Dash, Level, type Lexeme, Slash, To } from '../syntax/tokens.ts';
import type { Proposal } from './item.ts';
import { SPINE_REGIONS } from './names.ts';
import type { Place } from './place.ts';

/** Words that a level follows. */
const BEFORE_LEVELS = /^(?:at|at the levels? of|from|between|opposite|above|below|beyond)$/;

/** Levels where the words before the cursor ask for one: behind `D4 to`, `D4-`, `at`, `levels`; none elsewhere. */
export function levelItems(place: Place, lexicon: Lexicon, asked: boolean): Proposal[] {
  const { before, typed } = place;
  const last = before.at(-1);
  const previous = before.at(-2);
  if (last === undefined) return [];
  const from = fromLevel(before);
  if (from !== null) return belowItems(place, from, last.tokenType === Slash);
  if (BEFORE_LEVELS.test(last.image) || isLevelWord(last) || (last.image === 'of' && isLevelWord(previous)))
    return freeItems(place, lexicon);
  const listed = (last.tokenType === Comma || last.tokenType === And) && previous?.tokenType === Level;
  return listed && (asked || typed !== '') ? belowItems(place, previous, false) : [];
}

const isLevelWord = (token: Lexeme | undefined): boolean => token?.payload?.senses.some(({ term }) => term.id === 'level-word') ?? false;

/** The level that a range begins with: `D4` of `D4 to`, `D4-`, `D4/`. */
function fromLevel(before: readonly Lexeme[]): Lexeme | null {
  const last = before.at(-1);
  const previous = before.at(-2);
  if (last === undefined || previous?.tokenType !== Level) return null;
  if (last.tokenType === Dash) return last.startOffset === previous.startOffset + previous.image.length ? previous : null;
  return last.tokenType === To || last.tokenType === Slash ? previous : null;
}

/** The levels below one; behind a slash only its neighbour, which makes a disc with it. */
function belowItems(place: Place, from: Lexeme, disc: boolean): Proposal[] {
  const upper = canonicalLevel(from.image);
  if (upper === null || levelIndex(upper) < 0) return [];
  const written = place.text.slice(place.start + from.startOffset, place.start + from.startOffset + from.image.length);
  const style = { ...styleAround(place), ...thoracicOf(upper, written) };
  const below = examinedFirst(place, LEVELS.slice(levelIndex(upper) + 1)).filter((level) => !disc || discBetween(upper, level) !== null);
  const brief = /^\d/.test(place.typed);
  return below.flatMap((level) => (brief ? briefItem(place, upper, level, style) : levelItem(place, level, style, written)));
}

function thoracicOf(level: string, written: string): Partial<LevelStyle> {
  return level.startsWith('T') ? { thoracic: written.toUpperCase().startsWith('D') ? 'D' : 'T' } : {};
}

/** `8` for `D3-8`. */
function briefItem(place: Place, upper: string, level: string, style: LevelStyle): Proposal[] {
  const number = level.slice(1);
  if (level[0] !== upper[0] || !number.startsWith(place.typed)) return [];
  return [{ ...base(place, level), label: writeLevel(level, style), insertText: number, filterText: number }];
}

function levelItem(place: Place, level: string, style: LevelStyle, like: string): Proposal[] {
  const written = writeLevel(level, style);
  const label = /^[a-z]/.test(place.typed === '' ? like : place.typed) ? written.toLowerCase() : written;
  const alike = [label, level].find((word) => word.toLowerCase().startsWith(place.typed.toLowerCase()));
  return alike === undefined ? [] : [{ ...base(place, level), label, insertText: label, filterText: alike }];
}

const base = (place: Place, level: string) => ({ replace: place.word, kind: 'level', detail: levelDetail(level) }) as const;

export function levelDetail(level: string): string {
  const region = SPINE_REGIONS[level.charAt(0)];
  return region === undefined ? 'coccyx' : `${region} vertebra`;
}

/** Any level, those of the examined region first; in the impression, the places of the findings before all. */
function freeItems(place: Place, lexicon: Lexicon): Proposal[] {
  const style = styleAround(place);
  return [...foundItems(place, style, lexicon), ...examinedFirst(place, LEVELS).flatMap((level) => levelItem(place, level, style, 'T'))];
}

/** Levels of the examined regions before the others, each in the order given; the thoracic ones where no region is known. */
function examinedFirst({ report }: Place, levels: readonly string[]): string[] {
  const letters = (report?.exam.regions ?? []).flatMap((region) =>
    Object.keys(REGION_OF)
      .filter((word) => region.includes(word))
      .flatMap((word) => REGION_OF[word] ?? []),
  );
  const isFirst = (level: string): boolean => (letters.length > 0 ? letters : ['T']).includes(level.charAt(0));
  return [...levels.filter(isFirst), ...levels.filter((level) => !isFirst(level))];
}

/** Words of region ids, with the letters of their vertebrae. */
const REGION_OF: Readonly<Record<string, readonly string[]>> = {
  cerv: ['C'],
  thora: ['T'],
  lumbar: ['L'],
  lumbo: ['L'],
  sacr: ['S'],
  whole: ['C', 'T', 'L', 'S'],
};

function foundItems(place: Place, style: LevelStyle, lexicon: Lexicon): Proposal[] {
  if (place.section !== 'impression' || place.typed !== '') return [];
  const found =
    place.report?.findings.filter(({ presence, levels, discs }) => presence !== 'absent' && levels.length + discs.length > 1) ?? [];
  return found.map(({ kind, levels, discs }) => {
    const words = writeLevels(levels, discs, style);
    const detail = lexicon.term(kind, 'head')?.label ?? kind;
    return { replace: place.word, kind: 'level', label: words, insertText: words, filterText: words, detail } as const;
  });
}

/** The notation of the statement, else of the report around it. */
function styleAround({ text, start, word, report }: Place): LevelStyle {
  const from = Math.max(report?.range.start ?? 0, word.start - MOST_STYLE);
  return levelStyleOf(text.slice(start, word.start), text.slice(from, Math.min(report?.range.end ?? text.length, word.start + MOST_STYLE)));
}

/** How far around the cursor the notation is looked for. */
const MOST_STYLE = 5000;
