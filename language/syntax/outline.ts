import type { Lexicon } from '../lexicon/lexicon.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { uncomment } from './comments.ts';
import { bracketsOf, withoutFields } from './fields.ts';
import { laterHeading, valueEnd } from './later-lead.ts';
import { headerKeyAt, headingAt, isRuling, type Lead, markEnd, skipBlanks, topicAt, trimEnd } from './line.ts';
import type { HeaderField, Ignore, Item, Outline, Section, Statement, Topic } from './report.ts';
import { reportRanges } from './report-ranges.ts';
import { sentences } from './sentences.ts';
import { namesOther } from './topic-end.ts';
import { isUnknownHeading } from './unknown-heading.ts';

/** Sections whose one-line form (`History: ...`) ends with its paragraph. */
const ASIDE: ReadonlySet<string> = new Set(['history', 'technique', 'comparison']);

/** The reports of a text, each with its header, sections, topics, statements and impression items. Linear in the text. */
export function readOutlines(text: string, lexicon: Lexicon): Outline[] {
  const plain = uncomment(text.replace(OTHER_LINE_ENDS, '\n'));
  const brackets = bracketsOf(plain.text);
  const filled = withoutFields(plain.text, brackets);
  const folded = fold(filled);
  let ignored = 0;
  let opened = 0;
  return reportRanges(filled, folded, lexicon).map((range) => {
    const from = ignored;
    while (ignored < plain.ignores.length && (plain.ignores[ignored]?.range.start ?? 0) < range.end) ignored++;
    const first = opened;
    while (opened < brackets.length && (brackets[opened]?.range.start ?? 0) < range.end) opened++;
    const outline = new OutlineReader(filled, folded, range, lexicon).read(plain.ignores.slice(from, ignored));
    return { ...outline, brackets: brackets.slice(first, opened) };
  });
}

/** Line ends of older systems and of word processors, each one unit as the plain one, so that offsets stay true. */
const OTHER_LINE_ENDS = /\r(?!\n)|[\v\f\u0085\u2028\u2029]/g;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const isWordChar = (c: string | undefined): boolean => c !== undefined && /[a-z0-9]/.test(c);

/** A line with more headings than this is none that a person wrote. */
const MOST_HEADINGS = 20;

/** `T12-L1:`, `L4/5:` */
const LEVEL_NAME = /^[cdtls]\d{1,2}\s?[-/]\s?[cdtls]?\d{1,2}$/;

/** Reads one report line by line; its fields are what is known so far. */
class OutlineReader {
  readonly #text: string;
  readonly #folded: string;
  readonly #range: Span;
  readonly #lexicon: Lexicon;
  readonly #header: HeaderField[] = [];
  readonly #sections: { id: string; heading: Span | null; start: number }[] = [];
  readonly #topics: Topic[] = [];
  readonly #statements: (Statement & { ignores: Ignore[] })[] = [];
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
  #block: { start: number; end: number } | null = null;
  #lastFindings = -1;
  #lastImpression = -1;
  /** Where the text of the report ends. */
  #last = 0;
  /** Something is stated outside history, technique and comparison. */
  #isStated = false;
  /** Headings met so far in one line. */
  #depth = 0;

  constructor(text: string, folded: string, range: Span, lexicon: Lexicon) {
    this.#text = text;
    this.#folded = folded;
    this.#range = range;
    this.#lexicon = lexicon;
  }

