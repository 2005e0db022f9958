/**
 * `words` in the letter case of what was typed: `Cord` gives `Cord compression`, `CORD co` gives `CORD COMPRESSION`.
 * Capitals that belong to the words (`STIR`, `EMH`) are kept, and so are words whose own beginning was typed (`SCC`).
 */
export function inCaseOf(typed: string, words: string, matched = words): string {
  if (typed === '' || matched.startsWith(typed)) return words;
  const letters = /\p{L}+/u.exec(typed)?.[0] ?? '';
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return words.toUpperCase();
  const first = typed.charAt(0);
  return first === first.toLowerCase() ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
