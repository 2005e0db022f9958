import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import { fromLine, type Times } from '../activation/times.ts';
import type { Counts } from './counts.ts';
import { installPackage, startEditor } from './editor.ts';
import { emptyExtension } from './empty-extension.ts';
import { serveFiles } from './file-server.ts';
import { NODE_ACTIVATION, WEB_ACTIVATION } from './paths.ts';
import { runWindow } from './suite-window.ts';
import { develop } from './web-run.ts';

const WINDOWS = 8;
/** What the extension may take more than an empty one, in milliseconds. Said, not tested: it depends on the machine. */
const WANTED_MS = 150;

/** Measures the activation of the packed extension beside an empty one, in both extension hosts, each time in a new window. */
export async function measureActivation(browser: Browser, vsix: string | null): Promise<Counts> {
  const hosts = { 'node extension host': timesInNodeHost, 'web extension host': timesInWebHost };
  for (const [name, times] of Object.entries(hosts)) console.log(`  ${name}\n    ${described(await times(browser, vsix as string))}`);
  return { passes: Object.keys(hosts).length, failures: 0 };
}

async function timesInNodeHost(browser: Browser, vsix: string): Promise<readonly Times[]> {
  const editor = await startEditor({ vsix });
  try {
    const url = editor.windowUrl([
      ['extensionDevelopmentPath', editor.uri(emptyExtension(editor.workspace, 'main'))],
      ['extensionTestsPath', editor.uri(join(root, NODE_ACTIVATION))],
    ]);
    return await timesOf((heard) => runWindow(browser, url, undefined, heard));
  } finally {
    await editor.stop();
  }
}

async function timesInWebHost(browser: Browser, vsix: string): Promise<readonly Times[]> {
  const editor = await startEditor();
  const { workspace } = editor;
  const files = await serveFiles([
    ['/empty/suite/', join(root, dirname(WEB_ACTIVATION))],
    ['/empty/', emptyExtension(workspace, 'browser')],
    ['/extension/', installPackage(vsix, join(workspace.home, 'unpacked'), workspace.home)],
  ]);
  const at = (path: string) => ({ scheme: 'http', authority: files.authority, path });
  try {
    return await timesOf((heard) =>
      runWindow(
        browser,
        editor.windowUrl([]),
        (context) => develop(context, [at('/empty'), at('/extension')], at('/empty/suite/activation.js')),
        heard,
      ),
    );
  } finally {
    files.stop();
    await editor.stop();
  }
}

async function timesOf(open: (heard: (line: string) => void) => Promise<number>): Promise<readonly Times[]> {
  const all: Times[] = [];
  for (let window = 0; window < WINDOWS; window++) {
    const others: string[] = [];
    const code = await open((line) => {
      const times = fromLine(line);
      if (times === null) others.push(line);
      else all.push(times);
    });
    if (code !== 0) throw new Error(`nothing was measured:\n${others.filter((line) => line.startsWith('not measured')).join(' ')}`);
  }
  return all;
}

function described(all: readonly Times[]): string {
  const of = (take: (times: Times) => number): string => {
    const values = all.map(take);
    return `${medianOf(values).toFixed(0)} ms (least ${Math.min(...values).toFixed(0)})`;
  };
  const more = medianOf(all.map(({ empty, ours }) => ours.ms - empty.ms));
  const ratio = medianOf(all.map(({ ours }) => ours.ms)) / medianOf(all.map(({ empty }) => empty.ms));
  const cpu = all.some(({ ours }) => ours.cpuMs === null)
    ? ''
    : `; of a processor ${of(({ empty, ours }) => (ours.cpuMs ?? 0) - (empty.cpuMs ?? 0))} more`;
  return [
    `medians of ${all.length} windows: ${of(({ ours }) => ours.ms)}, an empty extension ${of(({ empty }) => empty.ms)}, ratio ${ratio.toFixed(1)}`,
    `${of(({ empty, ours }) => ours.ms - empty.ms)} more, ${more < WANTED_MS ? '' : 'not '}under ${WANTED_MS} ms${cpu}`,
  ].join('\n    ');
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
