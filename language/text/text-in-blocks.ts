import { commonEnds, type SameEnds } from './common-ends.ts';
import { copyOf } from './cut-out.ts';
import { lastUpTo } from './last-up-to.ts';
import type { LongText } from './long-text.ts';

/** Units of a block when it is made; one that is changed may have from half to twice as many. */
const BLOCK = 4096;

/** A text kept in blocks, which its versions share: a change costs its block, however long the text is. Immutable. */
export class TextInBlocks implements LongText {
  readonly length: number;
  readonly #blocks: readonly string[];
  /** Where each begins. */
  readonly #starts: readonly number[];
  /** Put together when first asked for. */
  #whole: string | null;
  /** The block that was looked into last: the next unit asked for is mostly there too. */
  #near = 0;

  private constructor(blocks: readonly string[], starts: readonly number[], length: number, whole: string | null = null) {
    this.#blocks = blocks;
    this.#starts = starts;
    this.length = length;
    this.#whole = whole;
  }

  static of(text: string): TextInBlocks {
    const starts: number[] = [];
    for (let at = 0; at < text.length; at += BLOCK) starts.push(at);
    return new TextInBlocks(
      starts.map((at) => text.slice(at, at + BLOCK)),
      starts,
      text.length,
      text,
    );
  }

  /** How many blocks it is kept in. */
  get blockCount(): number {
    return this.#blocks.length;
  }

  charCodeAt(at: number): number {
    const start = this.#starts[this.#near] ?? 0;
    const own = this.#blocks[this.#near];
    if (own !== undefined && at >= start && at < start + own.length) return own.charCodeAt(at - start);
    this.#near = Math.max(lastUpTo(this.#starts, at), 0);
    return this.#blocks[this.#near]?.charCodeAt(at - (this.#starts[this.#near] ?? 0)) ?? Number.NaN;
  }

  slice(start = 0, end: number = this.length): string {
    const to = Math.min(end, this.length);
    if (start <= 0 && to === this.length) return this.toString();
    const first = Math.max(lastUpTo(this.#starts, start), 0);
    let words = '';
    for (let i = first; i < this.#blocks.length && (this.#starts[i] ?? 0) < to; i++) {
      const base = this.#starts[i] ?? 0;
      words += (this.#blocks[i] ?? '').slice(Math.max(start - base, 0), to - base);
    }
    return words;
  }

  /** With other words for those from `start` to `end`. */
  replaced(start: number, end: number, words: string): TextInBlocks {
    const blocks = this.#blocks;
    let first = Math.max(lastUpTo(this.#starts, start), 0);
    let last = Math.max(lastUpTo(this.#starts, end), first);
    const by = words.length - (end - start);
    const lengthOf = (): number => (this.#starts[last + 1] ?? this.length) - (this.#starts[first] ?? 0) + by;
    // What is left of a block is kept with the next one where it is little, so that there are never many small ones.
    if (lengthOf() < BLOCK / 2 && last + 1 < blocks.length) last++;
    else if (lengthOf() < BLOCK / 2 && first > 0) first--;
    const from = this.#starts[first] ?? 0;
    const own = this.slice(from, start) + words + this.slice(end, this.#starts[last + 1] ?? this.length);
    const pieces = own.length <= 2 * BLOCK ? [own] : piecesOf(own);
    const starts = this.#starts.slice(0, first);
    let at = from;
    const fresh: string[] = [];
    for (const piece of pieces) {
      if (piece === '') continue;
      fresh.push(copyOf(piece));
      starts.push(at);
      at += piece.length;
    }
    for (let i = last + 1; i < blocks.length; i++) starts.push((this.#starts[i] ?? 0) + by);
    return new TextInBlocks(blocks.slice(0, first).concat(fresh, blocks.slice(last + 1)), starts, this.length + by);
  }

  /** So much of the text is the same from the beginning and up to the end as in another version; blocks that both have are not looked into. */
  sameEnds(before: TextInBlocks): SameEnds {
    const count = this.#blocks.length;
    const countBefore = before.#blocks.length;
    const most = Math.min(count, countBefore);
    let head = 0;
    while (head < most && this.#blocks[head] === before.#blocks[head]) head++;
    let tail = 0;
    while (tail < most - head && this.#blocks[count - 1 - tail] === before.#blocks[countBefore - 1 - tail]) tail++;
    const start = this.#starts[head] ?? this.length;
    const end = this.#starts[count - tail] ?? this.length;
    const between = commonEnds(before.slice(start, before.#starts[countBefore - tail] ?? before.length), this.slice(start, end));
    return { start: start + between.start, end: this.length - end + between.end };
  }

  /** The whole text. */
  toString(): string {
    this.#whole ??= this.#blocks.join('');
    return this.#whole;
  }
}

function piecesOf(words: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += BLOCK) pieces.push(words.slice(at, at + BLOCK));
  return pieces;
}
