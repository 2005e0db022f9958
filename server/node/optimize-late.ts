import { setFlagsFromString } from 'node:v8';

/**
 * How often a function must have run before the engine makes it faster: some fifty times its own figures. What runs once with each key never
 * comes there; what is gone through for each character or report of a long text is there in a moment.
 */
const RUNS = { 'invocation-count-for-maglev': 20_000, 'invocation-count-for-maglev-osr': 4_000, 'invocation-count-for-turbofan': 100_000 };

/** The first version of the engine that is known to have these. */
const SINCE = [13, 6] as const;

/**
 * For a server: with each key a thousand functions run once, and gain next to nothing from being made faster. That is done beside what runs, but on a
 * machine with few processors a key waits for it: for several milliseconds with one key of twenty, in the first minutes.
 */
export function optimizeLate(): void {
  const [major = 0, minor = 0] = process.versions.v8.split('.').map(Number);
  if (major < SINCE[0] || (major === SINCE[0] && minor < SINCE[1])) return;
  for (const [name, runs] of Object.entries(RUNS)) setFlagsFromString(`--${name}=${runs}`);
}
