import { createHash } from 'node:crypto';

/** One text of a sample. */
export interface Drawn {
  /** Its place in the archive. */
  readonly order: number;
  /** By which it was drawn; the lowest stay. */
  readonly rank: number;
  readonly printed: string;
}

/**
 * Draws so many texts at random while they go by. The same seed draws the same ones, however many workers there are, and a text's chance does not depend
 * on its neighbours. `drawn` are those of a run that is resumed.
 */
export function sampleOf(
  count: number,
  seed: number,
  drawn: readonly Drawn[] = [],
): { add(order: number, name: string, printed: string): void; drawn(): Drawn[] } {
  let kept = [...drawn];
  let worst = Number.POSITIVE_INFINITY;
  const trim = (): void => {
    kept = kept.sort((a, b) => a.rank - b.rank).slice(0, count);
    worst = kept.length < count ? Number.POSITIVE_INFINITY : (kept.at(-1)?.rank ?? -1);
  };
  trim();
  return {
    add(order, name, printed) {
      const rank = createHash('sha256').update(`${seed}\u0000${name}`).digest().readUIntBE(0, 6);
      if (rank >= worst) return;
      kept.push({ order, rank, printed });
      if (kept.length > 2 * count || kept.length === count) trim();
    },
    drawn() {
      trim();
      return kept.toSorted((a, b) => a.order - b.order);
    },
  };
}
