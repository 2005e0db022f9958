import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { commonEnds, type SameEnds } from '../language/text/common-ends.ts';
import type { Span } from '../language/text/span.ts';
import { TextInBlocks } from '../language/text/text-in-blocks.ts';
import type { PlacedText } from './document-part.ts';
import { LineStarts, startsIn } from './line-starts.ts';
import { offsetAfter, unitsBetween } from './position-encoding.ts';
import { PositionEncodingKind } from './protocol.ts';

/** What one change took away, in the version before it, and what it put there. */
export interface Touched {
  readonly before: Span;
  readonly now: Span;
}

/** One version of an open document: its text and where its lines begin. Immutable, so an answer never mixes two versions. */
export class OpenDocument implements PlacedText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** Its text in blocks, which it shares with the versions before and after it. */
  readonly words: TextInBlocks;
  /** What `character` of its positions counts. */
  readonly encoding: PositionEncodingKind;
  readonly #lineStarts: LineStarts;
  /** Which of its document's versions this is, and of which document: one that is opened again is another. */
  #number = 0;
  #own: object = {};
  /** Where one change made it of the version before; null where that was otherwise. */
  #touched: Touched | null = null;

  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string | TextInBlocks,
    encoding: PositionEncodingKind = PositionEncodingKind.UTF16,
    lineStarts: LineStarts = LineStarts.of(text.toString()),
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.words = typeof text === 'string' ? TextInBlocks.of(text) : text;
    this.encoding = encoding;
    this.#lineStarts = lineStarts;
  }

  get text(): string {
    return this.words.toString();
  }

  get length(): number {
    return this.words.length;
  }

  get lineCount(): number {
    return this.#lineStarts.count;
  }

  /** The version after changes, each of which counts from the text that the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let next: OpenDocument | null = null;
    let touched: Touched | null = null;
    for (const change of changes) {
      const before: OpenDocument = next ?? this;
      if ('range' in change) {
        const span = before.spanOf(change.range);
        touched = next === null ? { before: span, now: { start: span.start, end: span.start + change.text.length } } : null;
        next = before.#replace(span, change.text, version);
      } else {
        touched = null;
        next = new OpenDocument(this.uri, this.languageId, version, change.text, this.encoding);
      }
    }
    next ??= new OpenDocument(this.uri, this.languageId, version, this.words, this.encoding, this.#lineStarts);
    next.#number = this.#number + 1;
    next.#own = this.#own;
    next.#touched = touched;
    return next;
  }

  /** Where one change made this version of an earlier one; null where more lies between. */
  touchedSince(before: OpenDocument): Touched | null {
    return before.#own === this.#own && before.#number === this.#number - 1 ? this.#touched : null;
  }

  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.length);
    const line = this.#lineStarts.lineAt(at);
    const start = this.#lineStarts.at(line) ?? 0;
    if (this.encoding === PositionEncodingKind.UTF16) return { line, character: at - start };
    return { line, character: unitsBetween(this.#lineFrom(start, line), 0, at - start, this.encoding) };
  }

  /** Offset of a position; one behind the end of its line counts as that end, before the line break. */
  offsetAt(position: Position): number {
    if (position.line >= this.lineCount) return this.length;
    const line = Math.max(position.line, 0);
    const character = Math.max(position.character, 0);
    const start = this.#lineStarts.at(line) ?? 0;
    const next = this.#lineStarts.at(line + 1) ?? this.length;
    const end = this.#lineEnd(start, next);
    if (this.encoding === PositionEncodingKind.UTF16) return Math.min(start + character, end);
    return Math.min(start + offsetAfter(this.#lineFrom(start, line), 0, next - start, character, this.encoding), end);
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  spanOf({ start, end }: Range): Span {
    const a = this.offsetAt(start);
    const b = this.offsetAt(end);
    return { start: Math.min(a, b), end: Math.max(a, b) };
  }

  sameEnds(before: PlacedText): SameEnds {
    const touched = before instanceof OpenDocument ? this.touchedSince(before) : null;
    if (touched !== null && isShort(touched.before) && isShort(touched.now))
      return { start: touched.before.start, end: before.length - touched.before.end };
    return before instanceof OpenDocument ? this.words.sameEnds(before.words) : commonEnds(before.text, this.text);
  }

  /** A line with its line break. */
  #lineFrom(start: number, line: number): string {
    return this.words.slice(start, this.#lineStarts.at(line + 1));
  }

  #lineEnd(start: number, next: number): number {
    let end = next;
    for (; end > start; end--) {
      const unit = this.words.charCodeAt(end - 1);
      if (unit !== NEWLINE && unit !== RETURN) break;
    }
    return end;
  }

  #replace({ start, end }: Span, replacement: string, version: number): OpenDocument {
    const words = this.words.replaced(start, end, replacement);
    // A line break of two units may be made or parted at the seam, so the lines around it are counted again.
    const firstLine = Math.max(this.#lineStarts.lineAt(start) - 1, 0);
    const lastLine = Math.min(this.#lineStarts.lineAt(end) + 2, this.lineCount);
    const by = words.length - this.words.length;
    const from = this.#lineStarts.at(firstLine) ?? 0;
    const isEnd = lastLine === this.lineCount;
    const to = isEnd ? words.length : (this.#lineStarts.at(lastLine) ?? 0) + by;
    const between = startsIn(words.slice(from, to), from);
    // The last line counted begins where the kept ones do, or it is the end of the text.
    if (!isEnd && between.at(-1) === to) between.pop();
    const lineStarts = this.#lineStarts.replaced(firstLine, lastLine, between, by);
    return new OpenDocument(this.uri, this.languageId, version, words, this.encoding, lineStarts);
  }
}

/** Of a long stretch that was put in for another, most may be as it was. */
const isShort = ({ start, end }: Span): boolean => end - start <= 64;

const NEWLINE = 10;
const RETURN = 13;
