import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, npmInstall } from './install.ts';

/** The version of code-server names that of the VS Code inside: 4.139.1 holds 1.139.1. */
const VERSION = '4.139.1';

/** Large parts that no extension test loads. */
const NOT_NEEDED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/sandbox-runtime',
  'node_modules/@vscode/tree-sitter-wasm',
  'node_modules/@vscode/windows-process-tree',
];

/** Path of the program that serves a whole VS Code to a browser: workbench, extension hosts, installer of extensions. Throws LeftOut. */
export function vscodeServer(): string {
  const modules = installed(`code-server-${VERSION}`, [`code-server@${VERSION}`], (made) => {
    const vscode = vscodeIn(made);
    npmInstall(vscode);
    for (const part of NOT_NEEDED) rmSync(join(vscode, part), { recursive: true, force: true });
  });
  return join(vscodeIn(modules), 'out/server-main.js');
}

// The wrapper around it has no use here, and its install script builds native modules that tests can do without.
const vscodeIn = (modules: string): string => join(modules, 'code-server/lib/vscode');
