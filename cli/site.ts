import { relative } from 'node:path';
import type { Problem } from '../language/lexicon/lexicon.ts';
import type { Site } from '../packs/site.ts';
import { findSiteRoot, readSiteFolder } from '../server/node/site-files.ts';

/** The nearest folder at or above this one whose `.emh` folder adds to the language; null where there is none. */
export const siteRootOf: (folder: string) => Promise<string | null> = findSiteRoot;

/** Reads a site's files, named as they are seen from `cwd`. What cannot be read is a problem of its own; the rest is used. */
export async function loadSite(root: string, cwd: string): Promise<Site> {
  const { files, unread } = await readSiteFolder(root);
  const { readSite } = await import('../packs/site.ts');
  const site = readSite(files.map((file) => ({ ...file, path: shown(file.path, cwd) })));
  const problems = unread.map(({ path, reason }): Problem => ({ file: shown(path, cwd), line: 0, message: reason }));
  return { ...site, problems: [...problems, ...site.problems] };
}

/** The path from the working folder, or all of it where it is not below that. */
function shown(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return below === '' || below.startsWith('..') ? path : below;
}
