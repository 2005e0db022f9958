import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Finding } from '../meaning/finding.ts';
import type { Link } from '../meaning/link.ts';
import { type LevelStyle, levelStyleWithin, vertebraeOf } from '../meaning/notation.ts';
import type { TextEdit } from '../text/edit.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { type Difference, levelWords } from './difference.ts';
import { rewordCertainty } from './edit-certainty.ts';
import { rewordChange } from './edit-change.ts';
import { rewordCount } from './edit-count.ts';
import { rewordDetail, rewordDirection, rewordGrade, rewordSignal } from './edit-finer.ts';
import { type Rewording, rewordLevels, saidLevels } from './edit-levels.ts';
import { rewordPresence } from './edit-presence.ts';
import { rewordSize } from './edit-size.ts';
import { gradeWords, ownGrade, rewordSeverity, rewordSide } from './edit-words.ts';
import type { LinkIndex } from './link-index.ts';
import { type Said, saidBy } from './said.ts';
import { atBehind, capital, likeCase, listed, replaceWords, uncapital, wordsAt } from './words.ts';

/** What rewording needs to know of the report around a difference. */
export interface Setting {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly links: LinkIndex;
  /** Text of an item, by its number. */
  readonly itemText: ReadonlyMap<number, string>;
  /** How the report writes levels where an item does not show it. */
  readonly levels: LevelStyle;
}

/**
 * The edits that settle differences: each touches only the words that differ. Words that several findings share are changed
 * once; where these need different words, each gets its own. What cannot be settled with certainty has no edit.
 */
export function rewordingEdits(differences: readonly Difference[], setting: Setting): TextEdit[] {
  const all = differences
    .filter((d) => !d.isUnclear)
    .flatMap((d) =>
      d.attribute === 'presence'
        ? rewordPresence(setting.text, d, setting.links, setting.lexicon).length === 0
          ? []
          : [d, ...d.rest]
        : [d],
    );
  const levelled = new Set(all.filter((d) => d.attribute === 'levels').map((d) => d.stated));
  const rewordings = [...Map.groupBy(all, ({ attribute, range }) => `${attribute} ${range.start} ${range.end}`).values()].flatMap(
    (same) => {
      const first = same[0];
      if (first === undefined) return [];
      return first.attribute === 'levels' ? settleLevels(same, first.range, setting, levelled) : settleWords(same, setting);
    },
  );
  const edits = rewordings
    .filter((r) => r.opens !== true && r.leads !== true)
    .flatMap((r) => replaceWords(setting.text, r.range, r.words) ?? []);
  for (const { range } of rewordings.filter((r) => r.opens === true)) openSentence(setting.text, range, edits);
  for (const { range, words } of rewordings.filter((r) => r.leads === true)) leadWith(words, setting.text, range.start, edits);
  return edits;
}

/** Puts words before those that stand at `at`, as edited; a capital goes to the new ones. */
function leadWith(words: string, text: string, at: number, edits: TextEdit[]): void {
  const i = edits.findIndex((edit) => edit.range.start === at && edit.text !== '');
  const next = i < 0 ? undefined : edits.splice(i, 1)[0];
  const end = next?.range.end ?? at + 2;
  edits.push({ range: { start: at, end }, text: `${words} ${uncapital(next?.text ?? text.slice(at, end))}` });
}

/** Takes away the words that opened a sentence; the letter behind them, as edited, becomes its capital. */
function openSentence(text: string, range: Span, edits: TextEdit[]): void {
  const i = edits.findIndex((edit) => edit.range.start === range.end);
  const next = i < 0 ? undefined : edits.splice(i, 1)[0];
  const end = next?.range.end ?? range.end;
  const words = next?.text ?? '';
  const first = words === '' ? text.slice(end, end + 1) : words;
  edits.push({ range: { start: range.start, end: words === '' ? end + first.length : end }, text: capital(first) });
}

function settleWords(same: readonly Difference[], setting: Setting): Rewording[] {
  const [first, ...more] = same.map((d) => rewordOne(d, setting));
  if (first === undefined || first.length === 0) return [];
  const speakers = same[0]?.attribute === 'severity' ? sharers(same[0], setting.links) : [];
  const agree =
    more.every((others) => wordsOf(others) === wordsOf(first)) &&
    speakers.every((l) => same.some((d) => d.stated === l.stated) || l.support.length === 0 || saidBy(l.support).severity === null);
  if (agree) return first;
  return same[0]?.attribute === 'severity' ? splitWord(same[0], speakers, setting) : [];
}

function rewordOne(d: Difference, { text, links, lexicon }: Setting): Rewording[] {
  if (d.attribute === 'presence') return rewordPresence(text, d, links, lexicon);
  const reworded = (): Rewording | null => {
    if (d.attribute === 'certainty') return rewordCertainty(text, d, links, lexicon);
    if (d.attribute === 'side') return rewordSide(text, d.range, d.said, d.stated.side);
    if (d.attribute === 'severity') return rewordSeverity(text, d.range, d.said, d.support, lexicon);
    if (d.attribute === 'detail' || d.attribute === 'sided size') return rewordDetail(text, d);
    if (d.attribute === 'signal') return rewordSignal(text, d);
    if (d.attribute === 'direction') return rewordDirection(text, d);
    if (d.attribute === 'grade') return rewordGrade(text, d);
    if (d.attribute === 'diagnosis') return null;
    if (d.attribute === 'count') return rewordCount(text, d.range, d.said);
    // `The spleen has enlarged` says the change and the thing in one word.
    if (d.attribute === 'change' && d.stated.where.head !== undefined && overlaps(d.range, d.stated.where.head)) return null;
    return d.attribute === 'change' ? rewordChange(text, d.range, d.said, d.support) : rewordSize(text, d.range, d.said, d.support);
  };
  const one = reworded();
  return one === null ? [] : [one];
}

