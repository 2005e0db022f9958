import { dirname } from 'node:path';
import type { Language, Source } from '../language/language.ts';
import type { Problem } from '../language/lexicon/lexicon.ts';
import type { PackFile } from '../language/lexicon/pack-file.ts';
import { NO_SETTINGS, settled } from '../packs/rule-settings.ts';
import type { Site } from '../packs/site.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure } from './failure.ts';
import { readInput } from './input.ts';
import type { Io } from './io.ts';
import { loadSite, siteRootOf } from './site.ts';

/** What is added to the packs and rules that ship with the project. */
export interface Additions {
  /** What the site's `.emh` folder adds; null without one. */
  readonly site: Site | null;
  /** On top of the site's. */
  readonly packs: readonly unknown[];
  /** Rule files that stand in for all others; null for the shipped ones and the site's. */
  readonly rules: readonly Source[] | null;
}

/** Makes a language; tests give commands another maker. */
export type MakeLanguage = (additions: Additions) => Promise<Language>;

/** An archive repeats a part of its sentences very often: more would cost memory (some 2 kB each) and save little. */
const STATEMENTS_KEPT = 15_000;

/** The language that ships with the project. Loaded when it is asked for, so that `--help` need not wait for it. */
export const shippedLanguage: MakeLanguage = async ({ site, packs, rules }) => {
  const [shipped, { createLanguage }] = await Promise.all([import('../packs/emh.ts'), import('../language/language.ts')]);
  // Settings of a person's own are the editor's; the command line has none.
  return createLanguage({
    packs: [...shipped.packs, ...(site?.packs ?? []), ...packs],
    rules: rules ?? [...shipped.rules, ...(site?.rules ?? [])],
    templates: [...shipped.templates, ...(site?.templates ?? [])],
    prepared: shipped.prepared,
    ...settled(NO_SETTINGS, site),
    statementsKept: STATEMENTS_KEPT,
  });
};

/** Gives the language for a file (null for standard input), with what the site that the file belongs to adds. */
export interface LanguageFor {
  (path: string | null): Promise<Language>;
  /** What that is, for who must tell one language from another. */
  additions(path: string | null): Promise<Additions>;
}

/**
 * Languages with the given lexicon files (YAML) on top. What is wrong inside a file of the site or a lexicon is told on standard
 * error, once, and the rest of it is used; `onProblem` hears of it too. A lexicon that cannot be read, or is no YAML, throws a Failure.
 */
export async function languagesWith(
  lexicons: readonly string[],
  io: Io,
  makeLanguage: MakeLanguage,
  onProblem: (problem: Problem) => void = () => {},
): Promise<LanguageFor> {
  const packs: PackFile[] = [];
  for (const file of lexicons) packs.push(await readLexicon(file, io));
  const roots = new Map<string, Promise<string | null>>();
  const sites = new Map<string, Promise<Site | null>>();
  const made = new Map<string, Promise<Language>>();
  const told = new Set<string>();
  const rootOf = (path: string | null): Promise<string | null> => {
    const folder = path === null ? io.cwd : dirname(path);
    return kept(roots, folder, () => siteRootOf(folder));
  };
  const siteAt = (root: string | null): Promise<Site | null> =>
    kept(sites, root ?? '', async () => (root === null ? null : loadSite(root, io.cwd)));
  const make = async (root: string | null): Promise<Language> => {
    const site = await siteAt(root);
    const language = await makeLanguage({ site, packs, rules: null });
    for (const problem of await problemsOf(language, site)) {
      const line = problemLine(problem);
      onProblem(problem);
      if (!told.has(line)) io.stderr.write(`emh: ${line}\n`);
      told.add(line);
    }
    return language;
  };
  const languageFor = async (path: string | null): Promise<Language> => {
    const root = await rootOf(path);
    return kept(made, root ?? '', () => make(root));
  };
  return Object.assign(languageFor, {
    additions: async (path: string | null): Promise<Additions> => ({ site: await siteAt(await rootOf(path)), packs, rules: null }),
  });
}

function kept<T>(store: Map<string, T>, key: string, make: () => T): T {
  const before = store.get(key);
  if (before !== undefined) return before;
  const value = make();
  store.set(key, value);
  return value;
}

/** What is wrong with a site's files and the lexicons. Rules are compiled for it only where the site has some, or speaks of some. */
export async function problemsOf(language: Language, site: Site | null): Promise<readonly Problem[]> {
  if (site === null) return language.lexicon.problems;
  const ofRules = site.rules.length > 0 ? language.problems : language.lexicon.problems;
  if (Object.keys({ ...site.severities, ...site.parameters }).length === 0) return [...site.problems, ...ofRules];
  const { unknownNames } = await import('../packs/unknown-names.ts');
  return [...site.problems, ...unknownNames(site, language.rules), ...ofRules];
}

/** `file:line: message`, or `file:line:column: message` where the words are known. */
export const problemLine = ({ file, line, column, message }: Problem): string =>
  `${oneLine(file)}${line > 0 ? `:${line}` : ''}${line > 0 && column !== undefined ? `:${column}` : ''}: ${oneLine(message)}`;

async function readLexicon(word: string, io: Io): Promise<PackFile> {
  const { name, text } = await readInput(word, io);
  const { readPackText } = await import('../packs/yaml-pack.ts');
  const pack = readPackText(name, text);
  const isMap = typeof pack.data === 'object' && pack.data !== null && !Array.isArray(pack.data);
  if (isMap && pack.problems.length === 0) return pack;
  const [problem = { file: name, line: 0, message: 'a lexicon is a map with `terms`' }] = pack.problems;
  throw new Failure(problemLine(problem));
}
