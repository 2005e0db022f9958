/**
 * The words from `start` to `end` as a string of its own. What an engine gives for a slice may hold the whole text that it was cut from;
 * kept for long, so would be each version of a text that a few words of it are left of.
 */
export function cutOut(text: string, start: number, end = text.length): string {
  return start === 0 && end >= text.length ? text : ` ${text.slice(start, end)}`.slice(1);
}
