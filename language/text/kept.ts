/** What was made of texts, by their words: of those that come back again and again, and bounded whatever comes. */
export interface Kept<T> {
  get(words: string): T | undefined;
  set(words: string, made: T): void;
}

/** Keeps about `most`; words that were not asked for since as many others came are forgotten. */
export function createKept<T>(most: number): Kept<T> {
  const half = Math.ceil(most / 2);
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const put = (words: string, made: T): void => {
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(words, made);
  };
  return {
    get: (words) => {
      const here = young.get(words);
      if (here !== undefined) return here;
      const before = old.get(words);
      if (before !== undefined) put(words, before);
      return before;
    },
    set: (words, made) => {
      if (most > 0 && words.length <= LONGEST) put(apart(words), made);
    },
  };
}

/** Words longer than this hardly come back. */
const LONGEST = 2_000;

/** The same words in memory of their own: a slice would keep the whole text that it was taken from. */
const apart = (words: string): string => words.split('').join('');

/** A value that is made of an object when it is first asked for, and forgotten with the object. What else it is made of never changes. */
export function once<O extends object, T extends object, With extends readonly unknown[]>(
  make: (of: O, ...others: With) => T,
): (of: O, ...others: With) => T {
  const made = new WeakMap<O, T>();
  return (of, ...others) => {
    let value = made.get(of);
    if (value === undefined) made.set(of, (value = make(of, ...others)));
    return value;
  };
}
