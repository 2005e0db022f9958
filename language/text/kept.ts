import { copyOf } from './cut-out.ts';

/**
 * Makes something of words and keeps it for when they come back: about `most` of those that were asked for last, each made of a copy
 * of its words, as a slice would keep the whole text that it was taken from. Long words, which hardly come back, are not kept.
 */
export function keep<T>(most: number, make: (words: string) => T): (words: string) => T {
  const half = Math.ceil(most / 2);
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const put = (words: string, made: T): T => {
    if (young.size >= half) {
      old = young;
      young = new Map();
    }
    young.set(words, made);
    return made;
  };
  return (words) => {
    const here = young.get(words);
    if (here !== undefined) return here;
    if (most <= 0 || words.length > LONGEST) return make(words);
    const before = old.get(words);
    const own = copyOf(words);
    return put(own, before ?? make(own));
  };
}

const LONGEST = 2_000;

/** A value that is made of an object when it is first asked for, and forgotten with the object. */
export function once<O extends object, T extends object>(make: (of: O) => T): (of: O) => T {
  const made = new WeakMap<O, T>();
  return (of) => {
    let value = made.get(of);
    if (value === undefined) made.set(of, (value = make(of)));
    return value;
  };
}
