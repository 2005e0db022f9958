import { fold } from '../text/fold.ts';
import { lazy } from '../text/lazy.ts';
import type { Span } from '../text/span.ts';
import { boundNumbers, levelsIn, NUMBERED } from './detail-words.ts';
import type { Finding } from './finding.ts';
import type { Given } from './given.ts';
import type { Note } from './note.ts';
import type { Report } from './report.ts';
import { sizesMatch } from './sizes.ts';

/** Where in its organ, or where most of it, a finding lies: what sites, sides and levels do not say. */
export interface Detail {
  /**
   * `worst`: the level that is singled out (`largest at T8`), `worst-side` its side; `size`: that of one side (`right 4 cm, left 2 cm`),
   * `larger-side` the larger of the two; `age`: of a fracture.
   */
  readonly kind: 'rib' | 'segment' | 'station' | 'part' | 'worst' | 'worst-side' | 'size' | 'larger-side' | 'age';
  /** What is named, in one way of writing: `6`, `7`, `4r`, `upper pole`, `T8`, `right 40`. */
  readonly values: readonly string[];
  /** The words that name it: `6th`, `VII`, `upper`, `T8`. */
  readonly range: Span;
  /** Compared by other checks already: of a worst level, that no other level is given; of a larger side, that it is said in so many words. */
  readonly isAll?: boolean;
}

/** The details that the words around a finding state, in the order of the text. */
export type DetailsOf = (finding: Finding) => readonly Detail[];

/**
 * What is stated in detail in one report; `text` is the whole text that the report is in, `folded` gives words of it. Each finding is read
 * once, and most of them are told by a glance at their sentence to state nothing in detail.
 */
export function detailsIn(
  report: Pick<Report, 'notes' | 'outline'>,
  given: () => Given,
  text: string,
  folded: (span: Span) => string = ({ start, end }) => fold(text.slice(start, end)),
): DetailsOf {
  const ribs = lazy(() => byStatement(report.notes, (note) => note.category === 'rib' && note.presence !== 'absent'));
  const sizes = lazy(() =>
    byStatement(report.notes, (note) => note.category === 'measurement' && note.kind === 'size' && note.sizeMm !== null),
  );
  const mayBeDetailed = (finding: Finding): boolean => {
    const { range, statement } = finding;
    const sentence = report.outline.statements[statement]?.range;
    if (sentence === undefined) return false;
    const words = folded({ start: Math.min(range.start, sentence.start), end: sentence.end });
    return ribs().has(statement) || (sizes().has(statement) && SIDED.test(words)) || mayNameDetails(finding, words);
  };
  const read = (finding: Finding): readonly Detail[] => {
    if (!mayBeDetailed(finding)) return NONE;
    const reach = given().reach(finding);
    const within = (notes: readonly Note[] = []): Note[] =>
      notes.filter(({ range }) => range.start >= reach.start && range.end <= reach.end);
    const sided = sidedSizes(within(sizes().get(finding.statement)), text, reach);
    return [...ribDetail(within(ribs().get(finding.statement))), ...sided, ...largerSide(sided), ...wordDetails(finding, text, reach)].sort(
      (a, b) => a.range.start - b.range.start,
    );
  };
  const kept = new Map<Finding, readonly Detail[]>();
  return (finding) => {
    let found = kept.get(finding);
    if (found === undefined) kept.set(finding, (found = read(finding)));
    return found;
  };
}

const NONE: readonly Detail[] = [];

function byStatement(notes: readonly Note[], isOne: (note: Note) => boolean): ReadonlyMap<number, readonly Note[]> {
  const found = new Map<number, Note[]>();
  for (const note of notes) {
    if (!isOne(note)) continue;
    const same = found.get(note.statement);
    if (same) same.push(note);
    else found.set(note.statement, [note]);
  }
  return found;
}

function ribDetail(notes: readonly Note[]): Detail[] {
  const spans = notes.flatMap(({ where }) => where.head ?? []);
  if (spans.length === 0) return [];
  const range = { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) };
  return [{ kind: 'rib', values: [...new Set(notes.map(({ amount }) => String(amount ?? '')))], range }];
}

