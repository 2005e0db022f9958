import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** How much garbage may pile up. */
export interface Room {
  /** Megabytes of the space for what is new: large enough for most of what is made for an answer to die in it. */
  readonly young: number;
  /** Percent by which all else may grow before it is swept. */
  readonly growth: number;
}

/**
 * What is made for one answer, or for one text of an archive, is garbage after it. By itself the engine gives it tens of megabytes to pile up in, and
 * several times what is in use, before it is swept. To be called as early as can be, and what it gives again and again, until that is true: the
 * space for what is new may grow until it is large enough, and no more. Counts for threads that are started later too.
 */
export function letLittleGarbagePileUp({ young, growth }: Room): () => boolean {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  let isLarge = false;
  return () => {
    if (isLarge) return true;
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    isLarge = space === undefined || space.space_size >= young << 20;
    if (isLarge) setFlagsFromString('--semi-space-growth-factor=1');
    return isLarge;
  };
}
