import { fieldsOf } from '../../syntax/fields.ts';
import { mergeLine } from './merge-line.ts';
import { movedLines, pairLines } from './pair-lines.ts';
import { hasWords, wordsBeyond } from './words.ts';
import type { WrittenLine } from './written-lines.ts';

/** Something that a person has to look at: the report kept its words where the template has others. */
export interface Conflict {
  /** Line of the report, from 0; null where it has none. */
  readonly line: number | null;
  readonly message: string;
}

export interface Merged {
  readonly lines: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/**
 * A report (`mine`) made from a template that wrote `base`, as another template would write it (`theirs`). Each line goes with the template where
 * the person left it, stays as the person has it where the template left it, and is merged by sentences where both changed it.
 * Lines of the report that are `locked` stay as they are.
 */
export function mergeLines(
  mine: readonly string[],
  base: readonly WrittenLine[],
  theirs: readonly WrittenLine[],
  locked: ReadonlySet<number>,
): Merged {
  return new Merger(mine, base, theirs, locked).merge();
}

class Merger {
  readonly #mine: readonly string[];
  readonly #base: readonly WrittenLine[];
  readonly #theirs: readonly WrittenLine[];
  readonly #locked: ReadonlySet<number>;
  readonly #inMine: ReadonlyMap<number, number>;
  readonly #inTheirs: ReadonlyMap<number, number>;
  /** Lines of the report that a person has put elsewhere -> those of `base` that they were. */
  readonly #moved: ReadonlyMap<number, number>;
  readonly #lines: string[] = [];
  readonly #conflicts: Conflict[] = [];
  /** Lines that are the person's own, as often as they stand; what the template adds of the same is there already. */
  readonly #own = new Map<string, number>();
  /** All values that the new template writes. */
  readonly #placed: ReadonlySet<string>;

  constructor(mine: readonly string[], base: readonly WrittenLine[], theirs: readonly WrittenLine[], locked: ReadonlySet<number>) {
    [this.#mine, this.#base, this.#theirs, this.#locked] = [mine, base, theirs, locked];
    const texts = base.map(({ text }) => text);
    this.#inMine = pairLines(texts, mine);
    this.#inTheirs = pairLines(
      texts,
      theirs.map(({ text }) => text),
    );
    this.#moved = movedLines(texts, mine, this.#inMine);
    this.#placed = new Set(theirs.flatMap(({ given }) => given.map(({ key, words }) => `${key}=${words}`)));
  }

