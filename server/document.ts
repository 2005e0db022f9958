import { type Position, PositionEncodingKind, type Range, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { commonEnds, type SameEnds } from '../language/text/common-ends.ts';
import type { Span } from '../language/text/span.ts';
import type { PlacedText } from './document-part.ts';
import { LineStarts, startsIn } from './line-starts.ts';
import { offsetAfter, unitsBetween } from './position-encoding.ts';

/** One version of an open document: its text and where its lines begin. Immutable, so an answer never mixes two versions. */
export class OpenDocument implements PlacedText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** What `character` of its positions counts. */
  readonly encoding: PositionEncodingKind;
  readonly #lineStarts: LineStarts;
  /** The version before, and how much stayed the same, where one change parts them. That version forgets its own, so that no chain is held. */
  #since: { readonly document: OpenDocument; readonly same: SameEnds } | null = null;

  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    encoding: PositionEncodingKind = PositionEncodingKind.UTF16,
    lineStarts: LineStarts = LineStarts.of(text),
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
    this.encoding = encoding;
    this.#lineStarts = lineStarts;
  }

  get lineCount(): number {
    return this.#lineStarts.count;
  }

  /** The version after changes, each of which counts from the text that the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let next: OpenDocument = new OpenDocument(this.uri, this.languageId, version, this.text, this.encoding, this.#lineStarts);
    for (const change of changes)
      next =
        'range' in change
          ? next.#replace(next.spanOf(change.range), change.text)
          : new OpenDocument(this.uri, this.languageId, version, change.text, this.encoding);
    const [only, ...others] = changes;
    if (only !== undefined && 'range' in only && others.length === 0) {
      const { start, end } = this.spanOf(only.range);
      next.#since = { document: this, same: { start, end: this.text.length - end } };
    }
    this.#since = null;
    return next;
  }

  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.#lineStarts.lineAt(at);
    return { line, character: unitsBetween(this.text, this.#lineStarts.at(line) ?? 0, at, this.encoding) };
  }

  /** Offset of a position; one behind the end of its line counts as that end, before the line break. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.text.length;
    const start = this.#lineStarts.at(Math.max(line, 0)) ?? 0;
    const next = this.#lineStarts.at(Math.max(line, 0) + 1) ?? this.text.length;
    const offset = offsetAfter(this.text, start, next, Math.max(character, 0), this.encoding);
    return Math.min(offset, this.#lineEnd(start, next));
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
    return this.#since?.document === before ? this.#since.same : commonEnds(before.text, this.text);
  }

  #lineEnd(start: number, next: number): number {
    let end = next;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return end;
  }

  #replace({ start, end }: Span, words: string): OpenDocument {
    const text = this.text.slice(0, start) + words + this.text.slice(end);
    // A line break of two units may be made or parted at the seam, so the lines around it are counted again.
    const firstLine = Math.max(this.#lineStarts.lineAt(start) - 1, 0);
    const lastLine = Math.min(this.#lineStarts.lineAt(end) + 2, this.lineCount);
    const by = words.length - (end - start);
    const from = this.#lineStarts.at(firstLine) ?? 0;
    const isEnd = lastLine === this.lineCount;
    const to = isEnd ? text.length : (this.#lineStarts.at(lastLine) ?? 0) + by;
    const between = startsIn(text.slice(from, to), from);
    // The last line counted begins where the kept ones do, or it is the end of the text.
    if (!isEnd && between.at(-1) === to) between.pop();
    const lineStarts = this.#lineStarts.replaced(firstLine, lastLine, between, by);
    return new OpenDocument(this.uri, this.languageId, this.version, text, this.encoding, lineStarts);
  }
}
