// Runs scripts/NAME.ts with the project's own Node, after installing what is missing: `node scripts/start.mjs NAME [ARGUMENTS]`.
// Plain JavaScript, because an older Node runs it.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { findNode, installPackages, root } from './toolchain.mjs';

const [name, ...rest] = process.argv.slice(2);
try {
  installPackages();
  const node = findNode();
  // What the script starts by the name `node` is then the same Node.
  const env = { ...process.env, PATH: dirname(node) + delimiter + (process.env.PATH || '') };
  const done = spawnSync(node, [join(root, 'scripts', `${name}.ts`), ...rest], { cwd: root, stdio: 'inherit', env });
  process.exitCode = done.status === null ? 1 : done.status;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
