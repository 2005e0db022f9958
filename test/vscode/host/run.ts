import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildExtensionAndSuites } from './bundles.ts';
import { startChromium } from './chromium.ts';
import { type Counts, Tally } from './counts.ts';
import { HOSTS, type Host } from './hosts.ts';
import { LeftOut } from './left-out.ts';
import { endAllAtExit } from './process-group.ts';
import { vscodeServer } from './vscode-server.ts';

/** Runs the hosts that the arguments choose. Gives the exit code: 1 where a test failed, 2 where there is no such host, 0 also where this machine cannot run any. */
export async function runEditorTests(args: readonly string[]): Promise<number> {
  const hosts = chosen(args);
  if (hosts.length === 0) {
    console.error(`There is no editor test for ${args.join(' ')}.`);
    return 2;
  }
  endAllAtExit();
  try {
    const counts = await runHosts(hosts);
    return counts.some(({ failures }) => failures > 0) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    console.log(`editor tests left out: ${error.message}`);
    return 0;
  }
}

/** None where the arguments name none that there is. */
function chosen(args: readonly string[]): readonly Host[] {
  const options = { only: { type: 'string' }, vsix: { type: 'boolean', default: false } } as const;
  const { only, vsix } = parseArgs({ args: [...args], options, strict: false }).values;
  if (only === undefined && !vsix) return HOSTS.filter(({ extra }) => !extra);
  return HOSTS.filter((host) => host.vsix === vsix && (only === undefined || host.only === only));
}

async function runHosts(hosts: readonly Host[]): Promise<readonly Counts[]> {
  const browser = hosts.some(({ needsBrowser }) => needsBrowser) ? await startChromium() : null;
  try {
    if (browser !== null) vscodeServer();
    await buildExtensionAndSuites();
    const counts: Counts[] = [];
    for (const host of hosts) counts.push(await runHost(host, browser as Browser));
    const sum = (key: keyof Counts): number => counts.reduce((all, each) => all + each[key], 0);
    const names = hosts.map(({ title }, i) => ({ title, ...counts[i] }));
    console.log(`\nvscode-tests: ${JSON.stringify({ passes: sum('passes'), failures: sum('failures'), hosts: names })}`);
    return counts;
  } finally {
    await browser?.close();
  }
}

async function runHost({ title, run }: Host, browser: Browser): Promise<Counts> {
  console.log(`\n${title}`);
  const start = performance.now();
  const counts = await run(browser).catch(failed);
  console.log(`\n  ${counts.passes} passing (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (counts.failures > 0) console.log(`  ${counts.failures} failing`);
  return counts;
}

/** A run that did not get as far as its tests. */
function failed(error: unknown): Counts {
  if (error instanceof LeftOut) throw error;
  const tally = new Tally();
  tally.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return tally.counts;
}
