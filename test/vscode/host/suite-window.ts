import type { Browser, BrowserContext } from 'playwright-core';
import { fromLine } from '../suite/event.ts';
import { type Counts, Tally } from './counts.ts';
import { within } from './within.ts';

const LIMIT_MS = 240_000;

/** Opens a window whose extension host runs a suite, and waits for its end. The address or `prepare` names extension and suite. */
export async function runSuite(browser: Browser, url: string, prepare?: (context: BrowserContext) => Promise<void>): Promise<Counts> {
  const tally = new Tally();
  // The workbench may then read an extension from another origin.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  try {
    await prepare?.(context);
    const page = await context.newPage();
    const others: string[] = [];
    // The workbench looks for these two: the first gets its extension host's console, the second the end of the suite.
    await page.exposeFunction('codeAutomationLog', (_level: string, words: readonly unknown[]) => {
      const line = words.map(String).join(' ');
      const event = fromLine(line);
      if (event === null) others.push(line);
      else tally.add(event);
    });
    const ended = new Promise<number>((resolve) => void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)));
    await page.goto(url);
    const code = await within(LIMIT_MS, 'the suite', ended);
    const { passes, failures } = tally.counts;
    if (failures === 0 && (code !== 0 || passes === 0))
      tally.fail(`it ended with ${code} after ${passes} tests\n${others.slice(-20).join('\n')}`);
  } catch (error) {
    tally.fail(String(error));
  } finally {
    await context.close();
  }
  return tally.counts;
}
