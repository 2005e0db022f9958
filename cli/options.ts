import { type Arguments, countOf, type Option } from './arguments.ts';
import { Failure } from './failure.ts';

/** An option that several commands share. */
export const LEXICON_OPTION: Readonly<Record<string, Option>> = {
  lexicon: { value: 'FILE', multiple: true, help: 'a lexicon (YAML) on top of the shipped one; may be given again' },
};

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
