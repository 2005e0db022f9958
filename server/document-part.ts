import type { Position, Range } from 'vscode-languageserver';
import { commonEnds, type SameEnds } from '../language/text/common-ends.ts';
import { type Span, shift } from '../language/text/span.ts';

/** A text of an open document, or a part of one, that knows where its offsets are in the document. */
export interface PlacedText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** A long one is put together for this; what needs its length or a few lines asks for those. */
  readonly text: string;
  readonly length: number;
  /** Of the whole document. */
  readonly lineCount: number;
  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of a position of the document; one outside the text counts as its nearest end. */
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  spanOf(range: Range): Span;
  /** So much of the text, at least, is the same from the beginning and up to the end as in an earlier version. */
  sameEnds(before: PlacedText): SameEnds;
}

/** One report of a document that holds several: offsets count from its beginning, positions are those of the document. */
export class DocumentPart implements PlacedText {
  readonly text: string;
  readonly #whole: PlacedText;
  readonly #start: number;

  constructor(whole: PlacedText, start: number, text: string) {
    this.#whole = whole;
    this.#start = start;
    this.text = text;
  }

  get uri(): string {
    return this.#whole.uri;
  }

  get languageId(): string {
    return this.#whole.languageId;
  }

  get length(): number {
    return this.text.length;
  }

  get version(): number {
    return this.#whole.version;
  }

  get lineCount(): number {
    return this.#whole.lineCount;
  }

  positionAt(offset: number): Position {
    return this.#whole.positionAt(this.#start + this.#within(offset));
  }

  offsetAt(position: Position): number {
    return this.#within(this.#whole.offsetAt(position) - this.#start);
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  spanOf(range: Range): Span {
    const { start, end } = shift(this.#whole.spanOf(range), -this.#start);
    return { start: this.#within(start), end: this.#within(end) };
  }

  sameEnds(before: PlacedText): SameEnds {
    return commonEnds(before.text, this.text);
  }

  #within(offset: number): number {
    return Math.min(Math.max(offset, 0), this.text.length);
  }
}
