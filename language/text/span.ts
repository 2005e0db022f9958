/** A stretch of the original text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/**
 * The same stretch, `by` code units further on. None is added to where `by` is 0, or -0: what is computed with that is no integer to the
 * engine, which then keeps every offset of the process as a slower kind of number.
 */
export const shift = (s: Span, by: number): Span => (by === 0 ? s : { start: s.start + by, end: s.end + by });

export const contains = (s: Span, offset: number): boolean => offset >= s.start && offset <= s.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
