import { type Position, PositionEncodingKind, type Range, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Span } from '../language/text/span.ts';
import type { PlacedText } from './document-part.ts';
import { offsetAfter, unitsBetween } from './position-encoding.ts';

/** One version of an open document: its text and where its lines begin. Immutable, so an answer never mixes two versions. */
export class OpenDocument implements PlacedText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** What `character` of its positions counts. */
  readonly encoding: PositionEncodingKind;
  readonly #lineStarts: readonly number[];

  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    encoding: PositionEncodingKind = PositionEncodingKind.UTF16,
    lineStarts: readonly number[] = lineStartsOf(text, 0),
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
    this.encoding = encoding;
    this.#lineStarts = lineStarts;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The version after changes, each of which counts from the text that the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): OpenDocument {
    let next: OpenDocument = new OpenDocument(this.uri, this.languageId, version, this.text, this.encoding, this.#lineStarts);
    for (const change of changes)
      next =
        'range' in change
          ? next.#replace(next.spanOf(change.range), change.text)
          : new OpenDocument(this.uri, this.languageId, version, change.text, this.encoding);
    return next;
  }

  /** An offset outside the text counts as its nearest end. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    const line = this.#lineAt(at);
    return { line, character: unitsBetween(this.text, this.#lineStarts[line] ?? 0, at, this.encoding) };
  }

  /** Offset of a position; one behind the end of its line counts as that end, before the line break. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.#lineStarts.length) return this.text.length;
    const start = this.#lineStarts[Math.max(line, 0)] ?? 0;
    const next = this.#lineStarts[Math.max(line, 0) + 1] ?? this.text.length;
    const offset = offsetAfter(this.text, start, next, Math.max(character, 0), this.encoding);
    return offset < next || next === start ? offset : Math.max(start, this.#lineEnd(start, next));
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  spanOf({ start, end }: Range): Span {
    const a = this.offsetAt(start);
    const b = this.offsetAt(end);
    return { start: Math.min(a, b), end: Math.max(a, b) };
  }

  #lineEnd(start: number, next: number): number {
    let end = next;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return end;
  }

  /** The last line that begins at or before `offset`, found by halving. */
  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  #replace({ start, end }: Span, words: string): OpenDocument {
    const text = this.text.slice(0, start) + words + this.text.slice(end);
    // A line break of two units may be made or parted at the seam, so the lines around it are counted again.
    const firstLine = Math.max(this.#lineAt(start) - 1, 0);
    const lastLine = Math.min(this.#lineAt(end) + 2, this.#lineStarts.length);
    const by = words.length - (end - start);
    const from = this.#lineStarts[firstLine] ?? 0;
    const to = lastLine < this.#lineStarts.length ? (this.#lineStarts[lastLine] ?? 0) + by : text.length;
    const between = lineStartsOf(text.slice(from, to), from);
    // The last line counted begins where the kept ones do, or it is the end of the text.
    if (lastLine < this.#lineStarts.length && between.at(-1) === to) between.pop();
    const before = this.#lineStarts.slice(0, firstLine);
    const after = this.#lineStarts.slice(lastLine);
    return new OpenDocument(
      this.uri,
      this.languageId,
      this.version,
      text,
      this.encoding,
      before.concat(between, by === 0 ? after : after.map((s) => s + by)),
    );
  }
}

/** Where lines begin: after `\n`, `\r\n` or a lone `\r`; `base` is added to each. */
function lineStartsOf(text: string, base: number): number[] {
  const starts = [base];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(base + i + 1);
  }
  return starts;
}
