import type { Locator, Page } from 'playwright-core';
import type { Step } from './steps.ts';
import { find, lineWith, panel, picked, run, walkthrough } from './workbench.ts';

/** A language that nobody speaks: English between brackets, which tells words that can be translated from those that cannot. */
export const PSEUDO = 'qps-ploc';

/** Each text between brackets. */
export const translated = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, own]) => [key, `⟦${own}⟧`]));

/** All that the extension shows, in that language. */
export const IN_PSEUDO: readonly Step[] = [
  ['1-commands', 'commands are in the language of the editor', commands],
  ['2-status', 'so is the language status', status],
  ['3-signing', 'so is what is open before signing', signing],
  ['4-map', 'so is what stands around the spine map', map],
  ['5-preview', 'so is the preview', preview],
  ['6-templates', 'so is what a new report is asked for', templates],
  ['7-settings', 'so are the settings', settings],
  ['8-walkthrough', 'so are the walkthroughs', (page) => walkthrough(page, 'EMH Report for Radiologists', '⟦Open a sample report⟧')],
];

async function commands(page: Page): Promise<void> {
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await find(page, 'EMH Report: ', 'Before Signing');
  await allBracketed(page.locator('.quick-input-list .monaco-list-row', { hasText: 'EMH Report: ' }));
  await page.keyboard.press('Escape');
}

async function status(page: Page): Promise<void> {
  await page.locator('#status\\.languageStatus').hover();
  await page.locator('.hover-language-status', { hasText: 'errors' }).first().waitFor();
  await page.locator('.hover-language-status', { hasText: 'impression out of step' }).first().waitFor();
  await allBracketed(page.locator('.hover-language-status .element'));
}

async function signing(page: Page): Promise<void> {
  await lineWith(page, 'IMPRESSION').click();
  await run(page, 'Before Signing');
  await page.locator('.quick-input-title', { hasText: '⟦Before signing' }).waitFor();
  await picked(page, '⟦line 18⟧').first().waitFor();
  await picked(page, '⟦Errors⟧').first().waitFor();
  await page.keyboard.press('Escape');
}

async function map(page: Page): Promise<void> {
  await run(page, 'Show Spine Map');
  await page.locator('.tab', { hasText: '⟦Spine Map⟧' }).waitFor();
  await panel(page).locator('summary', { hasText: '⟦In words⟧' }).waitFor();
}

async function preview(page: Page): Promise<void> {
  await run(page, 'Show Preview');
  await page.locator('.tab', { hasText: '⟦Report Preview⟧' }).waitFor();
  await panel(page).locator('main[aria-label="⟦Report Preview⟧"] .block').first().waitFor();
}

async function templates(page: Page): Promise<void> {
  await run(page, 'New Report from Template');
  await page.locator('.quick-input-title', { hasText: '⟦New report⟧' }).waitFor();
  await page.locator('.quick-input-box input[placeholder="⟦Choose a template⟧"]').waitFor();
  await page.keyboard.press('Escape');
}

async function settings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.locator('.settings-editor').waitFor();
  await page.keyboard.type('@ext:emh-report.emh-report');
  const descriptions = page.locator('.settings-editor .setting-item-description');
  await descriptions.filter({ hasText: 'Checks all reports' }).waitFor();
  await allBracketed(descriptions);
}

/** Each of these texts holds words of that language. */
async function allBracketed(texts: Locator): Promise<void> {
  const all = (await texts.allInnerTexts()).filter((text) => /\p{L}/u.test(text));
  const bare = all.filter((text) => !text.includes('⟦'));
  if (all.length === 0 || bare.length > 0) throw new Error(`${bare.length} of ${all.length} are not translated: ${bare.join(' | ')}`);
}
