import { spellingKey } from './spelling.ts';
import { wordEnd } from './trie.ts';

/**
 * Looks up words within one typing slip (in words of 11 letters and more also a letter that went astray) of known words that begin
 * with the same letter.
 */
export const nearIndex = (phrases: readonly string[]): ((word: string) => readonly string[]) => nearAmong(spellableWords(phrases));

/** The words of phrases that are long enough for a slip to be told. */
export const spellableWords = (phrases: readonly string[]): ReadonlySet<string> =>
  new Set(phrases.flatMap(wordsOf).filter((w) => w.length >= MIN_LENGTH && !/\d/.test(w)));

/** As `nearIndex`, of words that are known to be long enough. */
export function nearAmong(words: ReadonlySet<string>): (word: string) => readonly string[] {
  const byLetter = Map.groupBy(words, (word) => word.charAt(0));
  return (word) => {
    if (word.length < MIN_LENGTH || words.has(word)) return [];
    const most = word.length >= 11 ? 2 : 1;
    const found: { known: string; slips: number }[] = [];
    for (const known of byLetter.get(word.charAt(0)) ?? []) {
      if (Math.abs(known.length - word.length) > 1) continue;
      const slips = slipsBetween(word, known);
      if (slips <= most && !isInflection(word, known) && spellingKey(word) !== spellingKey(known)) found.push({ known, slips });
    }
    return found.sort((a, b) => a.slips - b.slips || (a.known < b.known ? -1 : 1)).map(({ known }) => known);
  };
}

/** 1 where a letter is one too many, missing, another, or two neighbours are swapped; 2 where one stands elsewhere; Infinity for all else. */
function slipsBetween(a: string, b: string): number {
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let [end, other] = [a.length, b.length];
  while (end > from && other > from && a.charCodeAt(end - 1) === b.charCodeAt(other - 1)) [end, other] = [end - 1, other - 1];
  const [x, y] = [end - from, other - from];
  if (x !== y) return x + y === 1 ? 1 : Number.POSITIVE_INFINITY;
  if (x === 1 || (x === 2 && a[from] === b[from + 1] && a[from + 1] === b[from])) return 1;
  const isMoved = a.slice(from + 1, end) === b.slice(from, other - 1) || a.slice(from, end - 1) === b.slice(from + 1, other);
  return isMoved ? 2 : Number.POSITIVE_INFINITY;
}

/** `involve` and `involved`, `encased` and `encases`: forms of one word, not slips. */
function isInflection(a: string, b: string): boolean {
  const stem = (w: string): string => w.replace(ENDING, '');
  return a !== `${b}e` && b !== `${a}e` && stem(a) === stem(b);
}

const ENDING = /(s|es|e|ed|d|ing|ly|y|al|ally|ive|ion|ions|ic|able|er|or|ors|ers|a|ae|um|us)$/;

const MIN_LENGTH = 5;

function wordsOf(folded: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const end = wordEnd(folded, at);
    if (end > at + 1) out.push(folded.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return out;
}

/** Optimal string alignment: insertions, deletions, substitutions, swapped neighbours. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1);
      row.push(d);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