  merge(): Merged {
    const ownLines = added(this.#mine.length, this.#inMine, this.#base.length);
    const newLines = added(this.#theirs.length, this.#inTheirs, this.#base.length);
    for (const line of [...ownLines.values()].flat()) if (!this.#moved.has(line)) this.#count(this.#mine[line] ?? '', 1);
    const elsewhere = new Set(this.#moved.values());
    for (let i = -1; i < this.#base.length; i++) {
      if (i >= 0 && !elsewhere.has(i)) this.#line(i, this.#inMine.get(i) ?? null);
      for (const line of ownLines.get(i) ?? []) {
        const was = this.#moved.get(line);
        if (was === undefined) this.#lines.push(this.#mine[line] ?? '');
        else this.#line(was, line);
      }
      for (const line of newLines.get(i) ?? []) this.#add(this.#theirs[line]?.text ?? '');
    }
    return { lines: this.#lines, conflicts: this.#conflicts };
  }

  #count(line: string, by: number): void {
    this.#own.set(line.trim(), (this.#own.get(line.trim()) ?? 0) + by);
  }

  /** A line that the template has and had not before. */
  #add(line: string): void {
    if ((this.#own.get(line.trim()) ?? 0) > 0) this.#count(line, -1);
    else this.#lines.push(line);
  }

  /** Line `i` of what the old template wrote, which is line `at` of the report; null where a person took it out. */
  #line(i: number, at: number | null): void {
    const base = this.#base[i];
    const now = this.#inTheirs.get(i);
    const theirs = now === undefined ? null : (this.#theirs[now] ?? null);
    if (base === undefined) return;
    if (at === null) {
      // Who took out a line that the template goes on to have does not get it back. One with open fields may never have stood there.
      if (theirs !== null && fieldsOf(base.text).length === 0 && theirs.text !== base.text && theirs.text.trim() !== '')
        this.#conflict(null, `You took out "${short(base.text)}"; the template says "${short(theirs.text)}" now.`);
      return;
    }
    const mine = this.#mine[at] ?? '';
    if (i === 0 && theirs !== null && /^\s*Template\s*:/i.test(mine)) this.#lines.push(theirs.text);
    else if (this.#locked.has(at)) this.#kept(at, mine, base, theirs);
    else if (theirs === null) this.#removed(at, mine, base);
    else if (mine === base.text) this.#changed(at, mine, base, theirs);
    else this.#both(at, mine, base, theirs);
  }

  /** What the person wrote in this line would be lost. */
  #kept(at: number, mine: string, base: WrittenLine, theirs: WrittenLine | null): void {
    this.#lines.push(mine);
    if (base.text !== theirs?.text)
      this.#conflict(
        at,
        theirs === null
          ? `The template has "${short(base.text)}" no more; what you wrote is kept.`
          : `The template says "${short(theirs.text)}" now, which has no room for what you filled in.`,
      );
  }

  /** The template has this line no more. */
  #removed(at: number, mine: string, base: WrittenLine): void {
    const isMoved = this.#theirs.some(
      ({ text }, j) => text === base.text && text.trim() !== '' && ![...this.#inTheirs.values()].includes(j),
    );
    if (mine === base.text && (isMoved || base.text.trim() === '' || (!base.isChosen && this.#isPlaced(base, '')))) return;
    this.#lines.push(mine);
    // Where the person changed a line that has moved, it stays where it is and does not come twice.
    if (isMoved) this.#count(base.text, 1);
    if (mine.trim() !== '') this.#conflict(at, `The template has "${short(base.text)}" no more; what you wrote is kept.`);
  }

  /** The person left this line; the template has changed it, or not. */
  #changed(at: number, mine: string, base: WrittenLine, theirs: WrittenLine): void {
    if (base.text === theirs.text || this.#isPlaced(base, theirs.text)) {
      this.#lines.push(theirs.text);
      return;
    }
    this.#lines.push(mine);
    this.#conflict(at, `The template says "${short(theirs.text)}" now, which has no room for what you filled in.`);
  }

  #both(at: number, mine: string, base: WrittenLine, theirs: WrittenLine): void {
    if (base.text === theirs.text || mine === theirs.text) {
      this.#lines.push(mine);
      return;
    }
    const merged = mergeLine(mine, base.text, theirs.text);
    const isWhole = merged !== null && hasWords(merged, wordsBeyond(mine, base.text)) && this.#isPlaced(base, merged);
    this.#lines.push(isWhole ? merged : mine);
    if (!isWhole) this.#conflict(at, `You changed "${short(base.text)}"; the template says "${short(theirs.text)}" now.`);
  }

  /** Whether all that a person gave in a line stands in other words, or elsewhere in what the template writes. */
  #isPlaced({ given }: WrittenLine, words: string): boolean {
    return given.every((value) => words.includes(value.words) || this.#placed.has(`${value.key}=${value.words}`));
  }

  #conflict(line: number | null, message: string): void {
    this.#conflicts.push({ line, message });
  }
}

const short = (words: string): string => (words.trim().length > 120 ? `${words.trim().slice(0, 119)}…` : words.trim());

/** Lines that come of none before, by the line that they stand behind; -1 for the beginning. */
function added(count: number, pairs: ReadonlyMap<number, number>, most: number): Map<number, number[]> {
  const from = new Map([...pairs].map(([i, j]) => [j, i]));
  const found = new Map<number, number[]>();
  let behind = -1;
  for (let j = 0; j < count; j++) {
    const i = from.get(j);
    if (i !== undefined) behind = Math.min(i, most - 1);
    else found.set(behind, [...(found.get(behind) ?? []), j]);
  }
  return found;
}
