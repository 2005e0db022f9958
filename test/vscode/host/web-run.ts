import { basename, dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import type { Counts } from './counts.ts';
import { startEditor } from './editor.ts';
import { serveFiles } from './file-server.ts';
import { WEB_SUITE } from './paths.ts';
import { runSuite } from './suite-window.ts';

/** Runs the suite in the web worker extension host, as VS Code for the Web has it: on the source folder, or on what a package installs. */
export async function runInWebHost(browser: Browser, vsix: string | null): Promise<Counts> {
  const editor = await startEditor({ vsix });
  const files = await serveFiles([
    // A suite runs in the host of the extension that it lies in, and the packed one holds no tests.
    ['/extension/suite/', join(root, dirname(WEB_SUITE))],
    ['/extension/', editor.installed ?? root],
  ]);
  try {
    return await runSuite(
      browser,
      editor.windowUrl([
        // An extension at an http address belongs to the web host.
        ['extensionDevelopmentPath', `${files.origin}/extension`],
        ['extensionTestsPath', `${files.origin}/extension/suite/${basename(WEB_SUITE)}`],
      ]),
    );
  } finally {
    files.stop();
    await editor.stop();
  }
}
