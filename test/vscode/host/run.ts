import type { Browser } from 'playwright-core';
import { buildExtensionAndSuites } from './bundles.ts';
import { startChromium } from './chromium.ts';
import type { Counts } from './counts.ts';
import { LeftOut } from './left-out.ts';
import { runInNodeHost } from './node-run.ts';
import { endAllAtExit } from './process-group.ts';
import { vscodeServer } from './vscode-server.ts';
import { runInWebHost } from './web-run.ts';

/** Runs what the arguments choose, all of it without arguments. Gives the exit code. */
export async function runEditorTests(args: readonly string[]): Promise<number> {
  endAllAtExit();
  await buildExtensionAndSuites();
  const browser = await startChromium();
  try {
    vscodeServer();
    if (!args.includes('w')) console.log(await runInNodeHost(browser, null));
    console.log(await runInWebHost(browser, null));
  } finally {
    await browser.close();
  }
  return 0;
}
