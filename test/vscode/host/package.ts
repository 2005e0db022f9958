import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { runNode } from '../../../scripts/run.ts';

let made: Promise<string> | undefined;

/** The packed extension, made by the project's own command, once. Rejects with what that says where it fails. */
export function makePackage(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const { code, output } = await runNode('scripts/package.ts', [], false);
  if (/\bWARNING\b/.test(output)) throw new Error(`the packager warns:\n${output}`);
  if (code !== 0) throw new Error(`the package was not made:\n${output}`);
  return join(root, `${name}-${version}.vsix`);
}
