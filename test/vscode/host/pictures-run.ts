import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { BEST, LOOKS, SCENES, type Scene } from '../pictures/scenes.ts';
import { problem } from '../ui/workbench.ts';
import { type Counts, Tally } from './counts.ts';
import { startEditor } from './editor.ts';
import { reducePng } from './palette-png.ts';
import { SCREENSHOTS } from './paths.ts';

const STEP_MS = 60_000;
/** Of a picture that README.md shows. */
const LIMIT_BYTES = 150_000;
const FLAWED = 'case-1-mri-spine.flawed.emh';
/** Nothing but the report and what stands beside it. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'problems.decorations.enabled': false,
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'window.commandCenter': false,
  'window.title': 'EMH Report',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'right',
};

/** Takes the pictures of each scene in each look, with the packed extension (a window that develops one keeps its own theme), and puts the best where README.md shows them. */
export async function takePictures(browser: Browser, vsix: string | null): Promise<Counts> {
  const tally = new Tally();
  for (const [look, theme] of Object.entries(LOOKS)) {
    const editor = await startEditor({ vsix, settings: { ...SETTINGS, 'workbench.colorTheme': theme } });
    try {
      const file = editor.uri(join(editor.workspace.folder, FLAWED));
      const url = editor.windowUrl([['openFile', file]]);
      for (const scene of SCENES) await takePicture({ browser, url, scene, look, tally });
    } finally {
      await editor.stop();
    }
  }
  return tally.counts;
}

interface Taken {
  readonly browser: Browser;
  readonly url: string;
  readonly scene: Scene;
  readonly look: string;
  readonly tally: Tally;
}

async function takePicture({ browser, url, scene, look, tally }: Taken): Promise<void> {
  const name = `${scene.name}-${look}`;
  // A profile of its own, so that each scene begins the same.
  const context = await browser.newContext({ viewport: scene.size });
  const start = performance.now();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    await page.goto(url);
    const why = await checked(page)
      .then(() => scene.play(page))
      .then(
        () => '',
        (error: unknown) => String(error),
      );
    await page.evaluate(() => document.fonts.ready);
    const picture = reducePng(await page.screenshot({ animations: 'disabled', caret: 'initial' }));
    mkdirSync(SCREENSHOTS, { recursive: true });
    writeFileSync(join(SCREENSHOTS, `${name}${why === '' ? '' : '-failed'}.png`), picture);
    const tooLarge = picture.length > LIMIT_BYTES ? `${picture.length} bytes are too many` : '';
    if (why === '' && BEST.includes(name)) writeFileSync(join(root, 'docs/pictures', `${name}.png`), picture);
    const title = `${name}, ${Math.round(picture.length / 1000)} kB`;
    tally.add({ outcome: why + tooLarge === '' ? 'pass' : 'fail', title, ms: Math.round(performance.now() - start), why: why + tooLarge });
  } finally {
    await context.close();
  }
}

/** Waits until the report is checked, and leaves the report alone in the window. */
async function checked(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  await problem(page, 'level-drift').waitFor();
  await page.keyboard.press('Control+Shift+M');
  await problem(page, 'level-drift').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+B');
}
