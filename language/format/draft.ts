import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** A stretch of the original text, or words put in. */
type Piece = { readonly kept: Span } | { readonly put: string };

/** A text under several rounds of edits, and the edits of the original that lead to it. */
export class Draft {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ kept: { start: 0, end: original.length } }];
  }

  /** Applies edits that count in the draft's own text, in its order and apart from each other. */
  apply(edits: readonly TextEdit[]): void {
    const out: Piece[] = [];
    let at = 0;
    let next = 0;
    let goneTo = 0;
    const putUpTo = (offset: number): void => {
      for (let edit = edits[next]; edit !== undefined && edit.range.start <= offset; edit = edits[++next]) {
        if (edit.text !== '') out.push({ put: edit.text });
        goneTo = Math.max(goneTo, edit.range.end);
      }
    };
    for (const piece of cut(this.#pieces, edits)) {
      putUpTo(at);
      if (at >= goneTo) out.push(piece);
      at += lengthOf(piece);
    }
    putUpTo(at);
    this.#pieces = out;
  }

  /** The edits of the original: in order, apart from each other, each as small as it can be. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let from = 0;
    let put = '';
    const close = (to: number): void => {
      const edit = smallest(this.#original, { start: from, end: to }, put);
      if (edit !== null) edits.push(edit);
      put = '';
    };
    for (const piece of this.#pieces) {
      if ('put' in piece) put += piece.put;
      else if (piece.kept.end > piece.kept.start) {
        close(piece.kept.start);
        from = piece.kept.end;
      }
    }
    close(this.#original.length);
    return edits;
  }
}

const lengthOf = (piece: Piece): number => ('put' in piece ? piece.put.length : piece.kept.end - piece.kept.start);

/** The pieces cut wherever an edit begins or ends. */
function cut(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const places = edits.flatMap(({ range }) => [range.start, range.end]);
  const out: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    let from = at;
    for (let place = places[next]; place !== undefined && place < end; place = places[++next]) {
      if (place <= from) continue;
      out.push(part(piece, from - at, place - at));
      from = place;
    }
    out.push(part(piece, from - at, end - at));
    at = end;
  }
  return out;
}

const part = (piece: Piece, from: number, to: number): Piece =>
  'put' in piece ? { put: piece.put.slice(from, to) } : { kept: { start: piece.kept.start + from, end: piece.kept.start + to } };

/** The edit without what it would write as it was; null where nothing is left of it. */
function smallest(original: string, range: Span, put: string): TextEdit | null {
  let { start, end } = range;
  let [from, to] = [0, put.length];
  while (start < end && from < to && original[start] === put[from]) [start, from] = [start + 1, from + 1];
  while (start < end && from < to && original[end - 1] === put[to - 1]) [end, to] = [end - 1, to - 1];
  return start === end && from === to ? null : { range: { start, end }, text: put.slice(from, to) };
}
