import type { Assist } from '../language/assist/assist.ts';
import type { Language, Snapshot } from '../language/language.ts';
import { type Parts, partAt } from '../language/parts.ts';
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
    const [only] = this.parts.parts;
    const isWhole = this.parts.parts.length === 1 && only?.snapshot.text.length === this.document.text.length;
    this.#snapshot ??= isWhole && only !== undefined ? only.snapshot : this.language.read(this.document.text);
    return this.#snapshot;
  }

  get reports(): readonly Opened[] {
    return this.parts.parts.map((_, i) => this.#report(i));
  }

  /** The one report that a stretch of the text lies in; all where it lies in several. */
  around({ start, end }: Span): Opened {
    const first = partAt(this.parts, start);
    return first === partAt(this.parts, end) ? this.#report(first) : this;
  }

  #report(i: number): Opened {
    let report = this.#reports[i];
    if (report === undefined) {
      const { language, assist, id } = this;
      const { start, snapshot } = this.parts.parts[i] ?? { start: 0, snapshot: this.snapshot };
      const isWhole = snapshot.text.length === this.document.text.length;
      const document = isWhole ? this.document : new DocumentPart(this.document, start, snapshot.text);
      const own = { document, snapshot, language, assist, id };
      report = { ...own, reports: [] };
      report = { ...own, reports: [report] };
      this.#reports[i] = report;
    }
    return report;
  }
}
