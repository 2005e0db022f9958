/** Numbers that only look random: the same seed gives the same ones. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `below`. */
  below(below: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Up to `count` of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32: 32 bits of state, far from random enough for secrets. */
export function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    some: <T>(list: readonly T[], count: number): T[] => {
      const left = list.map((_, i) => i);
      const taken = new Set<number>();
      while (taken.size < count && left.length > 0) taken.add(left.splice(below(left.length), 1)[0] ?? 0);
      return list.filter((_, i) => taken.has(i));
    },
  };
}
