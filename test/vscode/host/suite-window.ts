import type { Browser, BrowserContext } from 'playwright-core';
import { fromLine } from '../suite/event.ts';
import type { Counts } from './counts.ts';
import { Tally } from './counts.ts';
import { within } from './within.ts';

const LIMIT_MS = 60_000;

/** Opens a window whose extension host runs a suite, and waits for its end. The address or `prepare` names extension and suite. */
export async function runSuite(browser: Browser, url: string, prepare?: (context: BrowserContext) => Promise<void>): Promise<Counts> {
  const tally = new Tally();
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  await prepare?.(context);
  const page = await context.newPage();
  if (process.env.EMH_EDITOR_LOG) page.on('console', (message) => console.log(`[window] ${message.text()}`));
  const ended = new Promise<number>((resolve) => {
    // The workbench looks for these two: the first gets its extension host's console, the second the end of the suite.
    void page.exposeFunction('codeAutomationLog', (_level: string, words: readonly unknown[]) => {
      const event = fromLine(words.map(String).join(' '));
      if (event !== null) tally.add(event);
    });
    void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
  });
  try {
    await page.goto(url);
    const code = await within(LIMIT_MS, 'the suite', ended);
    if (code !== 0 && tally.counts.failures === 0) tally.fail(`the suite ended with ${code} and no failed test`);
    if (tally.counts.passes === 0 && tally.counts.failures === 0) tally.fail('no test was run');
  } catch (error) {
    tally.fail(String(error));
  } finally {
    await context.close();
  }
  return tally.counts;
}