  read(ignores: readonly (Ignore & { ownLine: boolean })[]): Omit<Outline, 'brackets'> {
    this.#sections.push({ id: '', heading: null, start: this.#range.start });
    this.#lastFindings = this.#lastHeading('findings');
    this.#lastImpression = this.#lastHeading('impression');
    this.#last = trimEnd(this.#folded, this.#range.start, this.#range.end);
    for (let at = this.#range.start; at < this.#range.end; ) {
      const end = Math.min(lineEnd(this.#text, at), this.#range.end);
      this.#readLine(at, end);
      at = end + 1;
    }
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

  /** Start of the last line with this heading; -1 where the report has none. */
  #lastHeading(id: string): number {
    let found = -1;
    for (let at = this.#range.start; at < this.#range.end; ) {
      const end = Math.min(lineEnd(this.#text, at), this.#range.end);
      if (headingAt(this.#folded, skipBlanks(this.#folded, at, end), end, this.#lexicon)?.id === id) found = at;
      at = end + 1;
    }
    return found;
  }

  #readLine(start: number, end: number): void {
    const at = skipBlanks(this.#folded, start, end);
    if (at >= end || isRuling(this.#folded, start, end)) this.#endParagraph();
    else if (!this.#readHeading(at, end) && !this.#continuesKey(start, at, end) && !this.#leavesImpression(at, end))
      this.#readText(start, at, end);
  }

  /** A section heading, or in the header a key; false where the line is neither. */
  #readHeading(at: number, end: number): boolean {
    const heading = headingAt(this.#folded, at, end, this.#lexicon);
    if (heading !== null && this.#opensSection(heading, end)) {
      this.#startSection(heading, at, end);
      return true;
    }
    const key = this.#sections.length === 1 || this.#aside ? headerKeyAt(this.#folded, at, end, this.#lexicon) : null;
    if (key !== null) this.#startKey(key, end);
    return key !== null;
  }

  /** A header value goes on in lines that are set in or begin in lower case. */
  #continuesKey(start: number, at: number, end: number): boolean {
    if (this.#key === null || !(at - start >= 2 || /[a-z(]/.test(this.#text[at] ?? ''))) return false;
    this.#key.end = trimEnd(this.#folded, at, end);
    return true;
  }

  /** An unknown heading in capitals (`FOLLOW THROUGH: ...`) behind an impression that is not: what follows is none of it. */
  #leavesImpression(at: number, end: number): boolean {
    if (this.#section !== 'impression') return false;
    const lead = topicAt(this.#folded, this.#text, at, end);
    if (lead === null || !isUnknownHeading(this.#text, this.#folded, lead.words, this.#lexicon)) return false;
    const { start } = this.#sections.at(-1) ?? { start: at };
    if (!/[a-z]/.test(this.#text.slice(start, at))) return false;
    this.#startSection({ ...lead, id: 'other' }, at, end);
    return true;
  }

  #readText(start: number, at: number, end: number): void {
    this.#endKey();
    const topic = this.#aside && at === start ? topicAt(this.#folded, this.#text, at, end) : null;
    if (this.#aside && (topic !== null || this.#endsAside(start, at))) this.#leaveAside();
    const mark = markEnd(this.#folded, at, end);
    if (mark > 0) {
      this.#endBlock();
      if (this.#isItemTopic) this.#topic = null;
      this.#item++;
      this.#mark = { start: at, end: mark };
    }
    this.#readContent(mark > 0 ? skipBlanks(this.#folded, mark, end) : at, end, mark > 0);
  }

  /** A heading with text behind it must be written as one: with a colon; a common word alone must not be a sentence's end. */
  #opensSection(heading: Lead, end: number): boolean {
    const alone = heading.rest >= end;
    const wrapped = alone && this.#block !== null && /[a-z]/.test(this.#text[heading.words.start] ?? '');
    return !wrapped;
  }

  #startSection(heading: Lead, at: number, end: number): void {
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
    const mark = markEnd(this.#folded, heading.rest, end);
    if (mark > 0) {
      this.#item++;
      this.#mark = { start: heading.rest, end: mark };
      this.#readContent(skipBlanks(this.#folded, mark, end), end, true);
    } else this.#readContent(heading.rest, end, false);
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
    this.#sections.push({ id: '', heading: null, start: this.#statements.at(-1)?.range.end ?? this.#range.start });
  }

  #startKey(key: Lead, end: number): void {
    this.#endBlock();
    this.#endKey();
    if (this.#aside) this.#leaveAside();
    const later = this.#depth < MOST_HEADINGS ? valueEnd(this.#text, this.#folded, key.rest, end, this.#lexicon) : -1;
    this.#key = { id: key.id, key: key.words, start: key.rest, end: trimEnd(this.#folded, key.rest, later < 0 ? end : later) };
    if (later < 0) return;
    this.#depth++;
    this.#readLine(later, end);
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
  #readContent(start: number, end: number, marked: boolean): void {
    const later = this.#depth < MOST_HEADINGS ? laterHeading(this.#text, this.#folded, start, end, this.#lexicon) : null;
    if (later !== null) {
      this.#depth++;
      this.#readContent(start, later.words.start, marked);
      this.#startSection(later, later.words.start, end);
      this.#depth--;
      return;
    }
    const topic = this.#aside || (this.#block !== null && this.#continues(start)) ? null : topicAt(this.#folded, this.#text, start, end);
    if (topic !== null) {
      this.#endBlock();
      if (!marked) this.#item = this.#section === 'impression' ? this.#item : 0;
      this.#paragraph++;
      this.#topic = { name: topic.words, sites: this.#sitesOf(topic.words) };
      this.#topics.push(this.#topic);
      this.#isItemTopic = marked && topic.rest < end;
      this.#isLineTopic = topic.rest < end;
      if (topic.rest < end) this.#extend(topic.rest, end);
      return;
    }
    if (start < end) this.#extend(start, end);
  }

  /** Whether the open block goes on in a line that begins at `start`: it was wrapped in the middle of a sentence. */
  #continues(start: number): boolean {
    return /[a-z(]/.test(this.#text[start] ?? '');
  }

  #sitesOf(words: Span): string[] {
    const sites: string[] = [];
    for (let at = words.start; at < words.end; ) {
      const match = this.#lexicon.match(this.#folded, at);
      if (match !== null && match.end <= words.end)
        for (const { term } of match.senses) if (term.category === 'site') sites.push(...term.sites);
      at = match?.end ?? at + 1;
      while (at < words.end && !(isWordChar(this.#folded[at]) && !isWordChar(this.#folded[at - 1]))) at++;
    }
    return [...new Set(sites)];
  }

  #extend(start: number, end: number): void {
    if (this.#block === null) this.#block = { start, end };
    else this.#block.end = end;
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
    for (const piece of sentences(this.#text, this.#folded, block, inList, this.#lexicon, number)) {
      if (piece.mark !== null) {
        this.#item++;
        mark = piece.mark;
      }
      if (leaves && !first && this.#aside) this.#leaveAside();
      first = false;
      this.#endTopicBefore(piece.span);
      const range = this.#topicInside(piece.span);
      if (this.#section === 'impression') this.#addItem(range, mark, inList);
      mark = null;
      if (range.end <= range.start) continue;
      this.#isStated ||= !ASIDE.has(this.#section);
      this.#statements.push({
        index: this.#statements.length,
        range,
        text: this.#text.slice(range.start, range.end),
        section: this.#section,
        topic: this.#topic,
        item: this.#section === 'impression' ? this.#items.length : this.#item,
        paragraph: this.#paragraph,
        ignores: [],
      });
    }
  }

  #endTopicBefore(span: Span): void {
    if (this.#topic === null || !this.#isLineTopic || this.#topic.sites.length === 0) return;
    const isNext = this.#statements.at(-1)?.topic === this.#topic;
    let line = span.start;
    while (line > 0 && /[ \t\r]/.test(this.#folded[line - 1] ?? '')) line--;
    const begins = isNext || (line > this.#topic.name.end && this.#folded[line - 1] === '\n');
    if (begins && namesOther(this.#folded, span, this.#topic.sites, this.#lexicon)) this.#topic = null;
  }

  /** A known topic may begin a sentence in the middle of a line (`Lungs: clear. Pleura: effusion.`); what is left of the sentence. */
  #topicInside(span: Span): Span {
    const topic = this.#aside || this.#section === 'impression' ? null : topicAt(this.#folded, this.#text, span.start, span.end);
    if (
      topic === null ||
      (this.#sitesOf(topic.words).length === 0 && !LEVEL_NAME.test(this.#folded.slice(topic.words.start, topic.words.end)))
    )
      return span;
    this.#paragraph++;
    this.#topic = { name: topic.words, sites: this.#sitesOf(topic.words) };
    this.#topics.push(this.#topic);
    this.#isLineTopic = true;
    return { start: topic.rest, end: span.end };
  }

  #addItem(span: Span, mark: Span | null, inList: boolean): void {
    const last = this.#items.at(-1);
    if (inList && mark === null && last !== undefined) last.end = span.end;
    else this.#items.push({ mark, start: span.start, end: span.end });
  }

  /** A comment on a line of its own speaks of the next statement, one behind a statement of that statement. */
  #attach(ignores: readonly (Ignore & { ownLine: boolean })[]): void {
    let i = 0;
    for (const { ownLine, ...ignore } of ignores) {
      while (i < this.#statements.length && (this.#statements[i]?.range.start ?? 0) < ignore.range.start) i++;
      this.#statements[ownLine ? i : i - 1]?.ignores.push(ignore);
    }
  }
}
