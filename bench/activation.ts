// How much longer the extension takes to activate than an empty one, in real extension hosts: `npm run bench:activation`. What opens the
// editors is that of the editor tests.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = join(import.meta.dirname, '../test/vscode/run.mjs');
process.exitCode = spawnSync(process.execPath, [run, '--only=activation', '--vsix'], { stdio: 'inherit' }).status ?? 1;
