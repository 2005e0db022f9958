import { type FSWatcher, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE_FOLDER } from '../../packs/site-file.ts';
import type { SiteWatcher } from '../environment.ts';

/** Time for what belongs together, such as a file that an editor writes aside and moves into place. */
const SETTLES_MS = 50;

interface Watched {
  readonly watcher: FSWatcher;
  /** A folder that was made anew under the same name is another one. */
  readonly inode: number;
}

/**
 * Watches `.emh` folders, those that come and go included, for clients that cannot. Folders that cannot be watched are left out.
 * Nothing here keeps the process alive.
 */
export function createSiteWatcher(changed: () => void): SiteWatcher {
  const watched = new Map<string, Watched>();
  let roots: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      renew();
      changed();
    }, SETTLES_MS).unref();
  };

  const renew = (): void => {
    const wanted = new Map(roots.flatMap((root) => foldersOf(root).map((folder) => [folder, inodeOf(folder)] as const)));
    for (const [folder, { watcher, inode }] of watched) {
      if (wanted.get(folder) === inode) continue;
      watcher.close();
      watched.delete(folder);
    }
    for (const [folder, inode] of wanted) {
      if (inode === null || watched.has(folder)) continue;
      try {
        const isRoot = roots.includes(folder);
        const watcher = watch(folder, { persistent: false }, (_, name) => {
          if (!isRoot || name === SITE_FOLDER) soon();
        });
        watcher.on('error', () => watcher.close());
        watched.set(folder, { watcher, inode });
      } catch {
        // Gone in the meantime, or the machine watches too much already.
      }
    }
  };

  return {
    follow(uris) {
      roots = [...new Set(uris.filter((uri) => uri.startsWith('file:')).map(pathOf))].filter((path) => path !== '');
      renew();
    },
  };
}

/** The folder that may hold `.emh`, and those with files that count. */
const foldersOf = (root: string): string[] => {
  const site = join(root, SITE_FOLDER);
  return [root, site, join(site, 'lexicon'), join(site, 'rules'), join(site, 'templates')];
};

function pathOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch {
    return '';
  }
}

function inodeOf(folder: string): number | null {
  try {
    const info = statSync(folder);
    return info.isDirectory() ? info.ino : null;
  } catch {
    return null;
  }
}
