import type { Assist } from '../language/assist/assist.ts';
import type { Language, Snapshot } from '../language/language.ts';
import { type Parts, partAt } from '../language/parts.ts';
import { lastUpTo } from '../language/text/last-up-to.ts';
import type { Span } from '../language/text/span.ts';
import { DocumentPart, type PlacedText } from './document-part.ts';

/** A document's version, or one report of it, with what was read of it. */
export interface Opened {
  readonly document: PlacedText;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly assist: Assist;
  /** Names this reading among all of the session. */
  readonly id: string;
  /** Each report by itself. What was computed of one lasts as long as its words do; whatever can be asked report by report, should be. */
  readonly reports: readonly Opened[];
  /** What was read of each report, without its place. */
  readonly snapshots: readonly Snapshot[];
  /** Where each report begins. */
  readonly starts: readonly number[];
  /** One of `reports`; there may be thousands, of which one is asked for. */
  reportAt(index: number): Opened;
}

/** A document's version. */
export class OpenedReport implements Opened {
  readonly document: PlacedText;
  readonly parts: Parts;
  readonly language: Language;
  readonly assist: Assist;
  readonly id: string;
  readonly #reports: (Opened | undefined)[] = [];
  #snapshot: Snapshot | undefined;

  constructor(document: PlacedText, parts: Parts, language: Language, assist: Assist, id: string) {
    this.document = document;
    this.parts = parts;
    this.language = language;
    this.assist = assist;
    this.id = id;
  }

  /** Of the whole text; read anew where it holds several reports, so asked for only where those cannot be asked one by one. */
  get snapshot(): Snapshot {
    const [only, ...others] = this.parts.snapshots;
    const isWhole = others.length === 0 && only?.text.length === this.document.length;
    this.#snapshot ??= isWhole && only !== undefined ? only : this.language.read(this.document.text);
    return this.#snapshot;
  }

  get snapshots(): readonly Snapshot[] {
    return this.parts.snapshots;
  }

  get starts(): readonly number[] {
    return this.parts.starts;
  }

  get reports(): readonly Opened[] {
    return this.snapshots.map((_, i) => this.reportAt(i));
  }

  /** The one report that a stretch of the text lies in; all where it lies in several. */
  around({ start, end }: Span): Opened {
    const first = partAt(this.parts, start);
    return first === partAt(this.parts, end) ? this.reportAt(first) : this;
  }

  reportAt(index: number): Opened {
    let report = this.#reports[index];
    if (report === undefined) {
      const { language, assist, id, parts } = this;
      const snapshot = parts.snapshots[index] ?? this.snapshot;
      const isWhole = snapshot.text.length === this.document.length;
      const document = isWhole ? this.document : new DocumentPart(this.document, parts.starts[index] ?? 0, snapshot.text);
      report = new OneReport(document, snapshot, language, assist, id);
      this.#reports[index] = report;
    }
    return report;
  }
}

/** The reports that a stretch of a document's text touches. */
export function reportsWithin(opened: Opened, { start, end }: Span): Opened[] {
  const { starts } = opened;
  const reports: Opened[] = [];
  for (let i = Math.max(lastUpTo(starts, start), 0); i < starts.length && (starts[i] ?? 0) <= end; i++) reports.push(opened.reportAt(i));
  return reports;
}

/** A report by itself. */
class OneReport implements Opened {
  readonly document: PlacedText;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly assist: Assist;
  readonly id: string;

  constructor(document: PlacedText, snapshot: Snapshot, language: Language, assist: Assist, id: string) {
    this.document = document;
    this.snapshot = snapshot;
    this.language = language;
    this.assist = assist;
    this.id = id;
  }

  get snapshots(): readonly Snapshot[] {
    return [this.snapshot];
  }

  get starts(): readonly number[] {
    return [0];
  }

  get reports(): readonly Opened[] {
    return [this];
  }

  reportAt(): Opened {
    return this;
  }
}
