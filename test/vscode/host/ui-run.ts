import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { REPORTING } from '../ui/reporting.ts';
import { STEPS, type Step } from '../ui/steps.ts';
import { type Counts, Tally } from './counts.ts';
import { startEditor } from './editor.ts';
import { SCREENSHOTS } from './paths.ts';

const STEP_MS = 20_000;

/** One window and what is done in it. */
interface Session {
  /** Its pictures are in a folder of that name; empty for those that stand by themselves. */
  readonly name: string;
  /** The file of the examples that is open at first, if any. */
  readonly file: string | null;
  readonly settings: object;
  readonly steps: readonly Step[];
}

const SESSIONS: readonly Session[] = [
  {
    name: '',
    file: 'case-1-mri-spine.flawed.emh',
    settings: { 'editor.codeActionsOnSave': { 'source.syncImpression': 'explicit' } },
    steps: STEPS,
  },
  { name: 'reporting', file: null, settings: { 'emh.dictation.live': true }, steps: REPORTING },
];

/** Drives the workbench as a person does, and takes a picture after each step. A session stops at the first step that fails. */
export async function runThroughUi(browser: Browser, vsix: string | null): Promise<Counts> {
  const tally = new Tally();
  for (const session of SESSIONS) await runSession(browser, vsix, session, tally);
  return tally.counts;
}

async function runSession(browser: Browser, vsix: string | null, { name: folder, file, settings, steps }: Session, tally: Tally) {
  const editor = await startEditor({ vsix, settings });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    const open: [string, string][] = file === null ? [] : [['openFile', editor.uri(join(editor.workspace.folder, file))]];
    const source: [string, string][] = vsix === null ? [['extensionDevelopmentPath', editor.uri(root)]] : [];
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
    await editor.stop();
  }
}

async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path });
}
