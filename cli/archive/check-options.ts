import { type Arguments, countOf, type Option } from '../arguments.ts';
import { UsageFailure } from '../failure.ts';
import { FORMATS, type FormatName } from '../formats/formats.ts';
import { JOBS_OPTION, LEXICON_OPTION } from '../options.ts';
import type { Holding } from './units.ts';

/** What files hold: of every command that reads an archive. */
export const HOLDING_OPTIONS: Readonly<Record<string, Option>> = {
  as: {
    value: 'WHAT',
    choices: ['text', 'ndjson', 'csv'],
    help: 'what files and standard input hold, whatever their names: text, ndjson or csv',
  },
  column: { value: 'NAME', help: 'column of a CSV file that holds the reports; report or text if not given' },
  'id-column': { value: 'NAME', help: 'column of a CSV file that holds their ids; id if not given' },
};

export const CHECK_OPTIONS: Readonly<Record<string, Option>> = {
  format: { value: 'FORMAT', choices: Object.keys(FORMATS), help: `${Object.keys(FORMATS).join(', ')}; text if not given` },
  output: { short: 'o', value: 'FILE', help: 'write into a file, which takes its name when it is complete' },
  resume: { help: 'go on with a run into --output that was cut short' },
  explain: { help: 'below each, which line of its rule matched which words' },
  quiet: { short: 'q', help: 'errors and warnings alone: no infos, hints or summary' },
  'no-words': { help: 'nothing of a report in the results: titles of rules in place of messages, no fixes' },
  stats: { help: 'at the end, alerts of each rule per 1,000 reports' },
  ...HOLDING_OPTIONS,
  sample: { value: 'N', help: 'write N texts with something in them, drawn at random; all are counted' },
  seed: { value: 'N', help: 'the same seed draws the same sample; 1 if not given' },
  baseline: { value: 'FILE', help: 'neither show nor count what is known from a baseline' },
  'write-baseline': { value: 'FILE', help: 'write a baseline: all that is found now is known from then on' },
  since: { value: 'COMMIT', help: 'only files that differ from a commit of git, or that it does not know' },
  'max-errors': { value: 'N', help: 'so many errors are no failure' },
  'max-warnings': { value: 'N', help: 'so many warnings are no failure' },
  'max-per-1000': { value: 'N', help: 'no failure up to so many errors and warnings in 1,000 reports' },
  ndjson: { help: 'a filter: one JSON object a line in, one a line out' },
  ...JOBS_OPTION,
  ...LEXICON_OPTION,
};

/** Options that the filter knows; the others are of no use to it. */
const OF_FILTER = new Set(['ndjson', 'jobs', 'lexicon', 'color', 'no-color']);

/** What one way of calling asks for, sorted out. */
export interface CheckOptions {
  readonly format: FormatName;
  readonly holding: Holding | null;
  readonly sample: { readonly count: number; readonly seed: number } | null;
  readonly most: { readonly errors: number; readonly warnings: number; readonly per1000: number | null };
}

/** Throws a UsageFailure for what does not go together. */
export function checkOptions(args: Arguments): CheckOptions {
  const format = (args.value('format') ?? 'text') as FormatName;
  const sample = countOf(args, 'sample');
  const needs = (option: string, other: string): void => {
    if (args.has(option) && !args.has(other)) throw new UsageFailure(`--${option} needs --${other}`);
  };
  const apart = (option: string, other: string): void => {
    if (args.has(option) && args.has(other)) throw new UsageFailure(`--${option} and --${other} do not go together`);
  };
  needs('resume', 'output');
  needs('seed', 'sample');
  apart('resume', 'write-baseline');
  apart('baseline', 'write-baseline');
  apart('no-words', 'explain');
  if (args.has('no-words') && ['text', 'html'].includes(format))
    throw new UsageFailure(`--no-words and --format ${format} do not go together`);
  return {
    format,
    holding: (args.value('as') ?? null) as Holding | null,
    sample: sample === undefined ? null : { count: sample, seed: countOf(args, 'seed') ?? 1 },
    most: {
      errors: countOf(args, 'max-errors') ?? 0,
      warnings: countOf(args, 'max-warnings') ?? 0,
      per1000: countOf(args, 'max-per-1000') ?? null,
    },
  };
}

/** Throws a UsageFailure where the filter is asked for what it does not do. */
export function checkFilterOptions(args: Arguments): void {
  const other = Object.keys(CHECK_OPTIONS).find((option) => args.has(option) && !OF_FILTER.has(option));
  if (other !== undefined) throw new UsageFailure(`--ndjson and --${other} do not go together`);
  if (args.operands.length > 1) throw new UsageFailure('check --ndjson takes one file');
}