const wordsOf = (rewordings: readonly Rewording[]): string => rewordings.map(({ range, words }) => `${range.start} ${words}`).join('|');

/** Findings named by the very same word, as `hepatosplenomegaly` names two, and with no other grade of their own. */
const sharers = (d: Difference, links: LinkIndex): Link[] =>
  links
    .beside(d.stated)
    .filter(({ stated: { where } }) => where.head?.start === d.stated.where.head?.start && where.head?.end === d.stated.where.head?.end)
    .filter(({ stated: { where } }) => where.severity === undefined || where.severity.start === d.range.start);

/** `Mild hepatosplenomegaly` -> `Mild hepatomegaly and moderate splenomegaly`. */
function splitWord(d: Difference, speakers: readonly Link[], { text, lexicon }: Setting): Rewording[] {
  const head = d.stated.where.head;
  if (head === undefined || !/^\s+$/.test(text.slice(d.range.end, head.start)) || speakers.length < 2) return [];
  const words = speakers.map(({ stated, support }) =>
    `${ownGrade(text, support) || gradeWords(saidBy(support).severity ?? stated.severity ?? [])} ${lexicon.term(stated.kind, 'head')?.label ?? stated.kind}`.trim(),
  );
  const range = cover(d.range, head);
  return [{ range, words: likeCase(wordsAt(text, range), listed(words)) }];
}

/** The level words belong to the last thing named before them; one that shares them and means others gets its own. */
function settleLevels(same: readonly Difference[], range: Span, setting: Setting, levelled: ReadonlySet<Finding>): Rewording[] {
  const { text, links, levels } = setting;
  const first = same[0];
  if (first === undefined) return [];
  const item = setting.itemText.get(first.item) ?? '';
  if (levelWords(first.stated) === undefined && first.range.start === first.stated.where.head?.start)
    return inheritLevels(first, item, setting);
  const sharing = links
    .beside(first.stated)
    .filter((l) => levelWords(l.stated)?.start === range.start && levelWords(l.stated)?.end === range.end)
    .sort((a, b) => headOf(a.stated) - headOf(b.stated));
  const owner = sharing.filter((l) => headOf(l.stated) < range.start).at(-1) ?? sharing[0];
  const change = owner === undefined ? first : same.find((d) => d.stated === owner.stated);
  const replaced = change === undefined ? null : rewordLevels(text, change.range, change.said, item, levels);
  if (change !== undefined && replaced === null) return [];
  const now = change?.said ?? saidBy(owner === undefined ? [] : [owner.stated]);
  const style = levelStyleWithin(levels, wordsAt(text, range), item);
  const own = sharing.flatMap((l): Rewording[] => {
    const head = l.stated.where.head;
    if (l === owner || l.support.length === 0 || head === undefined || head.start === owner?.stated.where.head?.start) return [];
    const said = saidBy(l.support);
    const there = vertebraeOf(said.levels, said.discs);
    const after = vertebraeOf(now.levels, now.discs);
    const before = vertebraeOf(l.stated.levels, l.stated.discs);
    const isSettled = after.every((level) => there.includes(level)) && (there.length === after.length || there.length > before.length);
    if (said.denied || there.length === 0 || isSettled) return [];
    return [ownLevels(text, head, said, style)];
  });
  // What took these levels over and was right to do so keeps them under its own name.
  const heirs = (replaced === null || owner === undefined ? [] : links.beside(owner.stated)).flatMap((l): Rewording[] => {
    const head = l.stated.where.head;
    const said = saidBy(l.support);
    if (head === undefined || levelled.has(l.stated) || levelWords(l.stated) !== undefined || said.denied || l.support.length === 0)
      return [];
    const [here, there, after] = [l.stated, said, now].map((f) => vertebraeOf(f.levels, f.discs));
    if (placesOf(l.stated) !== placesOf(owner?.stated ?? l.stated) || !there?.length || here?.length === 0) return [];
    const isRight = after?.every((level) => there.includes(level)) && (here?.length !== there.length || after.length === there.length);
    return isRight ? [] : [ownLevels(text, head, said, style)];
  });
  return [...(replaced === null ? [] : [replaced]), ...own, ...heirs];
}

const placesOf = (f: Pick<Finding, 'levels' | 'discs'>): string => vertebraeOf(f.levels, f.discs).join();

/** `canal narrowing` -> `canal narrowing at D6 to D10`. */
const ownLevels = (text: string, head: Span, said: Pick<Said, 'levels' | 'discs'>, style: LevelStyle): Rewording => ({
  range: { start: head.end, end: head.end },
  words: ` ${atBehind(wordsAt(text, head))} ${saidLevels(said, style)}`,
});

/** Levels of its own for a finding that took those of another over; none where the other's, once they are right, are its own too. */
function inheritLevels({ stated, said, range }: Difference, item: string, { text, links, levels }: Setting): Rewording[] {
  const isGiven = links
    .beside(stated)
    .some(
      (l) =>
        levelWords(l.stated) !== undefined &&
        placesOf(l.stated) === placesOf(stated) &&
        l.support.length > 0 &&
        placesOf(saidBy(l.support)) === placesOf(said),
    );
  return isGiven ? [] : [ownLevels(text, range, said, levelStyleWithin(levels, item))];
}

const headOf = (f: Finding): number => f.where.head?.start ?? f.range.start;
