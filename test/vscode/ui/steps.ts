import type { Page } from 'playwright-core';
import { action, cursorIn, find, isSeen, lineWith, panel, picked, problem, run, suggestion, walkthrough } from './workbench.ts';

/** One step and the picture that is taken after it. */
export type Step = readonly [picture: string, title: string, step: (page: Page) => Promise<unknown>];

/** Steps through a flawed report in the workbench; each goes on where the one before it stopped. */
export const STEPS: readonly Step[] = [
  ['1-squiggles', 'the wrong words are underlined', (page) => page.locator('.monaco-editor .squiggly-error').first().waitFor()],
  ['2-problems', 'Problems lists what is wrong', problems],
  ['3-hover', 'the message is shown at the words', hover],
  ['4-quick-fix', 'a quick fix is offered', offerFix],
  ['5-fixed', 'the quick fix mends the words', takeFix],
  ['6-completion', 'levels are offered while "D4 to" is typed', complete],
  ['7-completed', 'a level is taken', takeCompletion],
  ['8-saved', 'saving brings the impression in line', save],
  ['9-status', 'the language status counts what is open', status],
  ['10-command', 'the command palette offers the command', (page) => find(page, 'EMH Report: ', 'Sync Impression')],
  ['11-signing', 'what is open before signing is listed', signing],
  ['12-findings', 'the findings are shown by region', findings],
  ['13-map', 'the spine map is shown beside the report', map],
  ['14-map-click', 'a finding of the map leads to its words', mapClick],
  ['15-map-keys', 'so does Enter on one', mapKeys],
  ['16-preview', 'the preview is shown, and a passage leads to its words', preview],
  [
    '17-walkthrough',
    'the walkthrough begins with a sample report',
    (page) => walkthrough(page, 'EMH Report for Radiologists', 'Open a sample report'),
  ],
  ['18-reloaded', 'both panels are there again after a reload', reloaded],
];

async function problems(page: Page): Promise<void> {
  await lineWith(page, 'IMPRESSION').click();
  await page.keyboard.press('Control+Shift+M');
  await problem(page, 'level-drift').waitFor();
  await problem(page, 'cord-compression-without-canal-narrowing').waitFor();
}

async function hover(page: Page): Promise<void> {
  await problem(page, 'level-drift').dblclick();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.locator('.monaco-hover:visible', { hasText: 'The impression says D3 to D10' }).waitFor();
}

/** The list of fixes at the cursor, with the one of the level. */
export async function offerFix(page: Page): Promise<void> {
  const fix = action(page, 'Replace "D3 to D10" by "D3 to D8"');
  // A busy editor drops the first request; a person asks again.
  for (let again = 0; again < 5; again++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    if (await isSeen(fix)) return;
  }
  await fix.waitFor();
}

async function takeFix(page: Page): Promise<void> {
  await action(page, 'Replace "D3 to D10" by "D3 to D8"').click();
  await lineWith(page, '1. Lobulated extradural masses from D3 to D8,').waitFor();
  await problem(page, 'level-drift').waitFor({ state: 'detached' });
}

async function complete(page: Page): Promise<void> {
  await lineWith(page, 'Paraspinal: Soft-tissue masses').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Canal narrowing at D4 to ');
  await suggestion(page, 'D7').waitFor();
}

async function takeCompletion(page: Page): Promise<void> {
  await page.keyboard.type('D7');
  // Enter begins a line as long as the list is not yet filtered by what was typed.
  await suggestion(page, 'D7', '.focused').waitFor();
  await suggestion(page, 'D6').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await lineWith(page, 'Canal narrowing at D4 to D7.').waitFor();
  await problem(page, 'cord-compression-without-canal-narrowing').waitFor({ state: 'detached' });
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await lineWith(page, '1. Cord compression at D4 to D7').waitFor();
  await problem(page, 'critical-missing').waitFor({ state: 'detached' });
}

async function status(page: Page): Promise<void> {
  await page.locator('#status\\.languageStatus').hover();
  await page.locator('.hover-language-status', { hasText: 'No errors or warnings' }).waitFor();
}

async function signing(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await lineWith(page, '1. Cord compression at D4 to D7').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' See [date].');
  await run(page, 'Before Signing');
  await picked(page, '"[date]" is not filled in.').waitFor();
}

async function findings(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+E');
  const view = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Findings' }) });
  await view.locator('.pane-header').click();
  await view.locator('.monaco-list-row', { hasText: 'Thoracic spine' }).waitFor();
  await view.locator('.monaco-list-row[aria-label^="cord compression, D4 to D7"]').first().waitFor();
}

async function map(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await lineWith(page, 'IMPRESSION').click();
  await run(page, 'Show Spine Map');
  await panel(page).locator('.finding', { hasText: 'Cord compression' }).first().waitFor();
  // Beside the report there is little room: one view is below the other, and nothing must be scrolled sideways.
  await panel(page).locator('.spine-map.tall').waitFor();
  const [inside, room] = await panel(page)
    .locator('html')
    .evaluate((html) => [html.scrollWidth, html.clientWidth]);
  if (inside === undefined || room === undefined || inside > room) throw new Error(`${inside} dots in a panel of ${room}`);
}

async function mapClick(page: Page): Promise<void> {
  await panel(page).locator('.finding text', { hasText: 'Cord compression' }).first().click();
  await cursorIn(page, 'Ln 10');
}

async function mapKeys(page: Page): Promise<void> {
  await panel(page).locator('.finding', { hasText: 'Mass (extradural)' }).first().focus();
  await page.keyboard.press('Enter');
  await cursorIn(page, 'Ln 9');
}

async function preview(page: Page): Promise<void> {
  await run(page, 'Show Preview');
  await panel(page).locator('.block', { hasText: 'Result telephoned' }).click();
  await cursorIn(page, 'Ln 2');
}

async function reloaded(page: Page): Promise<void> {
  // As the editor does it: a page that is merely loaded anew would lose what was not written yet.
  await find(page, 'Developer: Reload Window', 'Reload Window');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.locator('.tab', { hasText: 'Report Preview' }).click();
  await panel(page).locator('.block', { hasText: 'Result telephoned' }).waitFor();
  await page.locator('.tab', { hasText: 'Spine Map' }).click();
  await panel(page).locator('.finding', { hasText: 'Cord compression' }).first().waitFor();
}
