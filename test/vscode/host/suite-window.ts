import type { Browser, BrowserContext } from 'playwright-core';
import { fromLine } from '../suite/event.ts';
import { type Counts, Tally } from './counts.ts';
import { within } from './within.ts';

/** Far more than it takes, for a machine that is busy. */
const LIMIT_MS = 600_000;

type Prepare = (context: BrowserContext) => Promise<void>;

/** Opens a window whose extension host runs a suite, and waits for its end. The address or `prepare` names extension and suite. */
export async function runSuite(browser: Browser, url: string, prepare?: Prepare): Promise<Counts> {
  const tally = new Tally();
  const others: string[] = [];
  try {
    const code = await runWindow(browser, url, prepare, (line) => {
      const event = fromLine(line);
      if (event === null) others.push(line);
      else tally.add(event);
    });
    const { passes, failures } = tally.counts;
    if (failures === 0 && (code !== 0 || passes === 0))
      tally.fail(`it ended with ${code} after ${passes} tests\n${others.slice(-20).join('\n')}`);
  } catch (error) {
    tally.fail(String(error));
  }
  return tally.counts;
}

/** The same for any program in an extension host: gives each line of its console, and resolves with how it ended, 0 or 1. */
export async function runWindow(
  browser: Browser,
  url: string,
  prepare: Prepare | undefined,
  heard: (line: string) => void,
): Promise<number> {
  // The workbench may then read an extension from another origin.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  try {
    await prepare?.(context);
    const page = await context.newPage();
    // The workbench looks for these two: the first gets its extension host's console, the second the end of the suite.
    await page.exposeFunction('codeAutomationLog', (_level: string, words: readonly unknown[]) => heard(words.map(String).join(' ')));
    const ended = new Promise<number>((resolve) => void page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)));
    await page.goto(url);
    return await within(LIMIT_MS, 'the suite', ended);
  } finally {
    await context.close();
  }
}
