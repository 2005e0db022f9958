import { commonItems } from '../../text/common-items.ts';
import { fold } from '../../text/fold.ts';

/** More pairs of lines than this are not compared word for word. */
const MOST_PAIRS = 250_000;
/** Lines with so many of their words in common say the same thing in other words. */
const ALIKE = 0.5;

/** Which line of `b` each line of `a` has become: the same one, or the one most like it between two that are the same. */
export function pairLines(a: readonly string[], b: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const same = commonItems(a, b).filter(([i]) => (a[i] ?? '').trim() !== '');
  let [fromA, fromB] = [0, 0];
  for (const [i, j] of [...same, [a.length, b.length] as const]) {
    for (const [x, y] of likeLines(a.slice(fromA, i), b.slice(fromB, j))) pairs.set(x + fromA, y + fromB);
    if (i < a.length) pairs.set(i, j);
    [fromA, fromB] = [i + 1, j + 1];
  }
  return pairs;
}

/**
 * Lines of `b` that stand elsewhere in `a`: those with the same words, then those that are the only one of their topic that is left.
 * `pairs` are those that are in the same order in both.
 */
export function movedLines(a: readonly string[], b: readonly string[], pairs: ReadonlyMap<number, number>): Map<number, number> {
  const moved = new Map<number, number>();
  const paired = new Set(pairs.values());
  const match = (nameOf: (line: string) => string, isSure: (lines: readonly number[]) => boolean): void => {
    const left = new Set(moved.values());
    const inA = byName(a, nameOf, (i) => !pairs.has(i) && !left.has(i));
    const inB = byName(b, nameOf, (j) => !paired.has(j) && !moved.has(j));
    for (const [name, lines] of inB) {
      const were = inA.get(name) ?? [];
      if (isSure(lines) && isSure(were)) for (const [n, line] of lines.entries()) if (were[n] !== undefined) moved.set(line, were[n]);
    }
  };
  match(
    (line) => line.trim(),
    () => true,
  );
  match(topicOf, (lines) => lines.length === 1);
  return moved;
}

/** Numbers of lines by a name that they have; without those that have none. */
function byName(lines: readonly string[], nameOf: (line: string) => string, isOf: (i: number) => boolean): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const name = nameOf(line);
    if (name !== '' && isOf(i)) found.set(name, [...(found.get(name) ?? []), i]);
  }
  return found;
}

/** Pairs in the order of both lists, as like each other as can be. Blank lines are like blank lines, but less than anything said. */
function likeLines(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_PAIRS) return [];
  const [wordsA, wordsB] = [a.map(wordsOf), b.map(wordsOf)];
  const width = b.length + 1;
  const like = (i: number, j: number): number => likeness(a[i] ?? '', b[j] ?? '', wordsA[i] ?? [], wordsB[j] ?? []);
  const best = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const both = like(i, j);
      best[i * width + j] = Math.max(
        both === 0 ? 0 : both + (best[(i + 1) * width + j + 1] ?? 0),
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
      );
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const both = like(i, j);
    if (both > 0 && best[i * width + j] === both + (best[(i + 1) * width + j + 1] ?? 0)) pairs.push([i++, j++]);
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

const wordsOf = (line: string): string[] => fold(line).match(/[a-z0-9]+/g) ?? [];

const topicOf = (line: string): string => fold(/^\s*([^:[\].]{2,40}):/.exec(line)?.[1] ?? '').trim();

/** From 0 to 2; 0 where two lines are not of one thing. */
function likeness(a: string, b: string, wordsA: readonly string[], wordsB: readonly string[]): number {
  if (a.trim() === '' || b.trim() === '') return a.trim() === b.trim() ? 0.01 : 0;
  const [topicA, topicB] = [topicOf(a), topicOf(b)];
  if (topicA !== topicB) return 0;
  const left = new Map<string, number>();
  for (const word of wordsA) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wordsB) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common++;
  }
  const share = (2 * common) / Math.max(1, wordsA.length + wordsB.length);
  return topicA !== '' ? 1 + share : share >= ALIKE ? share : 0;
}
