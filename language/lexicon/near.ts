import { spellingKey } from './spelling.ts';
import { wordEnd } from './trie.ts';

/**
 * Looks up words within one typing slip (two for words of 11 letters and more) of known words, over an index of
 * deletions: cost does not grow with the number of words known.
 */
export function nearIndex(phrases: readonly string[]): (word: string) => readonly string[] {
  const words = new Set(phrases.flatMap(wordsOf).filter((w) => w.length >= MIN_LENGTH && !/\d/.test(w)));
  const index = new Map<string, string[]>();
  for (const word of words) {
    for (const key of [word, ...deletions(word)]) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [word]);
      else list.push(word);
    }
  }
  return (word) => {
    if (word.length < MIN_LENGTH || words.has(word)) return [];
    const most = word.length >= 11 ? 2 : 1;
    const found = new Map<string, number>();
    for (const key of [word, ...deletions(word)]) {
      for (const known of index.get(key) ?? []) {
        const d = distance(word, known);
        if (d <= most && word[0] === known[0] && !isInflection(word, known) && spellingKey(word) !== spellingKey(known))
          found.set(known, d);
      }
    }
    return [...found].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([w]) => w);
  };
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

const deletions = (word: string): string[] => Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));

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
