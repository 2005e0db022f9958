/**
 * The words from `start` to `end` as a string of its own. What an engine gives for a slice may hold the whole text that it was cut from;
 * kept for long, so would be each version of a text that a few words of it are left of.
 */
export const cutOut = (text: string, start: number, end?: number): string => ` ${text.slice(start, end)}`.slice(1);
