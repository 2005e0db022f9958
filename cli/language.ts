import { basename, extname } from 'node:path';
import type { Language, Source } from '../language/language.ts';
import type { Problem } from '../language/lexicon/lexicon.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure } from './failure.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';

/** What is added to the packs and rules that ship with the project. */
export interface Additions {
  readonly packs: readonly unknown[];
  /** Rule files that stand in for the shipped ones; null for those. */
  readonly rules: readonly Source[] | null;
}

/** Makes a language; tests give commands another maker. */
export type MakeLanguage = (additions: Additions) => Promise<Language>;

/** The language that ships with the project. Loaded when it is asked for, so that `--help` need not wait for it. */
export const shippedLanguage: MakeLanguage = async ({ packs, rules }) => {
  const [shipped, { createLanguage }] = await Promise.all([import('../packs/emh.ts'), import('../language/language.ts')]);
  return createLanguage({ packs: [...shipped.packs, ...packs], rules: rules ?? shipped.rules });
};

/**
 * The language with the given lexicon files (YAML) on top. What is wrong inside a file is told on standard error and the rest
 * of it is used; a file that cannot be read throws a Failure.
 */
export async function languageWith(lexicons: readonly string[], io: Io, makeLanguage: MakeLanguage): Promise<Language> {
  const packs = [];
  for (const file of lexicons) packs.push(await readPack(file, io));
  const language = await makeLanguage({ packs: packs.map(({ pack }) => pack), rules: null });
  for (const { name, file } of packs) {
    for (const problem of language.problems.filter((p) => p.file === name)) io.stderr.write(`emh: ${problemLine({ ...problem, file })}\n`);
  }
  return language;
}

/** `file:line: message` */
export const problemLine = ({ file, line, message }: Problem): string => `${file}${line > 0 ? `:${line}` : ''}: ${oneLine(message)}`;

async function readPack(word: string, io: Io): Promise<{ name: string; file: string; pack: unknown }> {
  const { name: file, text } = await readInput(word, io);
  const { parse } = await import('yaml');
  let data: unknown;
  try {
    data = parse(text, { prettyErrors: true, logLevel: 'error' });
  } catch (error) {
    throw new Failure(`${file}: ${oneLine((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')}`);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Failure(`${file}: a lexicon is a map with \`terms\``);
  const own = 'pack' in data && typeof data.pack === 'string' ? data.pack : basename(file, extname(file));
  return { name: own, file, pack: { ...data, pack: own } };
}
