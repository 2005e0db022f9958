import { lastUpTo } from '../language/text/last-up-to.ts';

/** Lines of a block when it is made. */
const BLOCK = 256;

/**
 * Where the lines of a text begin: after `\n`, `\r\n` or a lone `\r`. Immutable, and kept in blocks whose offsets count from their own
 * beginnings, so that a change costs its block and not each line below it.
 */
export class LineStarts {
  readonly count: number;
  readonly #blocks: readonly (readonly number[])[];
  /** Offset that each block counts from, and the number of its first line. */
  readonly #bases: readonly number[];
  readonly #firsts: readonly number[];

  private constructor(blocks: readonly (readonly number[])[], bases: readonly number[], firsts: readonly number[], count: number) {
    this.#blocks = blocks;
    this.#bases = bases;
    this.#firsts = firsts;
    this.count = count;
  }

  static of(text: string): LineStarts {
    return new LineStarts([], [], [], 0).replaced(0, 0, startsIn(text, 0), 0);
  }

  /** Undefined for a line that is not there. */
  at(line: number): number | undefined {
    if (line < 0 || line >= this.count) return undefined;
    const block = lastUpTo(this.#firsts, line);
    return (this.#bases[block] ?? 0) + (this.#blocks[block]?.[line - (this.#firsts[block] ?? 0)] ?? 0);
  }

  /** The last line that begins at or before an offset; -1 where all begin behind it. */
  lineAt(offset: number): number {
    const block = lastUpTo(this.#bases, offset);
    if (block < 0) return -1;
    return (this.#firsts[block] ?? 0) + lastUpTo(this.#blocks[block] ?? [], offset - (this.#bases[block] ?? 0));
  }

  /** With other lines for those from `first` up to, not including, `behind`; where those below begin is moved by `by`. */
  replaced(first: number, behind: number, starts: readonly number[], by: number): LineStarts {
    const from = Math.max(lastUpTo(this.#firsts, first), 0);
    const to = Math.max(lastUpTo(this.#firsts, Math.max(behind - 1, first)), from);
    const around: number[] = [];
    this.#addTo(around, from, 0, first - (this.#firsts[from] ?? 0), 0);
    for (const start of starts) around.push(start);
    this.#addTo(around, to, behind - (this.#firsts[to] ?? 0), Number.POSITIVE_INFINITY, by);
    const more = starts.length - (behind - first);
    const blocks = this.#blocks.slice(0, from);
    const bases = this.#bases.slice(0, from);
    const firsts = this.#firsts.slice(0, from);
    let line = this.#firsts[from] ?? 0;
    for (let i = 0; i < around.length; i += BLOCK) {
      const own = around.slice(i, i + BLOCK);
      const base = own[0] ?? 0;
      blocks.push(own.map((start) => start - base));
      bases.push(base);
      firsts.push(line);
      line += own.length;
    }
    for (let i = to + 1; i < this.#blocks.length; i++) {
      blocks.push(this.#blocks[i] ?? []);
      bases.push((this.#bases[i] ?? 0) + by);
      firsts.push((this.#firsts[i] ?? 0) + more);
    }
    return new LineStarts(blocks, bases, firsts, this.count + more);
  }

  /** Adds where lines of a block begin, from the one of an index up to, not including, another. */
  #addTo(all: number[], block: number, from: number, to: number, by: number): void {
    const own = this.#blocks[block] ?? [];
    const base = (this.#bases[block] ?? 0) + by;
    for (let i = from; i < to && i < own.length; i++) all.push(base + (own[i] ?? 0));
  }
}

/** Where lines begin in a text; `base` is added to each. */
export function startsIn(text: string, base: number): number[] {
  const starts = [base];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(base + i + 1);
  }
  return starts;
}
