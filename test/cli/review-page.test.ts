import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../vscode/host/chromium.ts';
import { LeftOut } from '../vscode/host/left-out.ts';
import { serious } from '../webview/serious.ts';
import { emh, folderWith } from './harness.ts';
import { REVIEWED, type Running, startReview } from './review-process.ts';

const LOOKS = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe('the pages of emh review and emh stats in a browser', function () {
  // Each starts programs of its own.
  this.timeout(60_000);
  const cwd = folderWith(REVIEWED);
  let browser: Browser;
  let running: Running;

  before(async function () {
    try {
      browser = await startChromium();
    } catch (error) {
      if (!(error instanceof LeftOut)) throw error;
      console.log(`    left out: ${error.message}`);
      return this.skip();
    }
    running = await startReview(cwd, 'archive.ndjson', '--reviewer', 'A');
  });
  after(async () => {
    await browser?.close();
    await running?.stop();
  });

  const decisions = (): { verdict: string; note: string }[] =>
    readFileSync(join(cwd, 'archive.ndjson.emh-decisions.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  async function opened(context: object = {}): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 850 }, ...context })).newPage();
    page.on('pageerror', (error) => assert.fail(error.message));
    await page.goto(running.url.href);
    await status(page, /^Alert \d+ of /);
    // What is pressed before a page is painted, the browser drops.
    await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
    return page;
  }

  /** Waits until the page has said something. */
  const status = (page: Page, words: RegExp): Promise<unknown> =>
    page.waitForFunction((source) => new RegExp(source).test(document.getElementById('status')?.textContent ?? ''), words.source);

  for (const { name, ...context } of LOOKS)
    it(`have nothing serious against accessibility (${name})`, async () => {
      const page = await opened(context);
      assert.deepEqual(await serious(page), []);
      await page.keyboard.press('?');
      assert.deepEqual(await serious(page), []);
      const { out } = await emh(['stats', 'archive.ndjson'], { cwd });
      writeFileSync(join(cwd, 'stats.html'), out);
      await page.goto(pathToFileURL(join(cwd, 'stats.html')).href);
      assert.deepEqual(await serious(page), []);
      await page.context().close();
    });

  it('take down by keyboard what a reviewer says', async () => {
    const page = await opened();
    const all = await page.locator('#count').textContent();
    assert.match(all ?? '', /^0 of \d+ judged$/);
    await page.keyboard.press('a');
    await status(page, /^Accepted\. Alert 2 of /);
    await page.keyboard.press('n');
    await page.keyboard.type('jar');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await status(page, /^Rejected\. Alert 3 of /);
    await page.keyboard.press('u');
    await status(page, /^(?:Undone\.|Alert 2 of )/);
    assert.equal(await page.locator('#note').inputValue(), 'jar');
    await page.keyboard.press('k');
    await status(page, /^Alert 1 of /);
    assert.equal(await page.locator('button[data-judgement=accept]').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(
      decisions().map(({ verdict, note }) => [verdict, note]),
      [
        ['accept', ''],
        ['reject', 'jar'],
        ['withdraw', ''],
      ],
    );
    await page.context().close();
  });

  it('mark the words of the alert, and read nothing of a report as markup', async () => {
    const page = await opened();
    await page.selectOption('#rule', 'level-drift');
    await page.locator('button[data-key=j]').click();
    await status(page, /^Alert 2 of 2/);
    assert.match((await page.locator('#text').textContent()) ?? '', /D10\]? ?<b>"&/);
    assert.equal(await page.locator('#text b').count(), 0);
    assert.match((await page.locator('#text mark.main').textContent()) ?? '', /D4 to D10/);
    assert.equal(await page.locator('#text mark.main').count(), 1);
    assert.equal(await page.locator('del').textContent(), 'D4 to D10');
    await page.context().close();
  });

  it('leave single keys alone where a person turns them off', async () => {
    const page = await opened();
    const before = decisions().length;
    await page.locator('button[data-key="?"]').click();
    await page.locator('#keys').uncheck();
    await page.locator('#close').click();
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await page.locator('button[data-key=j]').click();
    await status(page, /^Alert [23] of /);
    assert.equal(decisions().length, before);
    await page.context().close();
  });

  it('take nothing down of an alert that is not shown yet, and no note from one to the next', async () => {
    const page = await opened();
    await page.locator('#open').uncheck();
    const first = await page.locator('#place').textContent();
    const before = decisions().length;
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/alert*', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('n');
    await page.keyboard.type('of the first');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await status(page, /^This alert is not shown yet/);
    assert.equal(await page.locator('#note').inputValue(), '');
    answer();
    await status(page, /^(?:Accepted\. )?Alert \d+ of /);
    assert.notEqual(await page.locator('#place').textContent(), first);
    assert.deepEqual(
      decisions()
        .slice(before)
        .map(({ note }) => note),
      ['of the first'],
    );
    await page.context().close();
  });

  it('take single keys where the focus is on a box to tick', async () => {
    const page = await opened();
    await page.locator('#open').focus();
    await page.keyboard.press('?');
    assert.equal(await page.locator('#help').isVisible(), true);
    await page.context().close();
  });

  it('say what is not saved', async () => {
    const page = await opened();
    await page.route('**/api/decision', (route) => route.abort());
    await page.keyboard.press('r');
    await page.locator('#failure').waitFor();
    assert.match((await page.locator('#failure').textContent()) ?? '', /does not answer.*not saved/);
    await page.context().close();
  });
});
