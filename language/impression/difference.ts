import type { Lexicon } from '../lexicon/lexicon.ts';
import { detailsIn } from '../meaning/details.ts';
import { isDoubtfulDenial } from '../meaning/doubtful-denial.ts';
import type { Finding, Part } from '../meaning/finding.ts';
import { type Given, givenIn } from '../meaning/given.ts';
import type { Link } from '../meaning/link.ts';
import { levelHull, vertebraeOf } from '../meaning/notation.ts';
import type { Report, WordProblem } from '../meaning/report.ts';
import { sizeTolerance } from '../meaning/sizes.ts';
import { fold } from '../text/fold.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { type DetailPair, type Finer, type FinerKnown, finerDifferences } from './finer.ts';
import { otherGrades } from './grades.ts';
import { hedgeWords } from './hedge.ts';
import { sameSize } from './likeness.ts';
import { indexLinks, type LinkIndex } from './link-index.ts';
import { bodyFindings } from './match.ts';
import { calledNormal } from './normal.ts';
import { contradicts, GRADES, type Said, saidBy } from './said.ts';
import { wordsAt } from './words.ts';

/** Where an impression finding departs from what the findings say of the same thing. */
export interface Difference {
  /** `levels` speaks of discs as well; `certainty` of the thing itself and of the diagnosis that is given for it. */
  readonly attribute: 'presence' | 'certainty' | 'levels' | 'side' | 'severity' | 'size' | 'count' | 'change' | Finer;
  /** `part`: names only some of the levels, which is no error. */
  readonly nature: 'differs' | 'part';
  /** Number of the impression item. */
  readonly item: number;
  readonly stated: Finding;
  readonly support: readonly Finding[];
  /** What the findings say. */
  readonly said: Said;
  /** The differing words of the impression. */
  readonly range: Span;
  /** Of a detail: the one that differs, and those that the findings state. */
  readonly detail: DetailPair | null;
  /** Several values are given, and which of them the item means is not clear: a person has to reword. */
  readonly isUnclear: boolean;
  /** Of a denial that the findings contradict: what would differ besides, were it none. */
  readonly rest: readonly Difference[];
}

/**
 * The differences of all links of a report, in the order of the links. Saying less (no grade, no size, no side) is none;
 * nor is naming some of the levels where the words single them out (`worst at D5`), or where another item names the rest.
 */
export function differences(links: readonly Link[], text: string, lexicon: Lexicon, report: Report): Difference[] {
  const invalid = report.wordProblems.filter((p) => p.kind === 'invalid');
  const given = givenIn(report, text);
  const details = detailsIn(report, () => given, text);
  const known: Known = {
    text,
    lexicon,
    links: indexLinks(links),
    invalid,
    given,
    details,
    body: bodyFindings(report),
    positions: report.positions,
  };
  const apart = [...calledNormal(report), ...otherGrades(report)].map(
    ({ attribute, item, stated, body }): Difference => ({
      attribute,
      nature: 'differs',
      item,
      stated,
      support: [body],
      said: saidBy([body]),
      range: stated.where.head ?? stated.range,
      detail: null,
      isUnclear: attribute === 'presence',
      rest: [],
    }),
  );
  const linked = links.flatMap((link): Difference[] => {
    if (link.support.length === 0) return [];
    const { item, stated, support } = link;
    const said = saidBy(support);
    // `no acute fracture` against a fracture is no contradiction, either way round.
    const isOfKind = (f: Finding): boolean => f.limited && !isDoubtfulDenial(f);
    if (isOfKind(stated) || support.every(isOfKind)) return [];
    if (!contradicts(stated, support, said))
      return stated.presence === 'absent' || said.denied ? [] : attributeDifferences(link, said, known);
    // What has resolved is denied by its change.
    if ((said.change === 'resolved' || stated.change === 'resolved') && changeDiffers(stated, said))
      return attributeDifferences(link, said, known).filter((d) => d.attribute === 'change');
    const range = (said.denied ? undefined : stated.where.presence) ?? stated.where.head ?? stated.range;
    const rest = said.denied ? [] : attributeDifferences(link, said, known);
    return [{ attribute: 'presence', nature: 'differs', item, stated, support, said, range, detail: null, isUnclear: false, rest }];
  });
  return [...linked, ...apart];
}

