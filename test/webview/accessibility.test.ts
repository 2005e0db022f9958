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

const messageOf = (map: ReturnType<typeof spineMap>): ToPage => ({
  kind: 'map',
  uri: 'a',
  svg: map?.svg ?? '',
  style: themedStyle(),
  description: map?.description ?? '',
  inWords: 'In words',
});

function mapMessage(): ToPage {
  return messageOf(spineMap(snapshot, 0, language.lexicon, { kind: 'themed' }));
}

const previewMessage = (): ToPage => ({ kind: 'preview', uri: 'a', html: previewOf(snapshot), style: PREVIEW_STYLE });

const PAGES: readonly ToPage[] = [mapMessage(), previewMessage()];

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
      for (const told of [...PAGES, { kind: 'empty', words: 'Open a report to see it here.' } as const]) {
        const page = await opened(browser, script, theme);
        await tell(page, told);
        await page.locator('details').evaluateAll((all) => {
          for (const each of all) each.setAttribute('open', '');
        });
        assert.deepEqual(await serious(page), []);
        await page.close();
      }
    });

    it(`show what has the keyboard, and what the cursor is in (${theme.name})`, async () => {
      for (const told of PAGES) {
        const page = await opened(browser, script, theme);
        await tell(page, told);
        await tell(page, { kind: 'cursor', findings: ['f2'], levels: ['T4'], offset: text.indexOf('Ribs:') });
        await page.keyboard.press('Tab');
        assert.deepEqual(await serious(page), []);
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
        const frame = await page.evaluate(() => {
          const drawn = document.activeElement?.querySelector('.frame');
          return drawn ? Number.parseFloat(getComputedStyle(drawn).strokeWidth) : 0;
        });
        assert.ok(outline !== 'none' || frame >= 2, `nothing shows the focus in ${told.kind}`);
        await page.close();
      }
    });
  }

  it('can be walked by keyboard: the map from finding to finding, and its words', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await tell(page, mapMessage());
    const ids = await page.locator('.finding[tabindex]').evaluateAll((all) => all.map((each) => each.getAttribute('data-finding')));
    assert.ok(ids.length > 3);
    const seen: (string | null)[] = [];
    for (let i = 0; i < ids.length; i++) {
      await page.keyboard.press('Tab');
      seen.push(await focused(page, 'data-finding'));
    }
    assert.deepEqual(seen, ids);
    await page.keyboard.press('Home');
    assert.equal(await focused(page, 'data-finding'), ids[0]);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page, 'data-finding'), ids[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('details li').first().isVisible(), 'the words are not reached');
    await page.close();
  });

  it('can be walked by keyboard: the preview from passage to passage, with the notes beside them', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await tell(page, previewMessage());
    const stops = await page.locator('.block, .notes li').evaluateAll((all) => all.map((each) => each.getAttribute('data-start')));
    await page.keyboard.press('Tab');
    const seen: (string | null)[] = [await focused(page, 'data-start')];
    for (let i = 1; i < stops.length; i++) {
      await page.keyboard.press('ArrowDown');
      seen.push(await focused(page, 'data-start'));
    }
    assert.deepEqual(seen, stops);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    assert.equal((await heard(page)).at(-1)?.kind, 'words');
    // Drawn anew, as after an edit: the keyboard stays where it was.
    await page.keyboard.press('End');
    await tell(page, previewMessage());
    assert.equal(await focused(page, 'data-start'), stops.at(-1));
    await page.close();
  });

  it('are entered by keyboard where the cursor is', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await tell(page, previewMessage());
    const at = text.indexOf('Paraspinal:');
    await tell(page, { kind: 'cursor', findings: [], levels: [], offset: at + 4 });
    await page.locator('.block[tabindex="0"]').focus();
    assert.equal(await focused(page, 'data-start'), String(at));
    await page.close();
  });

  it('scroll with the editor, and say where somebody scrolled them to', async () => {
    const page = await opened(browser, script, THEMES[0] as Theme);
    await page.setViewportSize({ width: 900, height: 300 });
    await tell(page, previewMessage());
    const at = text.indexOf('Ribs:');
    await tell(page, { kind: 'scroll', offset: at, cursor: null });
    assert.equal((await heard(page)).at(-1)?.top, at);
    const before = (await heard(page)).length;
    await page.mouse.move(300, 150);
    await page.mouse.wheel(0, -2000);
    await page.waitForFunction(() => (window as unknown as { said: { kind: string }[] }).said.at(-1)?.kind === 'scrolled');
    const said = (await heard(page)).slice(before);
    assert.deepEqual([...new Set(said.map(({ kind }) => kind))], ['scrolled'], 'what the editor asked for is not said back');
    // A cursor that is seen in the editor is seen here too.
    await tell(page, { kind: 'scroll', offset: 0, cursor: text.lastIndexOf('Result telephoned') });
    assert.ok(
      await page.locator('.block', { hasText: 'Result telephoned' }).evaluate((block) => block.getBoundingClientRect().bottom <= 300),
    );
    await page.close();
  });

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
    await tell(page, messageOf(map));
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

const focused = (page: Page, attribute: string): Promise<string | null> =>
  page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute);

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

const heard = (page: Page): Promise<{ kind: string; id?: string; lit?: string[]; top?: number }[]> =>
  page.evaluate(() => (window as unknown as { said: { kind: string }[] }).said);
