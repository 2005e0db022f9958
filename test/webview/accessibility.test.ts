import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { ToPage } from '../../client/common/panels/messages.ts';
import { themedStyle } from '../../language/map/palette.ts';
import { spineMap } from '../../language/map/spine-map.ts';
import { previewOf, previewPage } from '../../language/preview/preview.ts';
import { PREVIEW_STYLE } from '../../language/preview/style.ts';
import { root } from '../../scripts/root.ts';
import { language } from '../map/check.ts';
import { startChromium } from '../vscode/host/chromium.ts';
import { LeftOut } from '../vscode/host/left-out.ts';
import { serious } from './serious.ts';
import { THEMES, type Theme } from './themes.ts';

const text = readFileSync(join(root, 'examples/case-1-mri-spine.flawed.emh'), 'utf8');
const snapshot = language.read(text);

describe('the pages of the panels', () => {
  let browser: Browser;
  let script: string;

  before(async function () {
    try {
      browser = await startChromium();
    } catch (error) {
      if (error instanceof LeftOut) return this.skip();
      throw error;
    }
    const built = await build({
      entryPoints: [join(root, 'client/webview/panel.ts')],
      bundle: true,
      format: 'iife',
      write: false,
      target: 'es2022',
    });
    script = built.outputFiles[0]?.text ?? '';
  });
  after(() => browser?.close());

  for (const theme of THEMES) {
    it(`have nothing serious against accessibility (${theme.name})`, async () => {
      for (const told of [mapMessage(), previewMessage()]) {
        const page = await opened(browser, script, theme);
        await tell(page, told);
        assert.deepEqual(await serious(page), []);
        await page.close();
      }
    });
  }

  it('lead back to what was chosen by pointer and by keyboard', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await tell(page, mapMessage());
    await page.locator('[data-finding="f2"] text').first().click();
    await page.locator('[data-finding="f1"]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await tell(page, previewMessage());
    await page.locator('.notes li').first().focus();
    await page.keyboard.press(' ');
    const said = await heard(page);
    assert.deepEqual(
      said.filter(({ kind }) => kind === 'finding').map(({ id }) => id),
      ['f2', 'f1'],
    );
    assert.equal(said.at(-1)?.kind, 'words');
    await page.close();
  });

  it('light up what the cursor is in', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await tell(page, mapMessage());
    await tell(page, { kind: 'cursor', findings: ['f2'], levels: ['T4', 'T5'], offset: 0 });
    assert.deepEqual((await heard(page)).at(-1)?.lit, ['T4', 'T5', 'f2']);
    await page.close();
  });

  it('run nothing that a report holds', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    const evil = language.read(
      'FINDINGS\nRibs <img src=x onerror="window.hit=1"><script>window.hit=1</script>: Mass at D4 <svg onload="window.hit=1">.\n',
    );
    const map = spineMap(evil, 0, language.lexicon, { kind: 'themed' });
    await tell(page, { kind: 'map', uri: 'a', svg: map?.svg ?? '', style: themedStyle(), description: map?.description ?? '' });
    await tell(page, { kind: 'preview', uri: 'a', html: previewOf(evil), style: PREVIEW_STYLE });
    assert.equal(await page.locator('img, script[src=x], svg').count(), 0);
    assert.equal(await page.evaluate(() => 'hit' in window), false);
    await page.close();
  });

  it('stand alone too: the saved preview', async () => {
    const page = await browser.newPage();
    await page.setContent(previewPage(snapshot, 'Report'));
    assert.deepEqual(await serious(page), []);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.notes').first().isVisible(), false);
    await page.close();
  });
});

function mapMessage(): ToPage {
  const map = spineMap(snapshot, 0, language.lexicon, { kind: 'themed' });
  return { kind: 'map', uri: 'a', svg: map?.svg ?? '', style: themedStyle(), description: map?.description ?? '' };
}

const previewMessage = (): ToPage => ({ kind: 'preview', uri: 'a', html: previewOf(snapshot), style: PREVIEW_STYLE });

/** A page as the panels make it, in an editor that keeps what it is told. */
async function opened(browser: Browser, script: string, theme: Theme): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const variables = Object.entries(theme.colours).map(([name, colour]) => `--vscode-${name}: ${colour};`);
  await page.setContent(`<!DOCTYPE html><html lang="en" style="${variables.join(' ')}"><head><title>Panel</title></head>
<body class="${theme.body}"><main id="content" aria-label="Panel"></main></body></html>`);
  await page.evaluate((code) => {
    const said: unknown[] = [];
    Object.assign(window, {
      said,
      acquireVsCodeApi: () => ({ postMessage: (message: unknown) => said.push(message), setState: () => undefined }),
    });
    // biome-ignore lint/security/noGlobalEval: the page under test runs its own script.
    (0, eval)(code);
  }, script);
  return page;
}

/** Tells the page something, and waits until it has taken it. */
const tell = (page: Page, message: ToPage): Promise<unknown> =>
  page.evaluate(async (data) => {
    const taken = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    window.postMessage(data, '*');
    await taken;
  }, message);

const heard = (page: Page): Promise<{ kind: string; id?: string; lit?: string[] }[]> =>
  page.evaluate(() => (window as unknown as { said: { kind: string }[] }).said);
