const MOST = 60;

/** Words on one line, cut where they are many. */
export function short(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
