import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { type Sentence, sentencesIn } from './block-sentences.ts';
import { uncomment } from './comments.ts';
import { bracketsOf, withoutFields } from './fields.ts';
import { isBlank, type Lead, placed, skipBlanks, trimEnd } from './line.ts';
import { type Line, lineAt, linesOf } from './lines.ts';
import type { HeaderField, Ignore, Item, Outline, Section, Statement, Topic } from './report.ts';
import { reportRanges } from './report-ranges.ts';
import { isPlain } from './sentences.ts';
import { type Stretch, stretchesOf } from './stretch.ts';
import { isLevelName, leavesLevel, namesOther, namesRegion } from './topic-end.ts';

/** Sections whose one-line form (`History: ...`) ends with its paragraph. */
const ASIDE: ReadonlySet<string> = new Set(['history', 'technique', 'comparison']);

/** The reports of a text, each with its header, sections, topics, statements and impression items. Linear in the text. */
export function readOutlines(text: string, lexicon: Lexicon): Outline[] {
  const plain = uncomment(text.replace(OTHER_LINE_ENDS, '\n'));
  const brackets = bracketsOf(plain.text);
  const filled = withoutFields(plain.text, brackets);
  const folded = fold(filled);
  const lines = linesOf(filled, folded, lexicon);
  let line = 0;
  let ignored = 0;
  let opened = 0;
  return reportRanges(folded, lines).map((range) => {
    const from = ignored;
    while (ignored < plain.ignores.length && (plain.ignores[ignored]?.range.start ?? 0) < range.end) ignored++;
    const first = opened;
    while (opened < brackets.length && (brackets[opened]?.range.start ?? 0) < range.end) opened++;
    while ((lines[line]?.start ?? range.start) < range.start) line++;
    const top = line;
    while ((lines[line]?.start ?? range.end) < range.end) line++;
    const outline = new OutlineReader(filled, folded, range, lines.slice(top, line), lexicon).read(plain.ignores.slice(from, ignored));
    return { ...outline, brackets: brackets.slice(first, opened) };
  });
}

/** Line ends of older systems and of word processors, each one unit as the plain one, so that offsets stay true. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

/** A line with more headings than this is none that a person wrote. */
const MOST_HEADINGS = 20;

/** Reads one report line by line; its fields are what is known so far. */
class OutlineReader {
  readonly #text: string;
  readonly #folded: string;
  readonly #range: Span;
  readonly #lines: readonly Line[];
  readonly #lexicon: Lexicon;
  readonly #header: HeaderField[] = [];
  readonly #sections: { id: string; heading: Span | null; start: number }[] = [];
  readonly #topics: Topic[] = [];
  readonly #statements: OpenStatement[] = [];
  readonly #items: { mark: Span | null; start: number; end: number }[] = [];
  #section = '';
  /** The current section is a line such as `History: ...`, which its paragraph ends. */
  #aside = false;
  #key: { id: string | null; key: Span; start: number; end: number } | null = null;
  #topic: Topic | null = null;
  /** The topic leads one item of a list (`- Spleen: normal`) and says nothing of the next. */
  #isItemTopic = false;
  /** The topic has a sentence on its own line (`Spleen: normal.`): it does not go on over a line about another organ. */
  #isLineTopic = false;
  #item = 0;
  #mark: Span | null = null;
  #paragraph = 0;
  /** Text that is not yet parted into sentences, and its words where it is of one line. */
  #block: { start: number; end: number; stretch: Stretch | null } | null = null;
  #lastFindings = -1;
  #lastImpression = -1;
  /** Where the text of the report ends. */
  #last = 0;
  /** Something is stated outside history, technique and comparison. */
  #isStated = false;
  /** Headings met so far in one line. */
  #depth = 0;

  constructor(text: string, folded: string, range: Span, lines: readonly Line[], lexicon: Lexicon) {
    this.#text = text;
    this.#folded = folded;
    this.#range = range;
    this.#lines = lines;
    this.#lexicon = lexicon;
  }

