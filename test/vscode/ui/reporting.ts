import type { Locator, Page } from 'playwright-core';
import type { Step } from './steps.ts';
import { cursorIn, lineWith, picked, run, suggestion } from './workbench.ts';

/** A report from nothing to signed, as a radiologist makes it: by keyboard and by voice, with no pointer. */
export const REPORTING: readonly Step[] = [
  ['1-template', 'a template is chosen by its words', template],
  ['2-present', 'what is present is chosen', present],
  ['3-first-field', 'the first field is selected, its choices are offered', firstField],
  ['4-filled', 'Tab goes from field to field', fill],
  ['5-twice', 'F7 does so too, and what stands twice is filled twice', fillTwice],
  ['6-left-open', 'F7 goes to what was left open', leftOpen],
  ['7-dictated', 'what is dictated becomes report text', dictate],
  ['8-undone', 'undo brings back what was said', undo],
  ['9-synced', 'the impression follows', sync],
  ['10-signing', 'what is open is listed', signing],
  ['11-signed', 'the report is copied when nothing is open', copy],
];

async function template(page: Page): Promise<void> {
  await run(page, 'New Report from Template');
  await page.locator('.quick-input-title', { hasText: 'New report' }).waitFor();
  await page.keyboard.type('without and with');
  await picked(page, 'MRI spine for extramedullary haematopoiesis, without and with contrast').waitFor();
}

async function present(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-box input[placeholder^="What is present?"]').waitFor();
  await picked(page, 'compression').waitFor();
  // Mass and compression are the first two.
  for (const count of [1, 2]) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.quick-input-count', { hasText: `${count} Selected` }).waitFor();
  }
}

async function firstField(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await lineWith(page, 'Template: mri-spine').waitFor();
  await suggestion(page, 'thoracic spine').waitFor();
}

async function fill(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  for (const words of ['2026-03-02', '30-year-old female', 'Thalassaemia intermedia. Weak legs.']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await lineWith(page, 'History: Thalassaemia intermedia. Weak legs.').waitFor();
  await suggestion(page, 'the sacrum').waitFor();
}

async function fillTwice(page: Page): Promise<void> {
  await field(page, 6, '[*mass levels: levels]', 'D4 to D7');
  await field(page, 1, '[*mass size: size]', '5.2 x 1.4 cm');
  await field(page, 5, '[*canal levels: levels]', 'D5 to D6');
  await field(page, 1, '[*worst: level]', 'D5');
  await lineWith(page, '1. Extradural mass at D4 to D7, 5.2 x 1.4 cm').waitFor();
}

async function leftOpen(page: Page): Promise<void> {
  // The first closes the list of choices, the second leaves the template.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await field(page, 1, '[*told: name]', 'the treating team');
  await field(page, 1, '[*told on: date]', '2026-03-02');
  await field(page, 1, '[*told at: time]', '16:20');
  await lineWith(page, '2. Result telephoned to the treating team on 2026-03-02 at 16:20.').waitFor();
}

async function dictate(page: Page): Promise<void> {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-box input').waitFor();
  await page.keyboard.type('18');
  await page.keyboard.press('Enter');
  await cursorIn(page, 'Ln 18');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  // It comes at once, as from voice input. What a browser's page inserts is typed key by key, so it is pasted.
  await page.evaluate((words) => navigator.clipboard.writeText(words), 'the spleen measures seventeen centimeters period ');
  await page.keyboard.press('Control+V');
  await lineWith(page, 'The spleen measures 17 cm.').waitFor();
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+Z');
  await lineWith(page, 'the spleen measures seventeen centimeters period').waitFor();
  await page.keyboard.press('Control+Y');
  await lineWith(page, 'The spleen measures 17 cm.').waitFor();
}

async function sync(page: Page): Promise<void> {
  await run(page, 'Sync Impression');
  await said(page, 'the impression').waitFor();
}

async function signing(page: Page): Promise<void> {
  await run(page, 'Before Signing');
  await said(page, 'EMH Report: ').waitFor();
}

async function copy(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await run(page, 'Copy as Plain Text');
  await said(page, 'copied').waitFor();
}

/** Goes on by F7, so many times, to an open field, and fills it. */
async function field(page: Page, times: number, open: string, words: string): Promise<void> {
  for (let each = 0; each < times; each++) await page.keyboard.press('F7');
  // A field that stands twice is selected twice.
  await selection(page, new RegExp(`\\((?:${open.length}|${2 * open.length} characters) selected\\)`)).waitFor();
  await page.keyboard.type(words);
  await page.locator('#status\\.editor\\.selection').filter({ hasNotText: 'selected' }).waitFor();
}

/** How much is selected, in the status bar. */
const selection = (page: Page, words: RegExp): Locator => page.locator('#status\\.editor\\.selection', { hasText: words });

/** A passing message. */
const said = (page: Page, words: string): Locator => page.locator('.part.statusbar .statusbar-item', { hasText: words }).first();
