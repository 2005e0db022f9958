import type { Io } from '../io.ts';
import { readDecisions } from './decisions.ts';
import { judgementsOf, type Precision, precisionOf } from './precision.ts';

/** The precision of each rule that decisions files judge; what cannot be read in them is told. Throws a Failure for a file that is not there. */
export function readPrecisions(files: readonly string[], io: Io): Precision[] {
  const { decisions, problems } = readDecisions(files, io, true);
  for (const problem of problems) io.stderr.write(`emh: ${problem}\n`);
  return precisionOf(judgementsOf(decisions));
}
