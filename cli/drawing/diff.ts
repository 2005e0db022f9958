import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import type { Colours } from './colours.ts';

const CONTEXT = 3;

/** Old lines from `start` (counted from 0) give way to new ones. Lines keep their line breaks. */
interface Change {
  readonly start: number;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

/**
 * Edits as a unified diff that `patch` takes; empty where they change nothing. `show` makes a line fit for the place that it
 * goes to; it must keep it whole where a program reads it.
 */
export function drawDiff(
  name: string,
  text: string,
  edits: readonly TextEdit[],
  colours: Colours,
  show: (line: string) => string = (line) => line,
): string {
  const lines = splitLines(text);
  const hunks = hunksOf(changesOf(text, lines, edits));
  if (hunks.length === 0) return '';
  let shift = 0;
  const out = [colours.strong(`--- ${name}`), colours.strong(`+++ ${name}`)];
  for (const hunk of hunks) {
    const { rows, head, growth } = drawHunk(lines, hunk, shift, colours, show);
    out.push(colours.related(head), ...rows);
    shift += growth;
  }
  return `${out.join('\n')}\n`;
}

/** Lines with their line breaks; the text's last line may have none. */
const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The lines that differ once the edits are applied, in order, those that touch as one. */
function changesOf(text: string, lines: readonly string[], edits: readonly TextEdit[]): Change[] {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const startOf = (line: number): number => starts[Math.min(line, lines.length)] ?? text.length;
  let next = 0;
  const lineAt = (offset: number): number => {
    // Edits come in order, so the search goes on from the last.
    while (next < lines.length && startOf(next + 1) <= offset) next++;
    return text.endsWith('\n') || offset < text.length ? next : Math.max(0, lines.length - 1);
  };
  const blocks: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const from = lineAt(edit.range.start);
    const to = lineAt(edit.range.end) + 1;
    const open = blocks.at(-1);
    if (open !== undefined && from <= open.to) {
      open.to = Math.max(open.to, to);
      open.edits.push(edit);
    } else blocks.push({ from, to, edits: [edit] });
  }
  return blocks.flatMap(({ from, to, edits: own }) => {
    const base = startOf(from);
    const moved = own.map(({ range, text: written }) => ({ range: { start: range.start - base, end: range.end - base }, text: written }));
    return trimmed({ start: from, old: lines.slice(from, to), fresh: splitLines(applyEdits(text.slice(base, startOf(to)), moved)) });
  });
}

/** Without the lines that are the same at its beginning and end; nothing where all are. */
function trimmed({ start, old, fresh }: Change): Change[] {
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const change = { start: start + head, old: old.slice(head, old.length - tail), fresh: fresh.slice(head, fresh.length - tail) };
  return change.old.length + change.fresh.length === 0 ? [] : [change];
}

/** Changes whose context would touch stand in one hunk. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const before = hunks.at(-1)?.at(-1);
    if (before !== undefined && change.start - (before.start + before.old.length) <= 2 * CONTEXT) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function drawHunk(lines: readonly string[], hunk: readonly Change[], shift: number, colours: Colours, show: (line: string) => string) {
  const plain = (text: string): string => text;
  const row = (sign: string, line: string, paint = plain): string[] => {
    const whole = line.endsWith('\n');
    const shown = paint(sign + show(whole ? line.slice(0, -1) : line));
    return whole ? [shown] : [shown, '\\ No newline at end of file'];
  };
  const rows: string[] = [];
  const first = Math.max(0, (hunk[0]?.start ?? 0) - CONTEXT);
  let at = first;
  let growth = 0;
  const keep = (to: number): void => {
    for (; at < Math.min(to, lines.length); at++) rows.push(...row(' ', lines[at] ?? ''));
  };
  for (const { start, old, fresh } of hunk) {
    keep(start);
    for (const line of old) rows.push(...row('-', line, colours.removed));
    for (const line of fresh) rows.push(...row('+', line, colours.added));
    at += old.length;
    growth += fresh.length - old.length;
  }
  keep(at + CONTEXT);
  const oldCount = at - first;
  return { rows, growth, head: `@@ -${spot(first, oldCount)} +${spot(first + shift, oldCount + growth)} @@` };
}

/** A place in a hunk's head: of no lines, the line before it. */
const spot = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;
