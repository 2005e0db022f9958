import type { Language, Snapshot } from '../language/language.ts';
import type { Diagnostic } from '../language/text/diagnostic.ts';
import { moved } from './moved.ts';
import type { Opened } from './opened.ts';

/** A report that took longer than this to check, in milliseconds, is checked when typing rests: until then its diagnostics move with the text. */
const SLOW_MS = 25;

/** Where checks have taken longer than this together, in milliseconds, the reports that are left are checked later: a text may hold thousands. */
const ANSWER_MS = 10;

/** Of a text with more reports than this, what was read of one to check it is let go again: in most of them nobody ever types. */
const MOST_READ = 20;

/** What was last known of a report. */
interface Known {
  readonly text: string;
  readonly found: readonly Diagnostic[];
  /** Of the text as it is, and not of an earlier one. */
  readonly isFresh: boolean;
  /** What its last check took, in milliseconds. */
  readonly took: number;
}

/** What is told of a report before it is checked. */
const NOT_YET: readonly Diagnostic[] = [];

/** The reports of a document, with what was known and told of each. */
interface Last {
  readonly snapshots: readonly Snapshot[];
  /** Null for what is still to be checked. */
  readonly known: readonly (Known | null)[];
  readonly found: readonly (readonly Diagnostic[])[];
  /** How many have only been moved, or are still to be checked. */
  readonly unsettled: number;
  /** Index of the report that was changed last. */
  readonly changed: number;
}

const NOTHING: Last = { snapshots: [], known: [], found: [], unsettled: 0, changed: 0 };

/** What is told of a document's reports. */
export interface ToldOfReports {
  readonly found: readonly (readonly Diagnostic[])[];
  /** How many reports have only been moved with the text, or not been checked yet. */
  readonly unsettled: number;
  /** Whether there are some that nothing is known of yet. */
  readonly isPartial: boolean;
  /** Index of the report that was changed last. */
  readonly changed: number;
}

/** Diagnostics of reports, where a long one does not hold up the keys that are typed in it. */
export class ReportDiagnostics {
  readonly #known = new WeakMap<Snapshot, Known>();
  /** The last answer for each document. */
  readonly #last = new Map<string, Last>();
  /** Where to look next for what is to be checked, for each document. */
  readonly #next = new Map<string, number>();

  /** The diagnostics of each report of a document. */
  of({ document, snapshots }: Opened): ToldOfReports {
    const last = this.#last.get(document.uri) ?? NOTHING;
    const { head, tail } = sameEnds(last, snapshots, last.unsettled > 0);
    const more = snapshots.length - last.snapshots.length;
    const fresh: (Known | null)[] = [];
    const until = performance.now() + ANSWER_MS;
    let unsettled = 0;
    let isPartial = false;
    for (let i = head; i < snapshots.length - tail; i++) {
      const snapshot = snapshots[i] as Snapshot;
      const isOld = snapshot === last.snapshots[i] || snapshot === last.snapshots[i - more];
      const mayCheck = !isOld && (fresh.length === 0 || performance.now() < until);
      const known = this.#known.get(snapshot) ?? this.#quickly(snapshot, more === 0 ? last.snapshots[i] : undefined, mayCheck);
      if (known?.isFresh !== true) unsettled++;
      isPartial ||= known === null;
      fresh.push(known);
    }
    const behind = last.found.length - tail;
    const known = last.known.slice(0, head).concat(fresh, last.known.slice(behind));
    const own = fresh.map((each) => each?.found ?? NOT_YET);
    const found = last.found.slice(0, head).concat(own, last.found.slice(behind));
    const changed = changedIn(last, snapshots);
    this.#last.set(document.uri, { snapshots, known, found, unsettled, changed });
    return { found, unsettled, isPartial, changed };
  }

  /** Checks what has only been moved so far, or not been checked, for so many milliseconds or a report; false where some are left. */
  settle({ document, snapshots, language }: Opened, ms = Number.POSITIVE_INFINITY): boolean {
    const until = performance.now() + ms;
    const count = snapshots.length;
    const from = this.#next.get(document.uri) ?? 0;
    for (let i = from; i < from + count; i++) {
      const snapshot = snapshots[i % count] as Snapshot;
      if (this.#known.get(snapshot)?.isFresh === true) continue;
      this.#next.set(document.uri, i % count);
      if (performance.now() > until) return false;
      this.#check(snapshot, count > MOST_READ ? language : null);
    }
    return true;
  }

  forget(uri: string): void {
    this.#last.delete(uri);
    this.#next.delete(uri);
  }

  /** Rules or words have changed: nothing that was found before holds. */
  forgetAll(): void {
    this.#last.clear();
  }

  /** Null for a report that may not be checked now, and of which nothing is known. */
  #quickly(snapshot: Snapshot, before: Snapshot | undefined, mayCheck: boolean): Known | null {
    const earlier = before && this.#known.get(before);
    if (earlier === undefined || earlier.took < SLOW_MS) return mayCheck ? this.#check(snapshot) : null;
    const found = moved(earlier.found, earlier.text, snapshot.text);
    const known = { text: snapshot.text, found, isFresh: false, took: earlier.took };
    this.#known.set(snapshot, known);
    return known;
  }

  /** `language`: to read the report anew, so that the snapshot holds nothing of it. */
  #check(snapshot: Snapshot, language: Language | null = null): Known {
    // What cannot be checked is not tried again and again.
    this.#known.set(snapshot, { text: snapshot.text, found: NOT_YET, isFresh: true, took: 0 });
    const start = performance.now();
    const found = (language?.read(snapshot.text) ?? snapshot).diagnostics;
    const known = { text: snapshot.text, found, isFresh: true, took: performance.now() - start };
    this.#known.set(snapshot, known);
    return known;
  }
}

/** Index of the report that was changed last: what is only checked later is not typed in. */
function changedIn(last: Last, now: readonly Snapshot[]): number {
  const { head, tail } = sameEnds(last, now, false);
  return head + tail < now.length ? head : Math.min(last.changed, now.length - 1);
}

/** How many of the first and of the last reports are as they were, and settled where that is asked: there may be thousands, and each key asks for all. */
function sameEnds({ snapshots: before, known }: Last, now: readonly Snapshot[], areSettled: boolean): { head: number; tail: number } {
  const most = Math.min(before.length, now.length);
  const isSame = (at: number, nowAt: number): boolean => before[at] === now[nowAt] && (!areSettled || known[at]?.isFresh === true);
  let head = 0;
  while (head < most && isSame(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isSame(before.length - 1 - tail, now.length - 1 - tail)) tail++;
  return { head, tail };
}
