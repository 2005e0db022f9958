// What a fresh clone lacks: packages and a Node new enough to run TypeScript sources. Plain JavaScript, because an older Node runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Installs the packages of the lock file where some are missing or of another version. Throws where npm fails. */
export function installPackages() {
  if (packagesAreCurrent()) return;
  console.error('Installing packages (npm ci) ...');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const has = readJson(installed).packages;
  const wants = readJson(join(root, 'package-lock.json')).packages;
  return Object.keys(wants).every((path) => {
    if (path === '' || wants[path].optional) return true;
    return has[path] !== undefined && has[path].version === wants[path].version && existsSync(join(root, path));
  });
}

/** Path of the Node to run the project with: the pinned one, the same from its plain package, or the running one where it is new enough. */
export function findNode() {
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (runs(pinned)) return pinned;
  const plain = installPlainNode();
  if (plain !== null) return plain;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(`Node 22.18 or newer is needed; this is ${process.versions.node}, and the pinned one could not be installed.`);
}

/** The package `node` fetches its binary in an install script; where those are not allowed, the package behind it holds the same binary. */
function installPlainNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const home = join(root, 'node_modules', '.pinned-node');
  const binary = join(home, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (runs(binary)) return binary;
  const version = readJson(join(root, 'package.json')).devDependencies.node;
  console.error(`Installing Node ${version} for this project ...`);
  try {
    npm([
      'install',
      '--prefix',
      home,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ]);
  } catch {
    return null;
  }
  return runs(binary) ? binary : null;
}

const runs = (binary) => existsSync(binary) && spawnSync(binary, ['--version']).status === 0;

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function npm(args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const done =
    script !== undefined && /npm-cli\.js$/.test(script)
      ? spawnSync(process.execPath, [script, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`npm ${args[0]} failed; its own lines above say why.`);
}
