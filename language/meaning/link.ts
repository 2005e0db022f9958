import type { Finding } from './finding.ts';

/** A finding of the impression and the findings of the body that it speaks of, best match first; none: nothing supports it. */
export interface Link {
  /** Number of the impression item, counted from 1. */
  readonly item: number;
  readonly stated: Finding;
  readonly support: readonly Finding[];
}
