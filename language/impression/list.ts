import type { Outline } from '../syntax/report.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { nextMark, readMark, refersByNumber, renumber } from './list-mark.ts';
import { wordsAt } from './words.ts';

/** A sentence to add, behind the item with this index in the list; -1 puts it first. */
export interface Addition {
  readonly after: number;
  readonly words: string;
}

interface ListItem {
  readonly mark: Span | null;
  readonly range: Span;
}

/** Edits that add sentences to a list in its own style and renumber the marks that follow. The items stay as they are. */
export function additionEdits(text: string, items: readonly ListItem[], additions: readonly Addition[]): TextEdit[] {
  const model = items[0];
  if (model === undefined || additions.length === 0) return [];
  const marks = items.map((item) => (item.mark === null ? null : readMark(wordsAt(text, item.mark))));
  const added = Map.groupBy(additions, (a) => a.after);
  const edits: TextEdit[] = [];
  let last = (marks[0]?.number ?? 1) - 1;
  for (let i = -1; i < items.length; i++) {
    const item = items[i];
    const mark = marks[i];
    if (item !== undefined && mark?.number !== undefined && mark.number !== null) {
      const isPushed = last >= mark.number && edits.length > 0;
      if (isPushed && item.mark !== null) edits.push(renumber(text, item.mark, last + 1));
      last = isPushed ? last + 1 : mark.number;
    }
    const here = added.get(i);
    if (here === undefined) continue;
    const pattern = marks[Math.max(i, 0)] ?? marks.find((m) => m !== null && m.number !== null) ?? null;
    const lines = here.map(({ words }) => (pattern === null ? words : `${nextMark(pattern, ++last)} ${words}`));
    edits.push(i < 0 ? before(text, items, lines) : behind(text, items, i, lines));
  }
  return edits;
}

/** Takes one item away, with its mark and its line where it has that for itself; the numbers behind it move up, unless one of them is spoken of. */
export function removalEdits(text: string, items: readonly ListItem[], at: number): TextEdit[] {
  const item = items[at];
  if (item === undefined) return [];
  const start = (item.mark ?? item.range).start;
  const lineEnd = text.indexOf('\n', item.range.end);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const ownsLines =
    indentOf(text, item) !== null && /^[.!?;]?[^\S\n]*$/.test(text.slice(item.range.end, lineEnd < 0 ? text.length : lineEnd));
  const range = ownsLines ? { start: lineStart(text, start), end: to } : { start, end: item.range.end };
  const moved = (refersByNumber(text) ? [] : items.slice(at + 1)).flatMap(({ mark }, i) => {
    const read = mark && readMark(wordsAt(text, mark));
    return mark && read && read.number !== null ? [renumber(text, mark, (readNumber(text, item) ?? 1) + i)] : [];
  });
  return [{ range, text: '' }, ...moved];
}

const readNumber = (text: string, { mark }: ListItem): number | null => (mark === null ? null : readMark(wordsAt(text, mark)).number);

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineBreakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Blanks before an item that stands first in its line; null where something else does. */
function indentOf(text: string, item: ListItem): string | null {
  const at = (item.mark ?? item.range).start;
  const lead = text.slice(lineStart(text, at), at);
  return /^[ \t]*$/.test(lead) ? lead : null;
}

/** Whether the sentences of a list without marks run on in one line. */
function runsOn(text: string, items: readonly ListItem[]): boolean {
  const [first, ...more] = items.map((x) => indentOf(text, x));
  return more.length > 0 ? more.some((x) => x === null) : first === null;
}

function before(text: string, items: readonly ListItem[], lines: readonly string[]): TextEdit {
  const first = items[0] as ListItem;
  const at = (first.mark ?? first.range).start;
  const indent = runsOn(text, items) ? null : indentOf(text, first);
  const joint = indent === null ? ' ' : lineBreakOf(text) + indent;
  return { range: { start: at, end: at }, text: lines.map((line) => line + joint).join('') };
}

