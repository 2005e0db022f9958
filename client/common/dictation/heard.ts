/** Text that came at once and not by keys, as offsets of the document. */
export interface Heard {
  readonly start: number;
  readonly end: number;
  /** How often it was replaced by more of it, as recognisers do while they listen. */
  readonly replaced: number;
}

/** One change of a document: `length` units from `offset` on gave way to `text`. */
export interface Typed {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** What has been heard after one more change; null where nothing has, or where a person writes in it. Single keys are no dictation. */
export function heardAfter(before: Heard | null, { offset, length, text }: Typed): Heard | null {
  const end = offset + length;
  const by = text.length - length;
  const isMore = before !== null && offset >= before.start && end <= before.end && (length > 0 || offset === before.end);
  if (isMore && cameAtOnce(text)) return { start: before.start, end: before.end + by, replaced: before.replaced + (length > 0 ? 1 : 0) };
  if (length === 0 && cameAtOnce(text)) return { start: offset, end: offset + text.length, replaced: 0 };
  if (before === null || offset >= before.end) return before;
  return end <= before.start ? { ...before, start: before.start + by, end: before.end + by } : null;
}

/** Several words, or a word of several letters. A line break comes from pasted text or from a suggestion. */
const cameAtOnce = (text: string): boolean => text.trim().length > 1 && /\p{L}/u.test(text) && !/[\r\n]/.test(text);

/** A recogniser that still replaces its words is not disturbed for this long, in milliseconds; VS Code ends an utterance sooner. */
const LISTENING_MS = 3000;
const RESTED_MS = 400;

/** How long to wait for more of it, in milliseconds; null where it may as well be a suggestion that was taken, such as a name of two words. */
export function waitFor({ replaced }: Heard, words: string): number | null {
  const isEnded = /\s$/.test(words);
  const count = words.trim().split(/\s+/).length;
  if (isEnded && (replaced > 0 || count > 1)) return RESTED_MS;
  if (replaced > 0) return LISTENING_MS;
  return count >= 4 ? RESTED_MS : null;
}