function attributeDifferences(link: Link, said: Said, known: Known): Difference[] {
  const { item, stated, support } = link;
  const list: Difference[] = [];
  const add = (attribute: Difference['attribute'], range: Span | undefined, nature: Difference['nature'] = 'differs'): number =>
    list.push({
      attribute,
      nature,
      item,
      stated,
      support,
      said,
      range: range ?? stated.where.head ?? stated.range,
      detail: null,
      isUnclear: isUnclear(attribute, stated, support, known),
      rest: [],
    });
  const at = (part: Part): Span | undefined => placeOf(stated, part, known.links);
  const levels = levelDifference(link, said, known);
  if (levels !== null) add('levels', levelWords(stated), levels);
  const unread = stated.levels.length + stated.discs.length === 0 && said.levels.length + said.discs.length > 0;
  const invalid = unread ? known.invalid.find((p) => isOf(p.range, stated, known.links)) : undefined;
  if (invalid !== undefined) add('levels', invalid.range);
  const certainty = hedgeWords(link, said, known);
  if (certainty !== null) add('certainty', certainty);
  if (sideDiffers(link, said, known)) add('side', at('side'));
  if (severityDiffers(link, said)) add('severity', at('severity'));
  if (sizeDiffers(link, said, known)) add('size', at('size'));
  if (countDiffers(stated, said)) add('count', at('count'));
  if (changeDiffers(stated, said)) add('change', at('change'));
  const finer = finerDifferences(link, known).map(
    ({ attribute, range, detail, isUnclear }): Difference => ({
      attribute,
      nature: 'differs',
      item,
      stated,
      support,
      said,
      range: range ?? stated.where.head ?? stated.range,
      detail,
      isUnclear,
      rest: [],
    }),
  );
  // Sizes that are wrong altogether are no exchange of sides.
  return [...list, ...finer.filter((d) => d.attribute !== 'sided size' || !list.some((other) => other.attribute === 'size'))];
}

/** Whether the findings give several values of what differs, or the item does, so that no word of it can be changed for certain. */
function isUnclear(attribute: Difference['attribute'], stated: Finding, support: readonly Finding[], { given }: Known): boolean {
  const all = [stated, ...support];
  if (attribute === 'size') return all.some((f) => given.sizes(f).length > 1);
  if (attribute === 'side') return all.some(given.isOfSides);
  return attribute === 'levels' && all.some(given.isOfParts);
}

/** Where a finding states its levels or discs. */
export function levelWords(finding: Finding): Span | undefined {
  const { levels, discs } = finding.where;
  return levels !== undefined && discs !== undefined ? cover(levels, discs) : (levels ?? discs);
}

/** One word may name two findings (`mild hepatosplenomegaly`): what stands at one of them is said of both. */
function placeOf(stated: Finding, part: Part, links: LinkIndex): Span | undefined {
  const isNamesake = ({ where: { head } }: Finding): boolean =>
    head?.start === stated.where.head?.start && head?.end === stated.where.head?.end;
  return (
    stated.where[part] ?? links.beside(stated).find((l) => isNamesake(l.stated) && l.stated.where[part] !== undefined)?.stated.where[part]
  );
}

interface Known extends FinerKnown {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly links: LinkIndex;
  readonly given: Given;
  /** Levels that there are not. */
  readonly invalid: readonly WordProblem[];
}

function levelDifference({ stated, support }: Link, said: Said, known: Known): 'differs' | 'part' | null {
  const byDisc = stated.discs.length > 0 && said.discs.length > 0;
  const here = byDisc ? stated.discs : vertebraeOf(stated.levels, stated.discs);
  const there = new Set(byDisc ? said.discs : vertebraeOf(said.levels, said.discs));
  if (here.length === 0 || there.size === 0) return null;
  const span = levelWords(stated);
  // Levels taken over from what stands beside it, as in `compression at D5 with canal narrowing`.
  if (span === undefined && stated.levels.length + stated.discs.length > 0) return inheritedDifference(here, there, support, known);
  const isRegion = span === undefined || !/\d/.test(wordsAt(known.text, span));
  const isMixed = !byDisc && (stated.discs.length > 0 || said.discs.length > 0);
  if (isRegion) return here.some((level) => there.has(level)) ? null : 'differs';
  if (isMixed) return meets(stated, there, support.length > 1) || isVague(support, known) ? null : 'differs';
  const covers = [...there].every((level) => here.includes(level));
  if (here.some((level) => !there.has(level))) {
    const hull = byDisc ? [] : levelHull([...there]);
    return support.length > 1 && covers && here.every((level) => hull.includes(level)) ? null : 'differs';
  }
  const isSingled = known.details(stated).some((d) => d.kind === 'worst' && overlaps(d.range, span));
  if (covers || isSingled || isShared(stated, span, known.links) || singlesOut(known.text, span, stated.range.start, known.lexicon))
    return null;
  // One of several that differ in size or side.
  if (support.some(known.given.isOfParts)) return null;
  const named = support.map((f) => known.links.namedOf(f));
  if ([...there].every((level) => named.some((set) => set.has(level)))) return null;
  return isVague(support, known) ? null : 'part';
}

/** Discs beside vertebrae: each vertebra is one of those that the findings touch, and each disc has one of them. */
function meets({ levels, discs }: Finding, there: ReadonlySet<string>, isSeveral: boolean): boolean {
  const hull = new Set(isSeveral ? levelHull([...there]) : []);
  const has = (level: string): boolean => there.has(level) || hull.has(level);
  return levels.every(has) && discs.every((disc) => vertebraeOf([], [disc]).some(has));
}