/** Sizes with a side of their own: `right 4 cm, left 2 cm`, `5 cm on the left and 3 cm on the right`. */
function sidedSizes(notes: readonly Note[], text: string, { start, end }: Span): Detail[] {
  return notes.flatMap(({ range, sizeMm }): Detail[] => {
    const before = /\b(left|right|lt|rt)\b[^.;,\d<>]{0,48}[,(]?\s*$/.exec(
      withoutNumbers(fold(text.slice(start, range.start))).slice(-64),
    )?.[1];
    const behind = SIDE_BEHIND.exec(fold(text.slice(range.end, Math.min(end, range.end + 32))));
    const side = behind !== null && (before === undefined || behind[1] !== undefined) ? behind[2] : before;
    return side === undefined
      ? []
      : [{ kind: 'size', values: [`${/^l/.test(side) ? 'left' : 'right'} ${(sizeMm ?? []).join(' ')}`], range }];
  });
}

/** The side of the clearly larger of two sizes. */
function largerSide(sizes: readonly Detail[]): Detail[] {
  const [one, other, ...more] = sizes.map((size) => ({
    ...size,
    largest: Math.max(...(size.values[0] ?? '').split(' ').slice(1).map(Number)),
  }));
  if (one === undefined || other === undefined || more.length > 0 || formOf(one) === formOf(other)) return [];
  const [larger, smaller] = one.largest > other.largest ? [one, other] : [other, one];
  if (larger.largest < CLEARLY * smaller.largest) return [];
  return [{ kind: 'larger-side', values: [formOf(larger)], range: larger.range }];
}

const CLEARLY = 1.2;

/** Levels without their numbers, so that another size between a side and a size is told by its. */
const withoutNumbers = (folded: string): string => folded.replace(/\b([cdtls])\d{1,2}(?:\s*[-/]\s*[cdtls]?\d{1,2})?\b/g, '$1');

const SIDE_BEHIND = /^\)?\s*(?:((?:on|at|in|to) the)\s+)?(left|right|lt|rt)\b/;

const PARTS = '(?:upper|superior|lower|inferior|mid|middle|inter)';
const PART = new RegExp(`\\b(${PARTS}(?:\\s*(?:,|and|&|/|to)\\s*${PARTS})*)[\\s-]*(pol(?:e|es|ar)|lobes?)\\b`, 'g');
const SHORT_LOBE = /\b[rl]([uml])l\b/g;
const STATION_NAMES = /\b(paratracheal|subcarinal|prevascular|aorto-?pulmonary|para-?o?esophageal)\b/g;
/** An age right before its noun, or said of what stands before it. */
const AGE =
  /(?<!\b(?:no|not|non|without|or|than|and)[\s-])\b(acute|new|recent|old|chronic|healed|remote)\b(?=\s+(?:[\w-]+\s+){0,3}fractures?\b)/g;
const WORST =
  /\b(?:worst|largest|biggest|widest|thickest|bulkiest|maximal(?:ly)?|maximum|greatest|most (?:severe|marked|pronounced|prominent|extensive))(?:,?\s+(?:compression|narrowing|stenosis|extent|involvement|thickness|size|diameter|one|lesion|mass|component|severe|marked|pronounced|prominent|at|on|in|of|to|the|levels?|left|right|side|is|being|measuring|seen|\d+(?:\.\d+)?\s*[cm]m))*,?\s+(?=(?:th|[cdtlsv]v?-?)\d)/g;

/** The side of what is singled out, before its level or behind it; not in `larger on the right than on the left`. */
const WORST_SIDE =
  /\b(?:largest|biggest|worst|bulkiest|thickest|most (?:severe|marked|pronounced|prominent|extensive))\b[^.;()]{0,40}?\b(left|right)\b(?![\s-]*(?:>|more|greater|larger|and|or)\b)/g;

