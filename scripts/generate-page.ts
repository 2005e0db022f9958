import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { isStarted, root } from './root.ts';

/** Where the generated module goes. */
const TARGET = 'cli/review/page-script.generated.ts';

/** Writes the script of the page of `emh review` into a module, so that the command can hand it out without a file of its own beside it. */
export function generatePage(): void {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['cli/page/review.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const script = (outputFiles[0]?.text ?? '').trim();
  writeFileSync(
    join(root, TARGET),
    `// Written by scripts/generate-page.ts from cli/page/.\nexport const PAGE_SCRIPT: string = ${JSON.stringify(script)};\n`,
  );
}

if (isStarted(import.meta.filename)) generatePage();
