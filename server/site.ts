import type { Site } from '../packs/site.ts';
import { atSite, type SiteFile, siteFileKind } from '../packs/site-file.ts';
import type { FoundSite } from './environment.ts';
import type { SiteFilesParams } from './site-files.ts';

/** A site with the texts of its files by URI. */
export interface LoadedSite {
  readonly root: string;
  readonly site: Site;
  readonly texts: ReadonlyMap<string, string>;
}

type FindSite = (folder: string) => Promise<FoundSite | null>;

/** The sites of one client's documents, each read once until something changes. Folders and files are URIs. */
export class Sites {
  /** Called when a site has been read. */
  onFound: () => void = () => {};
  readonly #find: FindSite | undefined;
  /** Folder -> the site that it belongs to, where that has been looked up. */
  #known = new Map<string, LoadedSite | null>();
  #waiting = new Map<string, Promise<void>>();
  #sent: readonly LoadedSite[] = [];
  #sending = 0;

  constructor(find: FindSite | undefined) {
    this.#find = find;
  }

  /** Those found or sent so far. */
  get all(): readonly LoadedSite[] {
    return [...new Set([...this.#known.values(), ...this.#sent].filter((each) => each !== null))];
  }

  /** The nearest site at or above a folder, as far as it is known. */
  at(folder: string): LoadedSite | null {
    const within = (root: string): boolean => folder === root || folder.startsWith(`${root}/`);
    const sent = this.#sent.filter(({ root }) => within(root)).sort((a, b) => b.root.length - a.root.length)[0] ?? null;
    const found = this.#known.get(folder) ?? null;
    return sent !== null && (found === null || sent.root.length >= found.root.length) ? sent : found;
  }

  /** Looks for the site of a folder; null where that is done. Never rejects. */
  lookUp(folder: string): Promise<void> | null {
    const find = this.#find;
    if (find === undefined || this.#known.has(folder)) return null;
    const before = this.#waiting.get(folder);
    if (before !== undefined) return before;
    const [known, waiting] = [this.#known, this.#waiting];
    const promise = find(folder)
      .then((found) => (found === null ? null : (sameRoot(known, found.root) ?? load(found))))
      .catch(() => null)
      .then((site) => {
        // One that was read for another folder in the meantime has the same files.
        const before = site === null ? undefined : sameRoot(known, site.root);
        known.set(folder, before ?? site);
        waiting.delete(folder);
        if (site !== null && before === undefined) this.onFound();
      });
    waiting.set(folder, promise);
    return promise;
  }

  /** Everything is looked up anew: files have changed. */
  forget(): void {
    this.#known = new Map();
    this.#waiting = new Map();
  }

  /** Takes what the client sent; false where something newer has come before it was read. */
  async take({ files }: SiteFilesParams): Promise<boolean> {
    const turn = ++this.#sending;
    const byRoot = new Map<string, SiteFile[]>();
    for (const { path, text } of files) {
      const place = atSite(path);
      const kind = place === null ? null : siteFileKind(place.within);
      if (place === null || kind === null) continue;
      const list = byRoot.get(place.root) ?? [];
      list.push({ path, kind, text });
      byRoot.set(place.root, list);
    }
    const sent = await Promise.all([...byRoot].map(([root, list]) => load({ root, files: list, unread: [] })));
    if (turn !== this.#sending) return false;
    this.#sent = sent;
    return true;
  }
}

const sameRoot = (known: ReadonlyMap<string, LoadedSite | null>, root: string): LoadedSite | undefined =>
  [...known.values()].find((each): each is LoadedSite => each?.root === root);

async function load({ root, files, unread }: FoundSite): Promise<LoadedSite> {
  // With it comes the YAML parser, which most sessions need not load.
  const { readSite } = await import('../packs/site.ts');
  const site = readSite(files);
  const problems = unread.map(({ path, reason }) => ({ file: path, line: 0, message: reason }));
  return {
    root,
    site: { ...site, problems: [...problems, ...site.problems] },
    texts: new Map(files.map(({ path, text }) => [path, text])),
  };
}
