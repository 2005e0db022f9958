import type { Bench } from '../language/authoring/vocabulary/reading.ts';
import type { Language } from '../language/language.ts';
import type { RuleSettings } from '../packs/rule-settings.ts';
import type { Site } from '../packs/site.ts';
import type { SiteFile } from '../packs/site-file.ts';

/** What a host gives to the server. */
export interface Environment {
  readonly version: string;
  /** With what the site adds; its settings count over those given. */
  createLanguage(own: RuleSettings, site: Site | null): Language;
  /** What lexicon files are read among: all packs, rule files and templates in force; a host without it leaves lexicon files alone. */
  bench?(site: Site | null): Bench;
  /** The nearest site at or above a folder (a URI), read; a host without files lacks this. */
  findSite?(folder: string): Promise<FoundSite | null>;
  /** For clients that cannot watch files: calls back when one of a site has changed, come or gone; a host without files lacks this. */
  watchSites?(changed: () => void): SiteWatcher;
  /** The reports below a folder (a URI), or in it alone, read; a host without files lacks this. */
  reportFiles?(folder: string, depth: 'any' | 'one'): AsyncIterable<ReportFile>;
  /** Runs a callback soon, after messages that have already come. */
  defer(callback: () => void): void;
}

export interface SiteWatcher {
  /** Watches what these folders (URIs) have as `.emh`, now or later, and nothing else any more. */
  follow(folders: readonly string[]): void;
}

/** A report that is no open document; `uri` as documents are named. */
export interface ReportFile {
  readonly uri: string;
  readonly text: string;
}

/** The files of a `.emh` folder. All paths are URIs; `root` is that of the folder which holds it. */
export interface FoundSite {
  readonly root: string;
  readonly files: readonly SiteFile[];
  /** What could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}
