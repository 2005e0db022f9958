import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SITE_FOLDER, type SiteFile, siteFileKind } from '../../packs/site-file.ts';
import type { FoundSite } from '../environment.ts';

/** The files of one `.emh` folder, and what could not be read of it. Paths are absolute. */
export interface ReadFolder {
  /** The folder that holds `.emh`. */
  readonly root: string;
  readonly files: readonly SiteFile[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

const FOLDER_WITHIN = 'is a folder, and nothing in it is read: rule files stand in .emh/rules itself, lexicons in .emh/lexicon';

const LARGEST = 8 * 1024 * 1024;

/** The nearest folder at or above this one that has a `.emh` folder; null where none has. */
export async function findSiteRoot(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isFolder(join(at, SITE_FOLDER))) return at;
    if (dirname(at) === at) return null;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );

/** Reads what the `.emh` folder below `root` holds for the language. Never rejects. */
export async function readSiteFolder(root: string): Promise<ReadFolder> {
  const files: SiteFile[] = [];
  const unread: { path: string; reason: string }[] = [];
  for (const within of await pathsIn(join(root, SITE_FOLDER))) {
    const path = join(root, SITE_FOLDER, within);
    const kind = siteFileKind(within);
    if (kind === null) {
      const isHidden = within.includes('/.');
      if (within.includes('/') && !isHidden && (await isFolder(path))) unread.push({ path, reason: FOLDER_WITHIN });
      continue;
    }
    try {
      if ((await stat(path)).size > LARGEST) throw new Error(`is larger than ${LARGEST / 1024 / 1024} MB`);
      files.push({ path, kind, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) });
    } catch (error) {
      unread.push({ path, reason: reasonOf(error) });
    }
  }
  return { root, files, unread };
}

/** Paths within the folder, with `/`. */
async function pathsIn(folder: string): Promise<string[]> {
  const inFolder = async (name: string): Promise<string[]> =>
    (await readdir(join(folder, name)).catch(() => [])).map((file) => (name === '' ? file : `${name}/${file}`)).sort();
  return [
    ...(await inFolder('lexicon')),
    ...(await inFolder('rules')),
    ...(await inFolder('templates')),
    ...(await inFolder('')).filter((file) => file === 'config.json'),
  ];
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'is not valid UTF-8; save the file as UTF-8';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return 'is a folder, no file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return `cannot be read: ${code || (error instanceof Error ? error.message : String(error))}`;
}

/** For a server: the same by URIs; null for what is no folder of files. */
export async function findSite(folder: string): Promise<FoundSite | null> {
  if (!folder.startsWith('file:')) return null;
  const at = await findSiteRoot(fileURLToPath(folder));
  if (at === null) return null;
  const { root, files, unread } = await readSiteFolder(at);
  const uriOf = (path: string): string => pathToFileURL(path).href;
  return {
    root: uriOf(root),
    files: files.map((file) => ({ ...file, path: uriOf(file.path) })),
    unread: unread.map(({ path, reason }) => ({ path: uriOf(path), reason })),
  };
}
