/** So much of a file is quoted in a message, and so long may a message be whatever it quotes. */
const LONGEST = 80;
const LONGEST_MESSAGE = 300;

export const clipped = (words: string): string => (words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`);

/** A message whose quotations of a file are no longer than a person reads. Linear in it. */
export function withClippedWords(message: string): string {
  if (message.length <= LONGEST) return message;
  const short = message.replace(/"([^"]*)"|\{([^{}]*)\}|\S{81,}/g, (all, words?: string, place?: string) => {
    if (words !== undefined) return `"${clipped(words)}"`;
    return place === undefined ? clipped(all) : `{${clipped(place)}}`;
  });
  return short.length <= LONGEST_MESSAGE ? short : `${short.slice(0, LONGEST)}… ${short.slice(-2 * LONGEST)}`;
}
