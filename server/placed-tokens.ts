import { countOf } from './kept-lists.ts';

/** Five numbers for each token, as in the protocol, of which the first counts lines from the beginning of its report. */
export type Tokens = readonly number[];

/** The tokens of a document's reports, in their order. */
export interface PlacedTokens {
  readonly lists: readonly Tokens[];
  /** The line that each report begins at. */
  readonly lines: readonly number[];
}

/** Other numbers for some, as in the protocol. */
export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** The tokens of reports as the protocol has them: the first counts from the last one before them, each of the others from the one before it. */
export function joined({ lists, lines }: PlacedTokens, from = 0, to = lists.length): number[] {
  const all: number[] = [];
  let before = from - 1;
  while (before >= 0 && lists[before]?.length === 0) before--;
  let at = before < 0 ? 0 : lastLine(lists[before] ?? [], lines[before] ?? 0);
  for (let i = from; i < to; i++) {
    const tokens = lists[i] ?? [];
    const line = lines[i] ?? 0;
    if (tokens.length === 0) continue;
    const first = all.length;
    for (let n = 0; n < tokens.length; n++) all.push(tokens[n] ?? 0);
    all[first] = line + (tokens[0] ?? 0) - at;
    at = lastLine(tokens, line);
  }
  return all;
}

/** The line of the last token of a report that begins at a line. */
function lastLine(tokens: Tokens, line: number): number {
  let at = line;
  for (let i = 0; i < tokens.length; i += 5) at += tokens[i] ?? 0;
  return at;
}

/** What turns the tokens of an earlier version into those of a later one: at most one edit. Reports that are as they were, and where they were, are not looked into. */
export function editsBetween(before: PlacedTokens, now: PlacedTokens): TokensEdit[] {
  const [countBefore, count] = [before.lists.length, now.lists.length];
  const most = Math.min(countBefore, count);
  let head = 0;
  while (head < most && before.lists[head] === now.lists[head] && before.lines[head] === now.lines[head]) head++;
  // Where lines came or went, all below has moved by as many.
  const by = (now.lines[count - 1] ?? 0) - (before.lines[countBefore - 1] ?? 0);
  let tail = 0;
  for (; tail < most - head; tail++) {
    const [old, own] = [countBefore - 1 - tail, count - 1 - tail];
    if (before.lists[old] !== now.lists[own] || (now.lines[own] ?? 0) - (before.lines[old] ?? 0) !== by) break;
  }
  // The first token below counts from what has changed.
  while (tail > 0 && now.lists[count - tail]?.length === 0) tail--;
  if (tail > 0) tail--;
  const start = countOf(now.lists, 0, head);
  return numbersBetween(joined(before, head, countBefore - tail), joined(now, head, count - tail)).map((edit) => ({
    ...edit,
    start: start + edit.start,
  }));
}

/** One edit from the first number that differs to the last; none where all are the same. */
function numbersBetween(before: readonly number[], now: readonly number[]): TokensEdit[] {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  const deleteCount = before.length - start - same;
  const data = now.slice(start, now.length - same);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