  read(ignores: readonly (Ignore & { ownLine: boolean })[]): Omit<Outline, 'brackets'> {
    this.#sections.push({ id: '', heading: null, start: this.#range.start });
    for (const { heading, start } of this.#lines) {
      if (heading?.id === 'findings') this.#lastFindings = start;
      if (heading?.id === 'impression') this.#lastImpression = start;
    }
    this.#last = trimEnd(this.#folded, this.#range.start, this.#range.end);
    for (const line of this.#lines) this.#readLine(line);
    this.#endBlock();
    this.#endKey();
    this.#attach(ignores);
    return {
      range: this.#range,
      header: this.#header,
      sections: this.#sections
        .map(
          ({ id, heading, start }, i): Section => ({ id, heading, range: { start, end: this.#sections[i + 1]?.start ?? this.#range.end } }),
        )
        .filter((s) => s.heading !== null || s.range.end > s.range.start),
      topics: this.#topics,
      statements: this.#statements,
      items: this.#items.map(({ mark, start, end }, i): Item => ({ number: i + 1, mark, range: { start, end } })),
    };
  }

  #readLine(line: Line): void {
    const { stretch } = line;
    if (stretch.isBlank || stretch.isRuling) this.#endParagraph();
    else if (!this.#readHeading(line) && !this.#continuesKey(line) && !this.#leavesImpression(line)) this.#readText(line);
  }

  /** A section heading, or in the header a key; false where the line is neither. */
  #readHeading({ start, end, stretch, heading }: Line): boolean {
    if (heading !== null && this.#opensSection(heading, start, end)) {
      this.#startSection(placed(heading, start), start + stretch.at, end, stretch.from(heading.rest));
      return true;
    }
    const key = this.#sections.length === 1 || this.#aside ? stretch.key : null;
    if (key !== null) this.#startKey(placed(key, start), stretch.valueEnd < 0 ? -1 : start + stretch.valueEnd, end);
    return key !== null;
  }

  /** A header value goes on in lines that are set in or begin in lower case. */
  #continuesKey({ start, end, stretch }: Line): boolean {
    const { at } = stretch;
    if (this.#key === null || !(at >= 2 || /[a-z(]/.test(stretch.text[at] ?? ''))) return false;
    this.#key.end = trimEnd(this.#folded, start + at, end);
    return true;
  }

  /** An unknown heading in capitals (`FOLLOW THROUGH: ...`) behind an impression that is not: what follows is none of it. */
  #leavesImpression({ start, end, stretch }: Line): boolean {
    if (this.#section !== 'impression') return false;
    const lead = stretch.topic;
    if (lead === null || !stretch.isUnknownHeading) return false;
    const at = start + stretch.at;
    if (!/[a-z]/.test(this.#text.slice(this.#sections.at(-1)?.start ?? at, at))) return false;
    this.#startSection({ ...placed(lead, start), id: 'other' }, at, end, stretch.from(lead.rest));
    return true;
  }

  #readText({ start, end, stretch }: Line): void {
    this.#endKey();
    const at = start + stretch.at;
    const topic = this.#aside && at === start ? stretch.topic : null;
    if (this.#aside && (topic !== null || this.#endsAside(start, at))) this.#leaveAside();
    if (stretch.mark > 0) {
      this.#endBlock();
      if (this.#isItemTopic) this.#topic = null;
      this.#item++;
      this.#mark = { start: at, end: start + stretch.mark };
      this.#readContent(skipBlanks(this.#folded, start + stretch.mark, end), end, true, stretch.behindMark);
    } else this.#readContent(at, end, false, stretch.from(stretch.at));
  }

  /** A heading with text behind it must be written as one: with a colon; a common word alone must not be a sentence's end. */
  #opensSection(heading: Lead, start: number, end: number): boolean {
    const alone = start + heading.rest >= end;
    const wrapped = alone && this.#block !== null && /[a-z]/.test(this.#text[start + heading.words.start] ?? '');
    return !wrapped;
  }

  /** `content`: what follows the heading in its line. */
  #startSection(heading: Lead, at: number, end: number, content: Stretch): void {
    this.#endBlock();
    this.#endKey();
    this.#paragraph++;
    this.#aside = ASIDE.has(heading.id) && heading.rest < end;
    this.#section = heading.id === 'interpretation' ? (this.#lastImpression > at ? 'findings' : 'impression') : heading.id;
    this.#topic = null;
    this.#item = 0;
    this.#mark = null;
    if (this.#aside)
      this.#header.push({
        id: heading.id,
        key: heading.words,
        value: { start: heading.rest, end: trimEnd(this.#folded, heading.rest, end) },
      });
    this.#sections.push({ id: this.#section, heading: heading.words, start: at });
    if (heading.rest >= end) return;
    const { mark } = content;
    if (mark > 0) {
      this.#item++;
      this.#mark = { start: heading.rest, end: heading.rest + mark };
      this.#readContent(skipBlanks(this.#folded, heading.rest + mark, end), end, true, content.behindMark);
    } else this.#readContent(heading.rest, end, false, content);
  }

  /** Where no findings heading follows, a new sentence on a new line after `History: ... .` is the report itself. */
  #endsAside(start: number, at: number): boolean {
    if (this.#lastFindings > start || at > start || this.#block === null) return false;
    const before = this.#folded[this.#block.end - 1] ?? '';
    const { end } = this.#block;
    const line = this.#folded.lastIndexOf('\n', end - 1) + 1;
    return (
      /[A-Z0-9]/.test(this.#text[at] ?? '') &&
      (('.!?'.includes(before.trim()) && before.trim() !== '') ||
        trimEnd(this.#folded, line, end) - line < 56 ||
        '.!?'.includes(this.#folded[trimEnd(this.#folded, line, end) - 1] ?? ' '))
    );
  }

  #leaveAside(): void {
    this.#endBlock();
    this.#aside = false;
    this.#section = '';
    // Where nothing was said under the heading above, behind that.
    const above = this.#sections.at(-1);
    const start = Math.max(this.#statements.at(-1)?.range.end ?? this.#range.start, above?.heading?.end ?? above?.start ?? 0);
    this.#sections.push({ id: '', heading: null, start });
  }

  /** `valueEnd`: where something else follows in the line; -1 where nothing does. */
  #startKey(key: Lead, valueEnd: number, end: number): void {
    this.#endBlock();
    this.#endKey();
    if (this.#aside) this.#leaveAside();
    const later = this.#depth < MOST_HEADINGS ? valueEnd : -1;
    this.#key = { id: key.id, key: key.words, start: key.rest, end: trimEnd(this.#folded, key.rest, later < 0 ? end : later) };
    if (later < 0) return;
    this.#depth++;
    this.#readLine(lineAt(this.#text, this.#folded, later, end, this.#lexicon));
    this.#depth--;
  }

  #endKey(): void {
    if (this.#key === null) return;
    const { id, key, start, end } = this.#key;
    this.#header.push({ id, key, value: { start, end: Math.max(start, end) } });
    this.#key = null;
  }

  #endParagraph(): void {
    const spoken = this.#block !== null || this.#statements.at(-1)?.section === this.#section;
    this.#endBlock();
    this.#endKey();
    this.#paragraph++;
    this.#topic = null;
    if (this.#aside || (ASIDE.has(this.#section) && spoken && this.#lastFindings < this.#range.start)) this.#leaveAside();
  }

  /** Text of a statement line, perhaps led by a topic; a line may hold a later heading (`... IMPRESSION: ...`). */
  #readContent(start: number, end: number, marked: boolean, stretch: Stretch): void {
    const later = this.#depth < MOST_HEADINGS ? stretch.later : null;
    if (later !== null) {
      const heading = placed(later, start);
      this.#depth++;
      this.#readContent(start, heading.words.start, marked, this.#stretch(start, heading.words.start));
      this.#startSection(heading, heading.words.start, end, stretch.from(later.rest));
      this.#depth--;
      return;
    }
    const lead = this.#aside || (this.#block !== null && this.#continues(start)) ? null : stretch.topic;
    if (lead !== null) {
      const { words, rest, sites } = placed(lead, start);
      this.#endBlock();
      if (!marked) this.#item = this.#section === 'impression' ? this.#item : 0;
      this.#paragraph++;
      this.#topic = { name: words, sites };
      this.#topics.push(this.#topic);
      this.#isItemTopic = marked && rest < end;
      this.#isLineTopic = rest < end;
      if (rest < end) this.#extend(rest, end, stretch.from(lead.rest));
      return;
    }
    if (start < end) this.#extend(start, end, stretch);
  }

  /** Whether the open block goes on in a line that begins at `start`: it was wrapped in the middle of a sentence. */
  #continues(start: number): boolean {
    return /[a-z(]/.test(this.#text[start] ?? '');
  }

  #stretch(start: number, end: number): Stretch {
    return stretchesOf(this.#lexicon)(this.#text.slice(start, end));
  }

  #extend(start: number, end: number, stretch: Stretch): void {
    if (this.#block === null) this.#block = { start, end, stretch };
    else {
      this.#block.end = end;
      this.#block.stretch = null;
    }
  }

  #endBlock(): void {
    const block = this.#block;
    this.#block = null;
    if (block === null) return;
    let mark = this.#mark;
    this.#mark = null;
    const inList = this.#item > 0;
    const number = mark === null ? 0 : Number.parseInt(this.#folded.slice(mark.start, mark.end).replace('(', ''), 10) || 0;
    // `Comparison: MRI of 2020. The masses are unchanged.` as the whole report: what follows is what is seen.
    const leaves =
      this.#aside && this.#section === 'comparison' && !this.#isStated && block.end >= this.#last && this.#lastFindings < this.#range.start;
    let first = true;
    for (const sentence of this.#sentencesOf(block, block.stretch, inList, number)) {
      if (sentence.mark !== null) {
        this.#item++;
        mark = shift(sentence.mark, block.start);
      }
      if (leaves && !first && this.#aside) this.#leaveAside();
      first = false;
      const whole = shift(sentence.span, block.start);
      this.#endTopicBefore(whole);
      const range = this.#topicInside(sentence, whole, block.start);
      if (this.#section === 'impression') this.#addItem(range, mark, inList);
      mark = null;
      if (range.end <= range.start) continue;
      this.#isStated ||= !ASIDE.has(this.#section);
      this.#statements.push({
        index: this.#statements.length,
        range,
        // Of a sentence read before it is the very words kept, and found again at once.
        text: range === whole ? sentence.text : this.#text.slice(range.start, range.end),
        section: this.#section,
        topic: this.#topic,
        item: this.#section === 'impression' ? this.#items.length : this.#item,
        paragraph: this.#paragraph,
        ignores: NO_IGNORES,
      });
    }
  }

  /** `item`: the number of the list item that the block is, 0 where it has none. */
  #sentencesOf({ start, end }: Span, stretch: Stretch | null, inList: boolean, item: number): readonly Sentence[] {
    const isBegun = isPlain(this.#text, skipBlanks(this.#folded, start, end));
    // Its own words do not tell all where it begins within words, and in a list where the next number follows or the text ends.
    const isWithin = start > 0 && !isBlank(this.#folded.charCodeAt(start - 1));
    const goesOn = inList && (end + 2 >= this.#text.length || (item > 0 && this.#folded.slice(start, end).includes(` ${item + 1}`)));
    return isWithin || goesOn
      ? sentencesIn(this.#text, this.#folded, { start, end }, inList, isBegun, this.#lexicon, item)
      : (stretch ?? this.#stretch(start, end)).sentences(inList, isBegun);
  }

  #endTopicBefore(span: Span): void {
    if (this.#topic?.sites.length === 0 && leavesLevel(this.#wordsOf(this.#topic.name), this.#wordsOf(span))) this.#topic = null;
    if (this.#topic === null || !this.#isLineTopic || this.#topic.sites.length === 0) return;
    const isNext = this.#statements.at(-1)?.topic === this.#topic;
    let line = span.start;
    while (line > 0 && /[ \t\r]/.test(this.#folded[line - 1] ?? '')) line--;
    const begins = isNext || (line > this.#topic.name.end && this.#folded[line - 1] === '\n');
    if (begins && namesOther(this.#folded, span, this.#topic.sites, this.#lexicon)) this.#topic = null;
  }

  /** A known topic may begin a sentence in the middle of a line (`Lungs: clear. Pleura: effusion.`); what is left of the sentence. */
  #topicInside({ topic }: Sentence, span: Span, by: number): Span {
    if (topic === null || this.#aside || this.#section === 'impression') return span;
    const { words, rest, sites } = placed(topic, by);
    if (sites.length === 0 && !isLevelName(this.#wordsOf(words))) {
      // `Femora: deformed. Chest: mass.`: what is said of the chest is said of no femur.
      if (namesRegion(this.#folded, words, this.#lexicon)) this.#topic = null;
      return span;
    }
    this.#paragraph++;
    this.#topic = { name: words, sites };
    this.#topics.push(this.#topic);
    this.#isLineTopic = true;
    return { start: rest, end: span.end };
  }

  #wordsOf({ start, end }: Span): string {
    return this.#folded.slice(start, end);
  }

  #addItem(span: Span, mark: Span | null, inList: boolean): void {
    const last = this.#items.at(-1);
    if (inList && mark === null && last !== undefined) last.end = span.end;
    else this.#items.push({ mark, start: span.start, end: span.end });
  }

  /** A comment on a line of its own speaks of the next statement, one behind a statement of that statement. */
  #attach(ignores: readonly (Ignore & { ownLine: boolean })[]): void {
    if (ignores.length === 0) return;
    const lists = this.#statements.map((): Ignore[] => []);
    let i = 0;
    for (const { ownLine, ...ignore } of ignores) {
      while (i < this.#statements.length && (this.#statements[i]?.range.start ?? 0) < ignore.range.start) i++;
      lists[ownLine ? i : i - 1]?.push(ignore);
    }
    for (const [k, list] of lists.entries()) (this.#statements[k] as OpenStatement).ignores = list;
  }
}

type OpenStatement = Statement & { ignores: readonly Ignore[] };
const NO_IGNORES: readonly Ignore[] = [];
