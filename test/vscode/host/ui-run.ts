import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { STEPS } from '../ui/steps.ts';
import { type Counts, Tally } from './counts.ts';
import { startEditor } from './editor.ts';
import { SCREENSHOTS } from './paths.ts';

const STEP_MS = 20_000;

/** Drives the workbench as a person does, and takes a picture after each step. Stops at the first step that fails. */
export async function runThroughUi(browser: Browser, vsix: string | null): Promise<Counts> {
  const tally = new Tally();
  const settings = { 'editor.codeActionsOnSave': { 'source.syncImpression': 'explicit' } };
  const editor = await startEditor({ vsix, settings });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    const file = editor.uri(join(editor.workspace.folder, 'case-1-mri-spine.flawed.emh'));
    const source: [string, string][] = vsix === null ? [['extensionDevelopmentPath', editor.uri(root)]] : [];
    await page.goto(editor.windowUrl([['openFile', file], ...source]));
    for (const [name, title, step] of STEPS) {
      const start = performance.now();
      const why = await step(page).then(
        () => '',
        (error: unknown) => String(error),
      );
      await takePicture(page, why === '' ? name : `${name}-failed`);
      tally.add({ outcome: why === '' ? 'pass' : 'fail', title, ms: Math.round(performance.now() - start), why });
      if (why !== '') break;
    }
  } finally {
    await context.close();
    await editor.stop();
  }
  return tally.counts;
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