/** Behind an item: on lines of their own where the items have them, else in the same line. */
function behind(text: string, items: readonly ListItem[], i: number, lines: readonly string[]): TextEdit {
  const item = items[i] as ListItem;
  const next = items[i + 1];
  const indents = items.map((x) => indentOf(text, x));
  const inLine = next === undefined ? runsOn(text, items) && (item.mark === null || items.length > 1) : indents[i + 1] === null;
  const stop =
    /[.!?:;]["')]*$|^\[[^\]]*\]$/.test(wordsAt(text, item.range)) || /^\s*[.!?;]/.test(text.slice(item.range.end, item.range.end + 2))
      ? ''
      : '.';
  const end = /^\s*[.!?;]/.test(text.slice(item.range.end, item.range.end + 2)) ? item.range.end + 1 : item.range.end;
  if (inLine) return { range: { start: end, end }, text: `${item.mark === null ? stop : ''}${lines.map((line) => ` ${line}`).join('')}` };
  const lineEnd = text.indexOf('\n', item.range.end);
  const to = lineEnd < 0 ? text.length : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
  const rest = text.slice(item.range.end, to);
  const at = /^\s*(\/\/.*)?$/.test(rest) && rest.includes('//') ? to : item.range.end;
  const indent = indents[i] ?? indents.find((x) => x !== null) ?? '';
  return {
    range: { start: at, end: at },
    text: `${item.mark === null && at === item.range.end ? stop : ''}${lines.map((line) => lineBreakOf(text) + indent + line).join('')}`,
  };
}

/** Lines of the impression that hold a list mark and no words, below all items. */
export function bareMarks(text: string, outline: Outline, items: readonly ListItem[]): Span[] {
  const section = outline.sections.find((s) => s.id === 'impression');
  if (section === undefined) return [];
  const from = lineBreakAt(text, items.at(-1)?.range.end ?? section.heading?.end ?? section.range.start);
  return [...text.slice(from, section.range.end).matchAll(BARE)].map(({ index, 0: line }) => ({
    start: from + index,
    end: from + index + line.length,
  }));
}

const BARE = /^[^\S\n]*(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|[-*\u2022])[^\S\n]*$/gim;

const lineBreakAt = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

/** Takes a line away, with its line break or, at the end of the text, with the one before. */
export function lineRemoval(text: string, { start, end }: Span): TextEdit {
  const last = end >= text.length;
  const before = last && start > 0 ? start - (text[start - 2] === '\r' ? 2 : 1) : start;
  return { range: { start: before, end: last ? end : end + 1 }, text: '' };
}

/**
 * The edit that makes an impression where there is none, or fills an empty one: numbered, behind the findings, its heading written
 * as theirs is; the marks that stand there already are filled. Null where the report has no findings section and no header, so may be
 * no report.
 */
export function sectionEdit(text: string, outline: Outline, words: readonly string[]): TextEdit | null {
  const br = lineBreakOf(text);
  const bare = bareMarks(text, outline, []);
  const [first, last] = [bare[0], bare.at(-1)];
  if (first !== undefined && last !== undefined) {
    const line = wordsAt(text, first);
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const mark = readMark(line.trim());
    const end = last.end - (text[last.end - 1] === '\r' ? 1 : 0);
    return { range: { start: first.start, end }, text: words.map((w, i) => `${indent}${nextMark(mark, i + 1)} ${w}`).join(br) };
  }
  const lines = words.map((line, i) => `${i + 1}. ${line}`).join(br);
  const empty = outline.sections.find((s) => s.id === 'impression');
  if (empty?.heading !== undefined && empty.heading !== null) {
    const rest = /^[^\S\n]*[:*=_-]*/.exec(text.slice(empty.heading.end, empty.range.end))?.[0].length ?? 0;
    const at = empty.heading.end + rest;
    return { range: { start: at, end: at }, text: br + lines };
  }
  const findings =
    outline.sections.findLast((s) => s.id === 'findings') ??
    (outline.header.length > 0 ? outline.sections.findLast((s) => s.id === '') : undefined);
  if (findings === undefined) return null;
  const heading = findings.heading === null ? 'FINDINGS' : wordsAt(text, findings.heading);
  const colon = findings.heading !== null && text[findings.heading.end] === ':' ? ':' : '';
  const title = heading === heading.toUpperCase() ? 'IMPRESSION' : heading === heading.toLowerCase() ? 'impression' : 'Impression';
  const content = wordsAt(text, findings.range).trimEnd();
  const at = findings.range.start + content.length;
  return { range: { start: at, end: at }, text: `${br}${br}${title}${colon}${br}${lines}${at >= text.length ? br : ''}` };
}
