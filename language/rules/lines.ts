import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** One entry of a rule file: its key word, what stands behind it, and the indented lines below it. Lines count from 1. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly line: number;
  /** Indented lines below, without the indent that they share; empty lines inside are kept. */
  readonly block: readonly string[];
  /** Offset of the key word in the file. */
  readonly start: number;
  /** Offset of `text`. */
  readonly textStart: number;
  /** Offset of each line of `block`, behind the indent that was taken away. */
  readonly blockStarts: readonly number[];
}

/** From one `rule ID` line to the next. */
export interface RuleText {
  readonly id: string;
  readonly line: number;
  /** Offset of the word `rule`. */
  readonly start: number;
  readonly idRange: Span;
  readonly entries: readonly Entry[];
}

export interface RuleFile {
  readonly rules: readonly RuleText[];
  /** Entries that stand before the first rule. */
  readonly stray: readonly Entry[];
}

/** Small letters, digits and hyphens. */
export const isRuleId = (id: string): boolean => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id);

interface Line {
  readonly text: string;
  readonly start: number;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The block without its outer blank lines and its common indent. */
function unindent(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  const kept = lines.slice(0, last + 1);
  const indent = Math.min(...kept.filter(({ text }) => text.trim() !== '').map(({ text }) => indentOf(text)));
  return kept.map(({ text, start }) => (text.trim() === '' ? { text: '', start } : { text: text.slice(indent), start: start + indent }));
}

/** Splits a rule file into its entries. Blank lines and lines that begin with `#` or `//` are for readers only. */
function entriesOf(file: string): Entry[] {
  const entries: { key: string; text: string; line: number; start: number; textStart: number; block: Line[] }[] = [];
  linesOf(file).forEach(({ start, end }, i) => {
    const text = file.slice(start, end);
    if (/^\s/.test(text) || text === '') {
      // A tab counts as one blank, so that places stay true.
      entries.at(-1)?.block.push({ text: text.replaceAll('\t', ' '), start });
      return;
    }
    if (/^(?:#|\/\/)/.test(text)) return;
    const key = /^\S+/.exec(text)?.[0] ?? '';
    const behind = text.slice(key.length);
    entries.push({ key, text: behind.trim(), line: i + 1, start, textStart: start + key.length + indentOf(behind), block: [] });
  });
  return entries.map(({ block, ...entry }) => {
    const lines = unindent(block);
    return { ...entry, block: lines.map(({ text }) => text), blockStarts: lines.map(({ start }) => start) };
  });
}

/** The rules of a file as written. Any text at all gives something; what is wrong with it is for the compiler to say. */
export function readRuleFile(text: string): RuleFile {
  const rules: (RuleText & { entries: Entry[] })[] = [];
  const stray: Entry[] = [];
  for (const entry of entriesOf(text)) {
    const { text: id, line, start, textStart } = entry;
    if (entry.key === 'rule') rules.push({ id, line, start, idRange: { start: textStart, end: textStart + id.length }, entries: [] });
    else (rules.at(-1)?.entries ?? stray).push(entry);
  }
  return { rules, stray };
}

/** The lines of an entry with words on them, trimmed, and where they stand. */
const pieces = ({ text, textStart, block, blockStarts }: Entry): Line[] =>
  [{ text, start: textStart }, ...block.map((line, i) => ({ text: line.trim(), start: (blockStarts[i] ?? 0) + indentOf(line) }))].filter(
    (piece) => piece.text !== '',
  );

/** The entry's words on one line: a long message may go on below, indented. */
export const joined = (entry: Entry): string =>
  pieces(entry)
    .map(({ text }) => text)
    .join(' ');

/** The place in the file of a stretch of the entry's words on one line (`joined`). */
export function placeOf(entry: Entry, { start, end }: Span): Span {
  const lines = pieces(entry);
  const at = (offset: number): number => {
    let before = 0;
    for (const line of lines) {
      if (offset <= before + line.text.length) return line.start + Math.max(offset - before, 0);
      before += line.text.length + 1;
    }
    const last = lines.at(-1);
    return last === undefined ? entry.textStart : last.start + last.text.length;
  };
  return { start: at(start), end: Math.max(at(start), at(end)) };
}

/** The place of the entry's words, without its key; of its key where there are none. */
export function wordsRange(entry: Entry): Span {
  const lines = pieces(entry);
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined
    ? { start: entry.start, end: entry.start + entry.key.length }
    : { start: first.start, end: last.start + last.text.length };
}
