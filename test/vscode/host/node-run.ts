import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../../scripts/root.ts';
import type { Counts } from './counts.ts';
import { startEditor } from './editor.ts';
import { emptyExtension } from './empty-extension.ts';
import { NODE_SUITE } from './paths.ts';
import { runSuite } from './suite-window.ts';

/** Runs the suite in the node extension host: on the source folder, or on an installed package. */
export async function runInNodeHost(browser: Browser, vsix: string | null): Promise<Counts> {
  const editor = await startEditor({ vsix });
  try {
    return await runSuite(
      browser,
      editor.windowUrl([
        // Tests are only run beside an extension under development; beside an installed one that is an empty one.
        ['extensionDevelopmentPath', editor.uri(vsix === null ? root : emptyExtension(editor.workspace, 'main'))],
        ['extensionTestsPath', editor.uri(join(root, NODE_SUITE))],
      ]),
    );
  } finally {
    await editor.stop();
  }
}
