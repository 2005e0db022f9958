/** How often each word stands in a text, as written. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What is left of counted words without others. */
export function countsBeyond(counts: ReadonlyMap<string, number>, without: ReadonlyMap<string, number>): Map<string, number> {
  const left = new Map(counts);
  for (const [word, count] of without) {
    const rest = (left.get(word) ?? 0) - count;
    if (rest > 0) left.set(word, rest);
    else left.delete(word);
  }
  return left;
}

/** What is left of the words of a text without those of another. */
export const wordsBeyond = (text: string, without: string): Map<string, number> => countsBeyond(countWords(text), countWords(without));

/** Whether a text has all of some words, as often. */
export function hasWords(text: string, words: ReadonlyMap<string, number>): boolean {
  const counts = countWords(text);
  return [...words].every(([word, count]) => (counts.get(word) ?? 0) >= count);
}
