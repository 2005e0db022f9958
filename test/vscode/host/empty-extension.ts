import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './workspace.ts';

/** Makes an extension that does nothing, for one kind of host: `main` is the node host, `browser` the web host. Gives its folder. */
export function emptyExtension({ home }: Workspace, host: 'main' | 'browser'): string {
  const folder = join(home, 'empty-extension');
  mkdirSync(folder);
  const manifest = {
    name: 'empty',
    publisher: 'emh-report',
    version: '0.0.1',
    engines: { vscode: '^1.101.0' },
    activationEvents: [],
    [host]: './empty.js',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), 'exports.activate = () => undefined;\n');
  return folder;
}