/** The side that is said to be the larger. */
const LARGER_SIDE =
  /\b(?:larger|bigger|greater|more (?:marked|pronounced|prominent|extensive|severe|bulky))\s+(?:on|in|to) the (left|right)\b(?!\s+(?:and|or)\b)/g;

const isOfLiver = ({ sites, kind }: Finding): boolean => sites.includes('liver') || kind.startsWith('hep');
const isOfNodes = ({ sites, kind }: Finding): boolean => kind === 'lymphadenopathy' || sites.some((site) => site.startsWith('node-'));
const isFracture = ({ kind }: Finding): boolean => kind.endsWith('fracture');

/** Whether folded words have in them, be it inside a word, what all names of details of the finding do. */
const mayNameDetails = (finding: Finding, words: string): boolean =>
  NAMES_PART.test(words) ||
  SINGLES_OUT.test(words) ||
  (isOfLiver(finding) && /seg/.test(words)) ||
  (isOfNodes(finding) && /station|\d[rl]|tracheal|carinal|vascular|pulmonary|esoph/.test(words)) ||
  (isFracture(finding) && /acute|new|recent|old|chronic|healed|remote/.test(words));

function wordDetails(finding: Finding, text: string, { start, end }: Span): Detail[] {
  const words = fold(text.slice(start, end));
  const at: At = (index, length) => ({ start: start + index, end: start + index + length });
  const found: Detail[] = [];
  if (isOfLiver(finding)) for (const m of words.matchAll(NUMBERED.segment)) found.push(numbered('segment', m, at));
  if (isOfNodes(finding)) {
    for (const m of words.matchAll(/\bstation/.test(words) ? NUMBERED.station : NUMBERED.node)) found.push(numbered('station', m, at));
    for (const m of words.matchAll(STATION_NAMES))
      found.push({ kind: 'station', values: [m[0].replace(/-/g, '').replace('oeso', 'eso')], range: at(m.index, m[0].length) });
  }
  if (NAMES_PART.test(words)) found.push(...partsIn(words, at));
  if (isFracture(finding))
    for (const m of words.matchAll(AGE))
      found.push({
        kind: 'age',
        values: [/^(acute|new|recent)$/.test(m[1] ?? '') ? 'acute' : 'old'],
        range: at(m.index, (m[1] ?? '').length),
      });
  if (SINGLES_OUT.test(words)) found.push(...singledOut(words, finding.where, at));
  return found;
}

type At = (index: number, length: number) => Span;

/** What words of parts have in them; most words are of none, and not worth a closer look. */
const NAMES_PART = /pol(?:e|ar)|lobe|[rl][uml]l/;
const SINGLES_OUT = /worst|largest|larger|bigge|widest|thickest|bulkiest|maxim|great|more|most/;
const SIDED = /left|right|lt|rt/;

/** Poles and lobes. */
function partsIn(words: string, at: At): Detail[] {
  const found: Detail[] = [];
  for (const m of words.matchAll(PART)) {
    const [, names = '', of = ''] = m;
    const organ = of.startsWith('pol') ? 'pole' : 'lobe';
    const values = names
      .split(/[^a-z]+(?:and|to)?[^a-z]*/)
      .flatMap((name) => (ONE_NAME[name] === undefined ? [] : [`${ONE_NAME[name]} ${organ}`]));
    found.push({ kind: 'part', values, range: at(m.index, names.length) });
  }
  for (const m of words.matchAll(SHORT_LOBE)) {
    const name = { u: 'upper', m: 'mid', l: 'lower' }[m[1] ?? ''] ?? '';
    found.push({ kind: 'part', values: [`${name} lobe`], range: at(m.index, m[0].length) });
  }
  return found;
}

