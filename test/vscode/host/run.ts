import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildExtensionAndSuites } from './bundles.ts';
import { startChromium } from './chromium.ts';
import { type Counts, Tally } from './counts.ts';
import { LeftOut } from './left-out.ts';
import { runInNodeHost } from './node-run.ts';
import { makePackage } from './package.ts';
import { endAllAtExit } from './process-group.ts';
import { runThroughUi } from './ui-run.ts';
import { vscodeServer } from './vscode-server.ts';
import { runInWebHost } from './web-run.ts';

/** One way to run the extension. */
interface Host {
  readonly only: string;
  /** Runs on the packed extension; else on the source folder. */
  readonly vsix: boolean;
  readonly title: string;
  run(browser: Browser, vsix: string | null): Promise<Counts>;
  /** Left out unless it is asked for. */
  readonly extra?: boolean;
}

const HOSTS: readonly Host[] = [
  { only: 'node', vsix: false, title: 'node extension host, source folder', run: runInNodeHost },
  { only: 'web', vsix: false, title: 'web extension host, source folder', run: runInWebHost },
  { only: 'ui', vsix: false, title: 'user interface, source folder', run: runThroughUi, extra: true },
  { only: 'node', vsix: true, title: 'node extension host, packed', run: runInNodeHost },
  { only: 'web', vsix: true, title: 'web extension host, packed', run: runInWebHost },
  { only: 'ui', vsix: true, title: 'user interface, packed', run: runThroughUi },
];

/** Runs what the arguments choose: without any, each host. Gives the exit code. */
export async function runEditorTests(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' }, vsix: { type: 'boolean', default: false } } });
  const { only, vsix } = values;
  const chosen = HOSTS.filter((host) =>
    only === undefined && !vsix ? !host.extra : host.vsix === vsix && host.only === (only ?? host.only),
  );
  endAllAtExit();
  try {
    return await runHosts(chosen);
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    console.log(`editor tests left out: ${error.message}`);
    return 0;
  }
}

async function runHosts(hosts: readonly Host[]): Promise<number> {
  const browser = await startChromium();
  try {
    vscodeServer();
    await buildExtensionAndSuites();
    const counts: Counts[] = [];
    for (const host of hosts) counts.push(await runHost(host, browser));
    const sum = (key: keyof Counts): number => counts.reduce((all, each) => all + each[key], 0);
    const passes = sum('passes');
    const failures = sum('failures');
    console.log(`vscode-tests: ${JSON.stringify({ passes, failures, hosts: hosts.map(({ title }, i) => ({ title, ...counts[i] })) })}`);
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

async function runHost({ title, vsix, run }: Host, browser: Browser): Promise<Counts> {
  console.log(`\n${title}`);
  const start = performance.now();
  const counts = await run(browser, vsix ? await makePackage() : null).catch(failed);
  console.log(`\n  ${counts.passes} passing (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (counts.failures > 0) console.log(`  ${counts.failures} failing`);
  return counts;
}

function failed(error: unknown): Counts {
  const tally = new Tally();
  tally.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return tally.counts;
}
