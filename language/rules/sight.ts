import type { Facts } from './facts.ts';
import type { ShownSigns } from './signs.ts';
import type { Stated } from './stated.ts';

/** What the rules that are planned together have seen of one report, kept for the next of them. */
export interface Sight {
  readonly facts: Facts;
  readonly stated: Stated;
  /** For each of their signs whether the report shows it; of a sign that was asked for later it is not known. */
  readonly shown: ShownSigns;
  /** What each of their searches found, by its number; undefined before it was asked for. */
  readonly found: unknown[];
}

/** Whether the report may show a sign; null: nothing tells. */
export const mayShow = ({ shown }: Sight, sign: number | null): boolean => sign === null || shown[sign] !== 0;
