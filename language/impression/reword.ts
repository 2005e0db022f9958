import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { levelStyleOf, vertebraeOf } from '../meaning/notation.ts';
import type { TextEdit } from '../text/edit.ts';
import { cover, type Span } from '../text/span.ts';
import { type Difference, levelWords } from './difference.ts';
import { type Rewording, rewordLevels, saidLevels } from './edit-levels.ts';
import { rewordPresence } from './edit-presence.ts';
import { gradeWords, rewordSeverity, rewordSide, rewordSize } from './edit-words.ts';
import { saidBy } from './said.ts';
import { likeCase, listed, replaceWords, wordsAt } from './words.ts';

/** What rewording needs to know of the report around a difference. */
export interface Setting {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly links: readonly Link[];
  /** Texts whose notation an item follows where its own words show none, nearest first. */
  readonly aroundOf: (item: number) => readonly string[];
}

/**
 * The edits that settle differences: each touches only the words that differ. Words that several findings share are changed
 * once; where these need different words, each gets its own. What cannot be settled with certainty has no edit.
 */
export function rewordingEdits(differences: readonly Difference[], setting: Setting): TextEdit[] {
  const all = differences.flatMap((d) => (d.attribute === 'presence' ? (rewordPresence(setting.text, d, setting.links) === null ? [] : [d, ...d.rest]) : [d]));
  return [...bySpot(all).values()].flatMap((same) => {
    const first = same[0];
    if (first === undefined) return [];
    const rewordings = first.attribute === 'levels' ? settleLevels(same, first.range, setting) : settleWords(same, setting);
    return rewordings.flatMap((r): TextEdit[] => {
      const edit = replaceWords(setting.text, r.range, r.words);
      return edit === null ? [] : [edit];
    });
  });
}

function bySpot(differences: readonly Difference[]): Map<string, Difference[]> {
  const spots = new Map<string, Difference[]>();
  for (const d of differences) {
    const key = `${d.attribute} ${d.range.start} ${d.range.end}`;
    const list = spots.get(key);
    if (list === undefined) spots.set(key, [d]);
    else list.push(d);
  }
  return spots;
}

function settleWords(same: readonly Difference[], setting: Setting): Rewording[] {
  const { text } = setting;
  const wanted = same.map((d): Rewording | null => {
    if (d.attribute === 'presence') return rewordPresence(text, d, setting.links);
    if (d.attribute === 'side') return rewordSide(text, d.range, d.said);
    return d.attribute === 'severity' ? rewordSeverity(text, d.range, d.said, d.support) : rewordSize(text, d.range, d.said, d.support);
  });
  const first = wanted[0];
  if (first === undefined || first === null) return [];
  const speakers = same[0]?.attribute === 'severity' ? sharers(same[0], setting.links) : [];
  const agree = wanted.every((w) => w?.words === first.words) && speakers.every((l) => same.some((d) => d.stated === l.stated) || l.support.length === 0 || saidBy(l.support).severity === null);
  if (agree) return [first];
  return same[0]?.attribute === 'severity' ? splitWord(same[0], speakers, setting) : [];
}

/** Findings named by the very same word, as `hepatosplenomegaly` names two. */
const sharers = (d: Difference, links: readonly Link[]): Link[] =>
  links.filter((l) => l.item === d.item && l.stated.where.head?.start === d.stated.where.head?.start && l.stated.where.head?.end === d.stated.where.head?.end);

/** `Mild hepatosplenomegaly` -> `Mild hepatomegaly and moderate splenomegaly`. */
function splitWord(d: Difference, speakers: readonly Link[], { text, lexicon }: Setting): Rewording[] {
  const head = d.stated.where.head;
  if (head === undefined || !/^\s+$/.test(text.slice(d.range.end, head.start)) || speakers.length < 2) return [];
  const words = speakers.map(({ stated, support }) => `${gradeWords(saidBy(support).severity ?? stated.severity ?? [])} ${lexicon.term(stated.kind, 'head')?.label ?? stated.kind}`.trim());
  const range = cover(d.range, head);
  return [{ range, words: likeCase(wordsAt(text, range), listed(words)) }];
}

/** The level words belong to the last thing named before them; one that shares them and means others gets its own. */
function settleLevels(same: readonly Difference[], range: Span, setting: Setting): Rewording[] {
  const { text, links, aroundOf } = setting;
  const first = same[0];
  if (first === undefined) return [];
  const around = aroundOf(first.item);
  const sharing = links.filter((l) => l.item === first.item && levelWords(l.stated)?.start === range.start && levelWords(l.stated)?.end === range.end).sort((a, b) => headOf(a.stated) - headOf(b.stated));
  const owner = sharing.filter((l) => headOf(l.stated) < range.start).at(-1) ?? sharing[0];
  const change = owner === undefined ? first : same.find((d) => d.stated === owner.stated);
  const replaced = change === undefined ? null : rewordLevels(text, change.range, change.said, around);
  if (change !== undefined && replaced === null) return [];
  const now = change?.said ?? saidBy(owner === undefined ? [] : [owner.stated]);
  const style = levelStyleOf(wordsAt(text, range), ...around);
  const own = sharing.flatMap((l): Rewording[] => {
    const head = l.stated.where.head;
    if (l === owner || l.support.length === 0 || head === undefined || head.start === owner?.stated.where.head?.start) return [];
    const said = saidBy(l.support);
    const there = vertebraeOf(said.levels, said.discs);
    if (said.denied || there.length === 0 || vertebraeOf(now.levels, now.discs).every((level) => there.includes(level))) return [];
    return [{ range: { start: head.end, end: head.end }, words: ` at ${saidLevels(said, style)}` }];
  });
  return [...(replaced === null ? [] : [replaced]), ...own];
}

const headOf = (f: Finding): number => f.where.head?.start ?? f.range.start;