function inheritedDifference(
  here: readonly string[],
  there: ReadonlySet<string>,
  support: readonly Finding[],
  known: Known,
): 'differs' | 'part' | null {
  if (here.some((level) => !there.has(level))) return 'differs';
  return here.length === there.size || isVague(support, known) ? null : 'part';
}

/** Whether the findings name a region or none in words, so that an item can hardly name all of its levels. */
const isVague = (support: readonly Finding[], { text }: Known): boolean =>
  support.map(levelWords).some((words) => words !== undefined && !/\d/.test(wordsAt(text, words)));

/** `narrowing and compression at D5`: the level belongs to the last thing named, the others only share it. */
const isShared = (stated: Finding, span: Span, links: LinkIndex): boolean =>
  links
    .beside(stated)
    .some(
      ({ stated: other }) =>
        other !== stated &&
        levelWords(other)?.start === span.start &&
        (other.where.head?.start ?? 0) > (stated.where.head?.start ?? 0) &&
        (other.where.head?.end ?? 0) <= span.start,
    );

/** Whether the words before a level say that it is one among others: `worst at`, `maximal at`, `including`. */
export function singlesOut(text: string, span: Span, from: number, lexicon: Lexicon): boolean {
  const start = Math.max(Math.min(from, span.start), span.start - 48);
  const before = fold(text.slice(start, span.start));
  for (const { index } of before.matchAll(/(?<![a-z])[a-z]/g)) {
    const match = lexicon.match(before, index);
    if (match === null || !match.senses.some((s) => s.term.category === 'word' && s.term.value === 'worst')) continue;
    if (/^[\s,(]*((at|the|levels?|of|on|in|to|left|right|side)\s*)*$/.test(before.slice(match.end))) return true;
  }
  return false;
}

function sideDiffers({ stated, support }: Link, said: Said, { given, links }: Known): boolean {
  if (stated.side === null || said.side === null) return false;
  if (support.some(given.isOfSides)) return false;
  // Both sides, each by itself.
  const isBoth = (body: Finding): boolean => links.sidesOf(body).has('left') && links.sidesOf(body).has('right');
  if (said.side === 'bilateral' && stated.side !== 'bilateral' && support.some(isBoth)) return false;
  if (stated.side === said.side)
    return stated.dominantSide !== null && said.dominantSide !== null && stated.dominantSide !== said.dominantSide;
  return (
    !(said.side === 'bilateral' && said.dominantSide === stated.side) && !(stated.side === 'bilateral' && stated.dominantSide === said.side)
  );
}

function severityDiffers({ stated, support }: Link, said: Said): boolean {
  if (stated.severity === null || said.severity === null) return false;
  const ends = (grades: readonly string[]): [number, number] => {
    const indices = grades.map((g) => GRADES.indexOf(g as (typeof GRADES)[number]));
    return [Math.min(...indices), Math.max(...indices)];
  };
  const [a, b] = ends(stated.severity);
  const [low, high] = ends(said.severity);
  return support.length > 1 ? a < low || b > high : a !== low || b !== high;
}

/** No size of the item is one that the findings give. */
function sizeDiffers({ stated, support }: Link, said: Said, { text, given }: Known): boolean {
  if (stated.sizeMm === null || said.sizes.length === 0) return false;
  const by = sizeTolerance([stated, ...support], text);
  return !given.sizes(stated).some((own) => support.some((f) => given.sizes(f).some((size) => sameSize(own, size, by))));
}

/** Ways to have changed of which only one can be. What is residual or recurrent may have changed in any way. */
const CHANGES: ReadonlySet<string> = new Set(['new', 'unchanged', 'increased', 'decreased', 'resolved']);

const changeDiffers = (stated: Finding, said: Said): boolean =>
  stated.change !== said.change && CHANGES.has(stated.change ?? '') && CHANGES.has(said.change ?? '');

/** Numbers that a report gives in words. `multiple` and `few` agree with each of them but one. */
const NUMBERS: ReadonlySet<string> = new Set(['solitary', 'two', 'three', 'four', 'five']);

function countDiffers(stated: Finding, said: Said): boolean {
  if (stated.count === null || said.count === null || stated.count === said.count) return false;
  return (NUMBERS.has(stated.count) && NUMBERS.has(said.count)) || stated.count === 'solitary' || said.count === 'solitary';
}

/** Whether an unreadable level in an item stands where this finding's levels would: behind its words, before the next finding's. */
function isOf(problem: Span, stated: Finding, links: LinkIndex): boolean {
  if (overlaps(problem, stated.range)) return true;
  const ends = links
    .beside(stated)
    .map((l) => l.stated.range.end)
    .filter((end) => end <= problem.start);
  return problem.start >= stated.range.end && Math.max(...ends) === stated.range.end;
}
