// Tests the extension inside real editors: `node test/vscode/run.mjs [--only=node|web|ui|ui-web|electron] [--vsix]`; README.md beside it says more.
// Plain JavaScript, so that an older Node can hand over to the project's own.
import { spawnSync } from 'node:child_process';
import { findNode } from '../../scripts/toolchain.mjs';

const args = process.argv.slice(2);
if (process.features.typescript) {
  const { runEditorTests } = await import('./host/run.ts');
  process.exitCode = await runEditorTests(args);
} else {
  process.exitCode = spawnSync(findNode(), [import.meta.filename, ...args], { stdio: 'inherit' }).status ?? 1;
}
