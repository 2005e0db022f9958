import type { Page } from 'playwright-core';
import type { Step } from './steps.ts';
import { lineWith, picked, run, suggestion } from './workbench.ts';

/** A report from nothing to signed, as a radiologist makes it: by keyboard and by voice, with no pointer. */
export const REPORTING: readonly Step[] = [
  ['1-template', 'a template is chosen by its words', template],
  ['2-present', 'what is present is chosen', present],
  ['3-first-field', 'the first field is selected, its choices are offered', firstField],
  ['4-filled', 'Tab goes from field to field', fill],
  ['5-next-field', 'F7 goes to what is left open', nextField],
  ['6-default', 'Alt+F7 takes the default', takeDefault],
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
  await picked(page, 'mass').first().waitFor();
  // Mass and compression are the first two. From the box of words, Tab goes to the list.
  await page.keyboard.press('Tab');
  for (const count of [1, 2]) {
    if (count > 1) await page.keyboard.press('ArrowDown');
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
}

async function nextField(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F7');
}

async function takeDefault(page: Page): Promise<void> {
  await page.keyboard.press('Alt+F7');
}

async function dictate(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+Z');
}

async function sync(page: Page): Promise<void> {
  await run(page, 'Sync Impression');
}

async function signing(page: Page): Promise<void> {
  await run(page, 'Before Signing');
  await page.locator('.quick-input-title', { hasText: 'Before signing' }).waitFor();
}

async function copy(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await run(page, 'Copy as Plain Text');
}
