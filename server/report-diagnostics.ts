import type { Snapshot } from '../language/language.ts';
import type { Diagnostic } from '../language/text/diagnostic.ts';
import { moved } from './moved.ts';
import type { Opened } from './opened.ts';

/** A report that took longer than this to check, in milliseconds, is checked when typing rests: until then its diagnostics move with the text. */
const SLOW_MS = 25;

/** What was last known of a report. */
interface Known {
  readonly text: string;
  readonly found: readonly Diagnostic[];
  /** Of the text as it is, and not of an earlier one. */
  readonly isFresh: boolean;
  /** What its last check took, in milliseconds. */
  readonly took: number;
}

/** Diagnostics of reports, where a long one does not hold up the keys that are typed in it. */
export class ReportDiagnostics {
  readonly #known = new WeakMap<Snapshot, Known>();
  /** The reports of the last answer for each document. */
  readonly #last = new Map<string, readonly Snapshot[]>();

  /** Of each report of a document; `isFresh` tells whether they are all of the text as it is. */
  of({ document, reports }: Opened): { readonly found: readonly (readonly Diagnostic[])[]; readonly isFresh: boolean } {
    const before = this.#last.get(document.uri) ?? [];
    const known = reports.map(({ snapshot }, i) => this.#quickly(snapshot, before.length === reports.length ? before[i] : undefined));
    this.#last.set(
      document.uri,
      reports.map(({ snapshot }) => snapshot),
    );
    return { found: known.map(({ found }) => found), isFresh: known.every(({ isFresh }) => isFresh) };
  }

  /** Checks what has only been moved so far. */
  settle({ reports }: Opened): void {
    for (const { snapshot } of reports) if (this.#known.get(snapshot)?.isFresh !== true) this.#check(snapshot);
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }

  /** Rules or words have changed: nothing that was found before holds. */
  forgetAll(): void {
    this.#last.clear();
  }

  #quickly(snapshot: Snapshot, before: Snapshot | undefined): Known {
    const own = this.#known.get(snapshot);
    if (own !== undefined) return own;
    const earlier = before && this.#known.get(before);
    if (earlier === undefined || earlier.took < SLOW_MS) return this.#check(snapshot);
    const found = moved(earlier.found, earlier.text, snapshot.text);
    const known = { text: snapshot.text, found, isFresh: false, took: earlier.took };
    this.#known.set(snapshot, known);
    return known;
  }

  #check(snapshot: Snapshot): Known {
    const start = performance.now();
    const found = snapshot.diagnostics;
    const known = { text: snapshot.text, found, isFresh: true, took: performance.now() - start };
    this.#known.set(snapshot, known);
    return known;
  }
}
