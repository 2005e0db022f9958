import { availableParallelism } from 'node:os';
import { type Arguments, countOf, type Option } from './arguments.ts';
import { Failure } from './failure.ts';

/** An option that several commands share. */
export const LEXICON_OPTION: Readonly<Record<string, Option>> = {
  lexicon: { value: 'FILE', multiple: true, help: 'a lexicon (YAML) on top of the shipped one; may be given again' },
};

export const JOBS_OPTION: Readonly<Record<string, Option>> = {
  jobs: { short: 'j', value: 'N', help: 'so many threads; 0 is one for each core; 1 if not given' },
};

/** How many threads are asked for. */
export function jobsOf(args: Arguments): number {
  const jobs = countOf(args, 'jobs') ?? 1;
  return jobs === 0 ? availableParallelism() : jobs;
}

/** Of commands that show one report of a text. */
export const REPORT_OPTION: Readonly<Record<string, Option>> = {
  report: { value: 'N', help: 'which report of the file, counted from 1 (the first where it is not given)' },
};

/** The number of the report that is asked for, counted from 0. Throws a Failure where the text does not have so many. */
export function reportNumber(args: Arguments, count: number, name: string): number {
  const number = countOf(args, 'report') ?? 1;
  if (number < 1 || (number > count && args.value('report') !== undefined))
    throw new Failure(`${name}: has no report ${number}; it holds ${count}`);
  return number - 1;
}
