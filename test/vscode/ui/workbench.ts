import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Runs a command of the extension by its name. */
export const run = async (page: Page, name: string): Promise<void> => {
  await find(page, `EMH Report: ${name}`, name);
  await page.keyboard.press('Enter');
};

/**
 * Writes a command's whole name in the command palette, and waits until the list has words of it.
 * An editor that has just started may not know the command yet, and a list that is open does not learn of it;
 * a page that has the focus hands the key on late, so that the first letters may not reach the list.
 */
export async function find(page: Page, command: string, words: string): Promise<void> {
  const found = picked(page, words).first();
  for (let again = 0; again < 10; again++) {
    await page.keyboard.press('F1');
    await isSeen(page.locator('.quick-input-widget'));
    await page.keyboard.type(command);
    if (await isSeen(found)) return;
    await page.keyboard.press('Escape');
  }
  await found.waitFor();
}

/** Whether something is seen within a few seconds. */
export const isSeen = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );

/** Opens a walkthrough by its title, and waits for the title of its first step. */
export async function walkthrough(page: Page, title: string, first: string): Promise<void> {
  await find(page, 'Welcome: Open Walkthrough', 'Open Walkthrough');
  await page.keyboard.press('Enter');
  await page.keyboard.type(title);
  await picked(page, title).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.gettingStartedContainer', { hasText: first }).waitFor();
}

/** The page of the panel that is seen: a frame in a frame. */
export const panel = (page: Page): FrameLocator => page.locator('iframe.webview').last().contentFrame().locator('iframe').contentFrame();

/** Waits until the status bar has the cursor there. */
export const cursorIn = (page: Page, line: string): Promise<void> =>
  page.locator('#status\\.editor\\.selection', { hasText: line }).waitFor();

/** A line of the report. The editor draws blanks as no-break spaces, which a locator reads as blanks. */
export const lineWith = (page: Page, words: string): Locator => page.locator('.monaco-editor .view-line', { hasText: words }).first();

/** A line of the list that is asked from. */
export const picked = (page: Page, words: string): Locator => page.locator('.quick-input-list .monaco-list-row', { hasText: words });

export const problem = (page: Page, words: string): Locator => page.locator('.markers-panel .monaco-list-row', { hasText: words });

export const action = (page: Page, title: string): Locator => page.locator('.action-widget .monaco-list-row', { hasText: title });

export const suggestion = (page: Page, label: string, state = ''): Locator =>
  page.locator(`.suggest-widget .monaco-list-row${state}`, { has: page.getByText(label, { exact: true }) }).first();
