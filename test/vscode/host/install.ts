import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LeftOut } from './left-out.ts';
import { CACHE } from './paths.ts';

/**
 * Installs npm packages into a folder of the cache, unless they are there already, and gives that folder's `node_modules`. No install
 * script of a package is run. `finish` may work on the installed files. Throws LeftOut where npm fails, as it does without a network.
 */
export function installed(name: string, packages: readonly string[], finish: (modules: string) => void = () => {}): string {
  const folder = join(CACHE, name);
  if (!existsSync(folder)) {
    console.log(`Installing ${packages.join(', ')} for the editor tests ...`);
    // Made aside and moved when it is whole, so that an interrupted install is not taken for one.
    const aside = join(CACHE, `${name}.part`);
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    writeFileSync(join(aside, 'package.json'), '{ "private": true }\n');
    npmInstall(aside, packages);
    finish(join(aside, 'node_modules'));
    renameSync(aside, folder);
  }
  return join(folder, 'node_modules');
}

/** Installs packages into a folder, or what its own package.json names. */
export function npmInstall(cwd: string, packages: readonly string[] = []): void {
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const { status, stderr, error } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new LeftOut(`npm could not install ${packages.join(', ') || 'it'}: ${firstLine(error?.message ?? stderr)}`);
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';
