import { availableParallelism } from 'node:os';
import { type Arguments, countOf, type Option } from './arguments.ts';

/** An option that several commands share. */
export const LEXICON_OPTION: Readonly<Record<string, Option>> = {
  lexicon: { value: 'FILE', multiple: true, help: 'a lexicon (YAML) on top of the shipped one; may be given again' },
};

export const JOBS_OPTION: Readonly<Record<string, Option>> = {
  jobs: { short: 'j', value: 'N', help: 'so many worker threads; 0 is one for each core; 1 if not given' },
};

/** How many workers are asked for; null where nothing is said. */
export function jobsOf(args: Arguments): number | null {
  const jobs = countOf(args, 'jobs') ?? null;
  return jobs === 0 ? availableParallelism() : jobs;
}
