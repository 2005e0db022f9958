import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BUNDLE } from '../../../scripts/generate-bundle.ts';
import { root } from '../../../scripts/root.ts';
import { IN_PSEUDO, PSEUDO, translated } from '../ui/pseudo.ts';
import { REPORTING } from '../ui/reporting.ts';
import { STEPS, type Step } from '../ui/steps.ts';
import { type Counts, Tally } from './counts.ts';
import { installPackage, startEditor } from './editor.ts';
import { serveFiles } from './file-server.ts';
import { SCREENSHOTS } from './paths.ts';
import { develop } from './web-run.ts';

const STEP_MS = 60_000;

/** One window and what is done in it. */
interface Session {
  /** Its pictures are in a folder of that name; empty for those that stand by themselves. */
  readonly name: string;
  /** The file of the examples that is open at first, if any. */
  readonly file: string | null;
  readonly settings: object;
  readonly steps: readonly Step[];
  /** Language of the editor, for which the installed package is given words; English without one. */
  readonly language?: string;
}

const FLAWED = 'case-1-mri-spine.flawed.emh';

const SESSIONS: readonly Session[] = [
  {
    name: '',
    file: FLAWED,
    // The file that an address names must not take the place of what was open.
    settings: { 'editor.codeActionsOnSave': { 'source.syncImpression': 'explicit' }, 'window.restoreWindows': 'preserve' },
    steps: STEPS,
  },
  { name: 'reporting', file: null, settings: { 'emh.dictation.live': true }, steps: REPORTING },
  { name: 'pseudo', file: FLAWED, settings: {}, steps: IN_PSEUDO, language: PSEUDO },
];

/** Which extension host has the extension: the node one, as on a desktop, or the web worker one, as in a browser alone. */
type Kind = 'node' | 'web';

/** Drives the workbench as a person does, and takes a picture after each step. A session stops at the first step that fails. */
export async function runThroughUi(browser: Browser, vsix: string | null): Promise<Counts> {
  const tally = new Tally();
  // Words are given to an installed package, never to the sources.
  for (const session of SESSIONS.filter(({ language }) => language === undefined || vsix !== null))
    await runSession(browser, vsix, 'node', session, tally);
  return tally.counts;
}

/** The same with the extension in the web worker extension host; its pictures are in `web/`. Its words stay English. */
export async function runThroughWebUi(browser: Browser, vsix: string | null): Promise<Counts> {
  const tally = new Tally();
  for (const session of SESSIONS.filter(({ language }) => language === undefined))
    await runSession(browser, vsix, 'web', { ...session, name: join('web', session.name) }, tally);
  return tally.counts;
}

async function runSession(
  browser: Browser,
  vsix: string | null,
  kind: Kind,
  { name: folder, file, settings, steps, language }: Session,
  tally: Tally,
): Promise<void> {
  // Not installed for the web: then the node extension host would take it.
  const editor = await startEditor({ vsix: kind === 'node' ? vsix : null, settings });
  const context = await browser.newContext({
    // The workbench may then read an extension from another origin.
    bypassCSP: kind === 'web',
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { home } = editor.workspace;
  const unpacked = kind === 'web' && vsix !== null ? installPackage(vsix, join(home, 'unpacked'), home) : root;
  const files = kind === 'web' ? await serveFiles([['/extension/', unpacked]]) : null;
  try {
    if (files !== null) await develop(context, [{ scheme: 'http', authority: files.authority, path: '/extension' }]);
    if (language !== undefined && editor.installed !== null) await speak(language, editor.installed, context);
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    const open: [string, string][] = file === null ? [] : [['openFile', editor.uri(join(editor.workspace.folder, file))]];
    const source: [string, string][] = kind === 'node' && vsix === null ? [['extensionDevelopmentPath', editor.uri(root)]] : [];
    await page.goto(editor.windowUrl([...open, ...source]));
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    for (const [name, title, step] of steps) {
      const start = performance.now();
      const why = await step(page).then(
        () => '',
        (error: unknown) => String(error),
      );
      await takePicture(page, join(folder, why === '' ? name : `${name}-failed`));
      tally.add({ outcome: why === '' ? 'pass' : 'fail', title, ms: Math.round(performance.now() - start), why });
      if (why !== '') break;
    }
  } finally {
    await context.close();
    files?.stop();
    await editor.stop();
  }
}

/** Puts words of a language beside the English ones of an installed package, and has the editor ask for that language. */
async function speak(language: string, folder: string, context: BrowserContext): Promise<void> {
  for (const english of ['package.nls.json', BUNDLE]) {
    const words = translated(JSON.parse(readFileSync(join(folder, english), 'utf8')) as Record<string, string>);
    writeFileSync(join(folder, english.replace('.json', `.${language}.json`)), JSON.stringify(words));
  }
  await context.addInitScript((name) => {
    // The editor's own words stay English: it has none of that language.
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => name, set: () => undefined });
  }, language);
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path });
}