/** The level that is singled out, its side, and the side that is the larger. */
function singledOut(words: string, where: Finding['where'], at: At): Detail[] {
  const found: Detail[] = [];
  const sideOf = (m: RegExpExecArray): Pick<Detail, 'values' | 'range'> => {
    const side = m[1] ?? '';
    return { values: [side], range: at(m.index + m[0].length - side.length, side.length) };
  };
  for (const m of words.matchAll(WORST_SIDE)) found.push({ kind: 'worst-side', ...sideOf(m) });
  for (const m of words.matchAll(LARGER_SIDE)) found.push({ kind: 'larger-side', ...sideOf(m), isAll: true });
  for (const m of words.matchAll(WORST)) {
    const levels = levelsIn(words.slice(m.index + m[0].length));
    if (levels === null) continue;
    const range = at(m.index + m[0].length, levels.length);
    const stated = where.levels ?? where.discs;
    found.push({ kind: 'worst', values: levels.values, range, isAll: stated !== undefined && stated.start >= range.start - 1 });
  }
  return found;
}

/** One name for the words of a part. */
const ONE_NAME: Readonly<Record<string, string>> = {
  upper: 'upper',
  superior: 'upper',
  lower: 'lower',
  inferior: 'lower',
  mid: 'mid',
  middle: 'mid',
  inter: 'mid',
};

function numbered(kind: 'segment' | 'station', m: RegExpExecArray, at: At): Detail {
  const list = m[1] ?? '';
  return { kind, values: boundNumbers(list), range: at(m.index + m[0].indexOf(list), list.length) };
}

/** What is stated of one kind and differs from all that is stated of it there. Where either side is silent, it agrees; sizes of a side are compared where both give one for each. */
export function differingDetails(stated: readonly Detail[], there: readonly Detail[]): Detail[] {
  const isSided = (details: readonly Detail[]): boolean => new Set(details.filter((d) => d.kind === 'size').map(formOf)).size > 1;
  const areSided = isSided(stated) && isSided(there);
  return stated.filter((own) => {
    if (own.kind === 'size' && !areSided) return false;
    const theirs = there.filter((d) => d.kind === own.kind && formOf(own) === formOf(d) && d.isAll !== true).flatMap((d) => d.values);
    const has = (value: string): boolean => theirs.some((other) => isSame(value, other));
    // Of what is worst a disc and its vertebra may be named; several lobes sum up more than one finding.
    const agrees = own.kind === 'worst' || formOf(own).startsWith('lobe') ? own.values.some(has) : own.values.every(has);
    return theirs.length > 0 && !agrees;
  });
}

/** Poles are compared with poles, numbers of stations with numbers, sizes of one side with those of the same. */
function formOf({ kind, values: [value = ''] }: Detail): string {
  if (kind === 'part') return value.split(' ')[1] ?? '';
  if (kind === 'size') return value.split(' ')[0] ?? '';
  return kind === 'station' && !/^\d/.test(value) ? 'name' : kind;
}

/** `4` is `4a` as well as `4b`. */
const isSame = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (/^(left|right) /.test(a)) return isSameSize(a, b);
  const [x, y] = [a, b].map((v) => /^(\d+)([a-z]?)$/.exec(v));
  return x != null && y != null && x[1] === y[1] && (x[2] === '' || y[2] === '');
};

/** Each dimension of the one is one of the other; whole centimetres are rounded. */
function isSameSize(a: string, b: string): boolean {
  const [own, theirs] = [a, b].map((value) => value.split(' ').slice(1).map(Number));
  const by = [...(own ?? []), ...(theirs ?? [])].some((mm) => mm % 10 === 0) ? 5 : 1;
  return sizesMatch(own ?? [], theirs ?? [], by);
}

/** A detail with the noun that it belongs to: `6th rib`, `segment VII`, `lower pole`, `right 4 cm`. */
export function detailWords({ kind, values: [value = ''], range }: Detail, text: string): string {
  const words = text.slice(range.start, range.end).replace(/\s+/g, ' ');
  if (kind === 'larger-side') return value;
  if (kind === 'rib') return /^\d+$/.test(words) ? `rib ${words}` : `${words} rib`;
  if (kind === 'segment' || (kind === 'station' && /^\d/.test(value))) return `${kind} ${words}`;
  if (kind === 'part') return /lobe|pole|^[rl].l$/i.test(words) ? words : `${words} ${value.split(' ')[1] ?? ''}`.trim();
  return kind === 'size' ? `${value.split(' ')[0]} ${words}` : words;
}
