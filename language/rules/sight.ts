import type { Facts } from './facts.ts';

/** What the rules that are planned together have seen of one report, kept for the next of them. */
export interface Sight {
  readonly facts: Facts;
  /** For each of their signs whether the report shows it; of a sign that was asked for later it is not known. */
  readonly shown: Uint8Array;
  /** What each of their searches found, by its number; undefined before it was asked for. */
  readonly found: unknown[];
}

/** Whether the report may show one of some signs; null: nothing tells. */
export function mayShow({ shown }: Sight, signs: readonly number[] | null): boolean {
  if (signs === null) return true;
  for (const sign of signs) if (shown[sign] !== 0) return true;
  return false;
}
