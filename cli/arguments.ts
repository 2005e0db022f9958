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
  const found = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined)
      throw new UsageFailure(`unknown option ${token.rawName}${suggestion(token.name, Object.keys(options), '--')}`);
    const value = given(token.rawName, option, token.value, token.inlineValue === true);
    const before = found.get(token.name) ?? [];
    if (before.length > 0 && option.value !== undefined && option.multiple !== true)
      throw new UsageFailure(`${token.rawName} is given twice`);
    found.set(token.name, [...before, value]);
  }
  return {
    operands: positionals,
    has: (name) => found.has(name),
    value: (name) => found.get(name)?.at(-1),
    values: (name) => found.get(name) ?? [],
  };
}

const forParser = (option: Option) => ({
  type: option.value === undefined ? ('boolean' as const) : ('string' as const),
  multiple: true,
  ...(option.short === undefined ? {} : { short: option.short }),
});

function given(rawName: string, option: Option, value: string | undefined, isInline: boolean): string {
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
  const near = nearIndex(known)(word).find((name) => known.includes(name)) ?? known.find((name) => isNear(word, name));
  return near === undefined ? '' : `; did you mean ${before}${near}?`;
}

/** For words that are too short for the lexicon's index: the beginning of the other, or a letter too few or too many. */
function isNear(word: string, known: string): boolean {
  if (word.length < 2) return false;
  return known.startsWith(word) || (Math.abs(word.length - known.length) <= 1 && (lettersOf(word, known) || lettersOf(known, word)));
}

/** Whether the first word's letters stand in the second in their order. */
function lettersOf(word: string, other: string): boolean {
  let at = -1;
  return [...word].every((letter) => (at = other.indexOf(letter, at + 1)) >= 0);
}

/** A whole number from 0. Throws a UsageFailure. */
export function countOf(args: Arguments, option: string): number | undefined {
  const value = args.value(option);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageFailure(`--${option} is a number from 0, not '${value}'`);
  return Number(value);
}
