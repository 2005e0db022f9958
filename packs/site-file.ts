/** A file of a site's `.emh` folder as text. */
export interface SiteFile {
  /** As it is to be named in problems. */
  readonly path: string;
  readonly kind: SiteFileKind;
  readonly text: string;
}

export type SiteFileKind = 'lexicon' | 'rules' | 'template' | 'config';

/** The folder that holds a site's files, at the top of the reports that they are for. */
export const SITE_FOLDER = '.emh';

/** What a path within a `.emh` folder (with `/`) is; null for anything that is not read. */
export function siteFileKind(path: string): SiteFileKind | null {
  if (/^lexicon\/[^/]+\.ya?ml$/i.test(path)) return 'lexicon';
  if (/^rules\/[^/]+\.emhr$/i.test(path)) return 'rules';
  if (/^templates\/[^/]+\.emht$/i.test(path)) return 'template';
  return path === 'config.json' ? 'config' : null;
}

/** A path or URI parted at its last `.emh` folder: what the site is for, and the path within it; null for other paths. */
export function atSite(path: string): { readonly root: string; readonly within: string } | null {
  const at = path.lastIndexOf(`/${SITE_FOLDER}/`);
  return at < 0 ? null : { root: path.slice(0, at), within: path.slice(at + SITE_FOLDER.length + 2) };
}
