import { resolve } from 'node:path';
import { isPackFile, type PackFile } from '../../language/lexicon/pack-file.ts';
import type { Source } from '../../language/text/source.ts';
import type { Site } from '../../packs/site.ts';
import { Failure } from '../failure.ts';
import { type Kind, readFiles } from '../files.ts';
import { readInput } from '../input.ts';
import type { Io } from '../io.ts';
import { loadSite, siteRootOf } from '../site.ts';

/** Where a site's lexicon files stand, below the folder that holds `.emh`. */
export const SITE_LEXICON = '.emh/lexicon';

const LEXICONS: Kind = { endings: ['.yaml', '.yml'], read: readInput };

/** What lexicon files are read among. */
export interface Shelf {
  /** All packs in force, in their order: those that ship, the site's, those named. */
  readonly packs: readonly unknown[];
  /** Rule files and templates, those that ship and the site's. */
  readonly sources: readonly Source[];
  readonly site: Site | null;
  /** The folder that holds `.emh`; null where there is none. */
  readonly root: string | null;
  /** Files that were named on the command line; the site's where none was. */
  readonly files: readonly PackFile[];
}

/** Reads the lexicon files that are named (or the site's) and all that they are read among. Throws a Failure for a file that cannot be read. */
export async function shelfFor(words: readonly string[], io: Io): Promise<Shelf> {
  const shipped = await import('../../packs/emh.ts');
  const { readPackText } = await import('../../packs/yaml-pack.ts');
  const named: PackFile[] = [];
  for await (const input of readFiles(words, LEXICONS, io)) {
    if (input instanceof Failure) throw input;
    named.push(readPackText(input.name, input.text));
  }
  const [first] = named;
  const root = await siteRootOf(first === undefined ? io.cwd : resolve(io.cwd, first.file));
  const site = root === null ? null : await loadSite(root, io.cwd);
  const own = site?.packs ?? [];
  const isSame = (a: PackFile, b: PackFile): boolean => resolve(io.cwd, a.file) === resolve(io.cwd, b.file);
  const packs = [
    ...shipped.packs.map((pack) => named.find((file) => isShipped(file, pack)) ?? pack),
    ...own.map((pack) => named.find((file) => isSame(file, pack)) ?? pack),
  ];
  return {
    packs: [...packs, ...named.filter((file) => !packs.includes(file))],
    sources: [...shipped.rules, ...shipped.templates, ...(site?.rules ?? []), ...(site?.templates ?? [])],
    site,
    root,
    files: words.length > 0 ? named : own,
  };
}

/** Whether a file is one of the project's own lexicons, which ship. */
const isShipped = (file: PackFile, pack: unknown): boolean => {
  const { file: path, pack: name } = pack as { readonly file?: unknown; readonly pack?: unknown };
  const own = (file.data as { readonly pack?: unknown } | null)?.pack;
  return typeof path === 'string' && `/${file.file}`.endsWith(`/${path}`) && own === name && !isPackFile(pack);
};
