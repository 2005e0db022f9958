import type { Browser } from 'playwright-core';
import { measureActivation } from './activation-run.ts';
import type { Counts } from './counts.ts';
import { runInDesktop } from './electron-run.ts';
import { runInNodeHost } from './node-run.ts';
import { makePackage } from './package.ts';
import { takePictures } from './pictures-run.ts';
import { runThroughUi, runThroughWebUi } from './ui-run.ts';
import { runInWebHost } from './web-run.ts';

/** One way to run the extension. */
export interface Host {
  /** What `--only` calls it. */
  readonly only: string;
  /** Whether it runs the packed extension; else the source folder. */
  readonly vsix: boolean;
  readonly title: string;
  /** Whether it is left out unless it is asked for. */
  readonly extra?: boolean;
  /** What it runs in besides VS Code's own parts; a desktop VS Code needs none. */
  readonly needsBrowser: boolean;
  run(browser: Browser): Promise<Counts>;
}

type RunInBrowser = (browser: Browser, vsix: string | null) => Promise<Counts>;

const source = (only: string, title: string, run: RunInBrowser): Host => ({
  only,
  vsix: false,
  title: `${title}, source folder`,
  needsBrowser: true,
  run: (browser) => run(browser, null),
});

const packed = (only: string, title: string, run: RunInBrowser): Host => ({
  only,
  vsix: true,
  title: `${title}, packed`,
  needsBrowser: true,
  run: async (browser) => run(browser, await makePackage()),
});

export const HOSTS: readonly Host[] = [
  source('node', 'node extension host', runInNodeHost),
  source('web', 'web extension host', runInWebHost),
  { ...source('ui', 'user interface', runThroughUi), extra: true },
  { ...source('ui-web', 'user interface, web', runThroughWebUi), extra: true },
  { only: 'electron', vsix: false, title: 'desktop, source folder', extra: true, needsBrowser: false, run: runInDesktop },
  // Packing makes the bundles anew, so these come last.
  packed('node', 'node extension host', runInNodeHost),
  packed('web', 'web extension host', runInWebHost),
  packed('ui', 'user interface', runThroughUi),
  packed('ui-web', 'user interface, web', runThroughWebUi),
  { ...packed('pictures', 'pictures', takePictures), extra: true },
  { ...packed('activation', 'activation', measureActivation), extra: true },
];
