import type { Span } from '../text/span.ts';

/** A stretch without the blanks and line ends at its end. */
export const trimEnd = (text: string, { start, end }: Span): Span => ({ start, end: start + text.slice(start, end).trimEnd().length });
