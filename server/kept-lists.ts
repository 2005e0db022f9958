import { lastUpTo } from '../language/text/last-up-to.ts';
import type { PlacedText } from './document-part.ts';
import type { Opened } from './opened.ts';
import { TURN_MS, type Turns } from './turns.ts';

/** Whom lists are asked of. */
interface Asked {
  readonly turns: Pick<Turns, 'next'>;
  readonly documents: { get(uri: string): unknown };
}

/** Lists that were put together of others, with those. */
const partsOf = new WeakMap<readonly unknown[], readonly (readonly unknown[])[]>();

/** One list of several. Where these are kept, so is what is written of them: most of a long answer is as it was in the last one. */
export function together<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  for (const list of lists) for (const each of list) all.push(each);
  partsOf.set(all, lists);
  return all;
}

/** What a list was put together of; null for any other list. */
export const partsOfList = (list: readonly unknown[]): readonly (readonly unknown[])[] | null => partsOf.get(list) ?? null;

/** How much lists hold, of some of them. */
export function countOf(lists: readonly (readonly unknown[])[], from = 0, to = lists.length): number {
  let count = 0;
  for (let i = from; i < to; i++) count += lists[i]?.length ?? 0;
  return count;
}

/** What was last made of a document. */
interface Last<S, T> {
  readonly document: PlacedText;
  readonly sources: readonly S[];
  readonly lists: readonly (readonly T[])[];
  /** How much all lists hold. */
  readonly count: number;
}

const NOTHING: readonly never[] = [];

/** A list, and where its report stood. */
interface Kept<T> {
  readonly uri: string;
  readonly line: number;
  readonly index: number;
  readonly list: readonly T[];
}

/**
 * The lists of a document's reports, each made anew only where what it is made of is another thing, or may stand at other lines.
 * A text may hold thousands of reports, and each key that is typed asks for all of them.
 */
export class ListsOfReports<S extends object, T> {
  readonly #last = new Map<string, Last<S, T>>();
  /** Also of earlier versions: what is undone or typed again is as it was. */
  readonly #kept = new WeakMap<S, Kept<T>>();
  readonly #make: (report: Opened, source: S, index: number) => readonly T[];

  constructor(make: (report: Opened, source: S, index: number) => readonly T[]) {
    this.#make = make;
  }

  /** `sources` are what the lists are made of, one for each report. */
  of(opened: Opened, sources: readonly S[]): readonly (readonly T[])[] {
    const { document } = opened;
    const { uri } = document;
    const last = this.#last.get(uri);
    const { head, tail } = last === undefined ? { head: 0, tail: 0 } : sameAs(last, opened, sources);
    const fresh: (readonly T[])[] = [];
    for (let i = head; i < sources.length - tail; i++) fresh.push(this.#listOf(opened, sources[i] as S, i));
    const lists = last === undefined ? fresh : last.lists.slice(0, head).concat(fresh, last.lists.slice(last.lists.length - tail));
    const kept = last === undefined ? 0 : last.count - countOf(last.lists, head, last.lists.length - tail);
    this.#last.set(uri, { document, sources, lists, count: kept + countOf(fresh) });
    return lists;
  }

  /** As `of`, made in turns with what else is asked: when a document is opened there may be thousands to make. */
  async inTurns({ turns, documents }: Asked, opened: Opened, sources: readonly S[]): Promise<readonly (readonly T[])[]> {
    const { uri } = opened.document;
    const last = this.#last.get(uri);
    const { head, tail } = last === undefined ? { head: 0, tail: 0 } : sameAs(last, opened, sources);
    let until = performance.now() + TURN_MS;
    for (let i = head; i < sources.length - tail; i++) {
      if (performance.now() > until) {
        await turns.next();
        until = performance.now() + TURN_MS;
      }
      this.#listOf(opened, sources[i] as S, i);
    }
    const lists = this.of(opened, sources);
    // Closed meanwhile: nothing of it is kept.
    if (documents.get(uri) === undefined) this.forget(uri);
    return lists;
  }

  /** How much the lists that were given last for a document hold together; they are not gone through for it. */
  countOf(uri: string): number {
    return this.#last.get(uri)?.count ?? 0;
  }

  #listOf(opened: Opened, source: S, index: number): readonly T[] {
    // Of nothing, nothing is made.
    if (Array.isArray(source) && source.length === 0) return NOTHING;
    const { document, starts } = opened;
    const { uri } = document;
    const { line } = document.positionAt(starts[index] ?? 0);
    const before = this.#kept.get(source);
    if (before?.line === line && before.index === index && before.uri === uri) return before.list;
    const list = this.#make(opened.reportAt(index), source, index);
    this.#kept.set(source, { uri, line, index, list });
    return list;
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

/** How many of the first and of the last reports are made of the same, and stand at the same lines, as before. */
function sameAs<S>(last: Last<S, unknown>, { document, starts }: Opened, sources: readonly S[]): { head: number; tail: number } {
  const { length, lineCount } = document;
  const count = sources.length;
  const isSameText = document === last.document;
  const same = isSameText ? { start: length, end: length } : document.sameEnds(last.document);
  const before = last.sources;
  // A report is as it was where it ends before the first change; the last one ends with the text.
  const most = Math.min(isSameText || same.start === length ? count : lastUpTo(starts, same.start), before.length);
  let head = 0;
  while (head < most && sources[head] === before[head]) head++;
  let tail = 0;
  // Where there is a line or a report more or less, all that stands below it has moved.
  if (lineCount !== last.document.lineCount || count !== before.length) return { head, tail };
  const mostBelow = Math.min(count - 1 - lastUpTo(starts, length - same.end - 1), count - head);
  while (tail < mostBelow && sources[count - 1 - tail] === before[count - 1 - tail]) tail++;
  return { head, tail };
}
