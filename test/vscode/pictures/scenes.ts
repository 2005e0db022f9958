import type { Page } from 'playwright-core';
import { offerFix } from '../ui/steps.ts';
import { cursorIn, lineWith, panel, problem, run, walkthrough } from '../ui/workbench.ts';

/** What is looked at. It begins with a flawed report, open and checked. */
export interface Scene {
  readonly name: string;
  /** Of the window, in dots. */
  readonly size: { readonly width: number; readonly height: number };
  play(page: Page): Promise<unknown>;
}

export const SCENES: readonly Scene[] = [
  { name: 'diagnostics', size: { width: 1120, height: 760 }, play: diagnostics },
  { name: 'spine-map', size: { width: 1440, height: 960 }, play: map },
  { name: 'preview', size: { width: 1440, height: 900 }, play: preview },
  {
    name: 'walkthrough',
    size: { width: 1280, height: 700 },
    play: async (page) => {
      await walkthrough(page, 'EMH Report for Radiologists', 'Open a sample report');
      // The page beside the steps comes later.
      await panel(page).locator('code, p').first().waitFor();
    },
  },
];

/** Theme of the editor, by the name that the picture's file has for it. */
export const LOOKS: Readonly<Record<string, string>> = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'high-contrast': 'Default High Contrast',
};

/** Pictures that README.md shows: one of each scene. */
export const BEST: readonly string[] = ['diagnostics-dark', 'spine-map-light', 'preview-light', 'walkthrough-high-contrast'];

async function diagnostics(page: Page): Promise<void> {
  await lineWith(page, 'IMPRESSION').click();
  await page.keyboard.press('Control+Shift+M');
  // On the message: the rule behind it is a link.
  await problem(page, 'level-drift').dblclick({ position: { x: 90, y: 8 } });
  await cursorIn(page, 'Ln 18');
  await page.locator('.monaco-editor.focused').waitFor();
  await offerFix(page);
  // Away from what shows a tip where the pointer rests.
  await page.mouse.move(4, 4);
  await page.locator('.monaco-hover:visible').waitFor({ state: 'detached' });
}

async function map(page: Page): Promise<void> {
  await lineWith(page, 'causing cord compression').click();
  await run(page, 'Show Spine Map');
  await panel(page).locator('.finding.lit').first().waitFor();
}

async function preview(page: Page): Promise<void> {
  await lineWith(page, '1. Lobulated extradural masses').click();
  await run(page, 'Show Preview');
  await panel(page).locator('.block.lit', { hasText: 'D10' }).waitFor();
}
