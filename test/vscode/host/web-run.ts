import { basename, dirname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import type { Counts } from './counts.ts';
import { installPackage, startEditor } from './editor.ts';
import { serveFiles } from './file-server.ts';
import { WEB_SUITE } from './paths.ts';
import { runSuite } from './suite-window.ts';

/** Runs the suite in the web worker extension host, as VS Code for the Web has it: on the source folder, or on what a package unpacks to. */
export async function runInWebHost(browser: Browser, vsix: string | null): Promise<Counts> {
  const editor = await startEditor();
  // Not installed where this editor looks: then its node extension host would take it.
  const extension = vsix === null ? root : installPackage(vsix, join(editor.workspace.home, 'unpacked'), editor.workspace.home);
  const files = await serveFiles([
    // A suite runs in the host of the extension that it lies in, and the packed one holds no tests.
    ['/extension/suite/', join(root, dirname(WEB_SUITE))],
    ['/extension/', extension],
  ]);
  try {
    const uris = [{ scheme: 'http', authority: files.authority, path: '/extension' }];
    const suite = { scheme: 'http', authority: files.authority, path: `/extension/suite/${basename(WEB_SUITE)}` };
    return await runSuite(browser, editor.windowUrl([]), (context) => develop(context, uris, suite));
  } finally {
    files.stop();
    await editor.stop();
  }
}

export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Names extensions, and a suite if one is to run, to the workbench as a web site that embeds it would: in its settings, which stand in the page. */
export async function develop(context: BrowserContext, extensions: readonly UriParts[], extensionTestsPath?: UriParts): Promise<void> {
  await context.addInitScript(
    (options) => {
      // The first change of the ready state comes when the page is parsed and before its modules run.
      document.addEventListener('readystatechange', () => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        const settings = JSON.parse(meta?.getAttribute('data-settings') ?? '{}') as object;
        meta?.setAttribute('data-settings', JSON.stringify({ ...settings, developmentOptions: options }));
      });
    },
    { extensions, extensionTestsPath },
  );
}
