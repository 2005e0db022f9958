import { parseArgs } from 'node:util';
import { nearIndex } from '../language/lexicon/near.ts';
import { UsageFailure } from './failure.ts';

export interface Option {
  readonly help: string;
  readonly short?: string;
  /** What its value is called in the help; a flag has none. */
  readonly value?: string;
  /** The values that it takes, where they are few. */
  readonly choices?: readonly string[];
  /** Whether it may be given again. */
  readonly multiple?: boolean;
}

/** The words of a command line, sorted out. */
export interface Arguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  /** Last value given; undefined where the option was not. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** Options of every command. */
export const COMMON: Readonly<Record<string, Option>> = {
  color: { help: 'colours, also where the output is no terminal' },
  'no-color': { help: 'no colours' },
  help: { short: 'h', help: 'this help' },
};

/** Reads what stands behind a command's name. Throws a UsageFailure that names the first word that does not belong there. */
export function readArguments(words: readonly string[], own: Readonly<Record<string, Option>>): Arguments {
  const options = { ...own, ...COMMON };
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, forParser(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageFailure(`unknown option ${token.rawName}${suggestion(token.name, Object.keys(options), '--')}`);
    const value = valueOf(token.rawName, option, token.value, token.inlineValue === true);
    const before = given.get(token.name) ?? [];
    if (before.length > 0 && option.value !== undefined && option.multiple !== true) throw new UsageFailure(`${token.rawName} is given twice`);
    given.set(token.name, [...before, value]);
  }
  return {
    operands: positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

const forParser = (option: Option) => ({
  type: option.value === undefined ? ('boolean' as const) : ('string' as const),
  multiple: true,
  ...(option.short === undefined ? {} : { short: option.short }),
});

function valueOf(rawName: string, option: Option, value: string | undefined, isInline: boolean): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageFailure(`${rawName} takes no value`);
    return '';
  }
  // `--format --quiet`: a word that looks like an option was hardly meant as a value.
  if (value === undefined || value === '' || (!isInline && value.length > 1 && value.startsWith('-'))) {
    throw new UsageFailure(`${rawName} needs a value: ${rawName} ${option.choices?.join('|') ?? option.value}`);
  }
  if (option.choices?.includes(value) === false) throw new UsageFailure(`${rawName} is ${option.choices.join(' or ')}, not '${value}'`);
  return value;
}

/** `; did you mean --format?`, or nothing. */
export function suggestion(word: string, known: readonly string[], before = ''): string {
  const near = nearIndex(known)(word)[0] ?? known.find((name) => word.length > 1 && name.startsWith(word));
  return near === undefined || !known.includes(near) ? '' : `; did you mean ${before}${near}?`;
}

/** A whole number from 0. Throws a UsageFailure. */
export function countOf(args: Arguments, option: string): number | undefined {
  const value = args.value(option);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageFailure(`--${option} is a number from 0, not '${value}'`);
  return Number(value);
}
