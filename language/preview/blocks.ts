import type { Outline, Section, Statement } from '../syntax/report.ts';
import type { Span } from '../text/span.ts';

/** A stretch of the report that is read as one: a header line, a paragraph, an item of a list. */
export interface Block {
  readonly kind: 'field' | 'paragraph' | 'item';
  /** What leads it: a header key or a topic. */
  readonly lead: Span | null;
  /** `1.` or `-`, as written; empty where there is none. */
  readonly mark: string;
  readonly range: Span;
}

/** A section with its heading as written. */
export interface Part {
  readonly heading: Span | null;
  readonly blocks: readonly Block[];
}

const MARK = /^(?:[-*\u2022\u25cf\u25aa\u2013\u2014\u00b7]|\(?\d{1,3}[.)])$/;
const NO_WORDS = /^[\s:\-=_*\u2013\u2014]*$/;

/** The sections of a report, the header among what stands under no heading, in the order of the text. `plain` is the text without comments. Nothing that was written is left out. */
export function partsOf(plain: string, outline: Outline): Part[] {
  const headings = new Set(outline.sections.flatMap(({ heading }) => (heading === null ? [] : [heading.start])));
  const fields = outline.header
    .filter(({ key }) => !headings.has(key.start))
    .map(({ key, value }): Block => ({ kind: 'field', lead: key, mark: '', range: value }));
  // A section may begin before the heading above it ends, where nothing was said under that.
  let reached = outline.range.start;
  return outline.sections
    .map((section): Part => {
      // A heading may have a number of its own.
      const heading = section.heading && {
        ...section.heading,
        start: Math.min(section.heading.start, Math.max(reached, section.range.start)),
      };
      reached = Math.max(reached, heading?.end ?? section.range.start);
      const known = fields.filter(({ lead, range }) => startOf(lead, range) >= section.range.start && range.end <= section.range.end);
      const blocks = [...known, ...blocksOf(plain, { ...section, from: reached }, outline, known)];
      reached = Math.max(reached, section.range.end);
      return { heading, blocks: blocks.sort((a, b) => startOf(a.lead, a.range) - startOf(b.lead, b.range)) };
    })
    .filter(({ heading, blocks }) => heading !== null || blocks.length > 0);
}

const startOf = (lead: Span | null, range: Span): number => (lead ?? range).start;

/** `known` are header lines of the section: they stand for themselves. */
function blocksOf(plain: string, section: Section & { readonly from: number }, outline: Outline, known: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  let last: Statement | null = null;
  let at = section.from;
  const loose = (to: number): void => {
    for (const piece of apart({ start: at, end: to }, known)) {
      const range = trimmed(plain, piece);
      if (!NO_WORDS.test(plain.slice(range.start, range.end))) blocks.push({ kind: 'paragraph', lead: null, mark: '', range });
    }
  };
  for (const statement of statementsIn(section, outline)) {
    const { range, topic } = statement;
    if (range.end <= at) continue;
    let lead = topic !== null && topic !== last?.topic && topic.name.start >= at && topic.name.end <= range.start ? topic.name : null;
    const behind = lead === null ? null : trimmed(plain, { start: lead.end + (plain[lead.end] === ':' ? 1 : 0), end: range.start });
    if (lead !== null && behind !== null && behind.end > behind.start) {
      // The topic stands on a line of its own, and the statement has a mark or other lines before it.
      loose(lead.start);
      blocks.push({ kind: 'paragraph', lead, mark: '', range: { start: lead.end, end: lead.end } });
      lead = null;
      at = behind.start;
    }
    const before = trimmed(plain, { start: at, end: lead?.start ?? range.start });
    const mark = plain.slice(before.start, before.end);
    const isMark = MARK.test(mark);
    if (!isMark && (before.end > before.start || known.length > 0)) loose(lead?.start ?? range.start);
    const isNew = lead !== null || isMark || last === null || last.paragraph !== statement.paragraph || last.item !== statement.item;
    const open = blocks.at(-1);
    if (isNew || open === undefined || !NO_WORDS.test(plain.slice(open.range.end, range.start)))
      blocks.push({ kind: isMark || statement.item > 0 ? 'item' : 'paragraph', lead, mark: isMark ? mark : '', range });
    else blocks[blocks.length - 1] = { ...open, range: { start: open.range.start, end: range.end } };
    last = statement;
    at = range.end;
  }
  loose(section.range.end);
  return blocks;
}

/** Statements come in the order of the text; a section holds those that begin in it. */
function statementsIn({ range }: Section, { statements }: Outline): readonly Statement[] {
  const from = firstFrom(statements, range.start);
  return statements.slice(from, firstFrom(statements, range.end));
}

function firstFrom(statements: readonly Statement[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is left of a stretch without header fields. */
function apart({ start, end }: Span, fields: readonly Block[]): Span[] {
  const pieces: Span[] = [];
  let at = start;
  for (const { lead, range } of fields) {
    if (lead === null || lead.start < at || range.end > end) continue;
    pieces.push({ start: at, end: lead.start });
    at = range.end;
  }
  return [...pieces, { start: at, end }];
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, Math.max(start, end)];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
