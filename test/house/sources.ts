import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { FOLDERS } from './folders.ts';

/** A TypeScript or JavaScript source of the project; `path` is relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** All sources in the folders of the table, but generated ones. */
export function sourceFiles(): SourceFile[] {
  const tops = new Set(FOLDERS.map(({ path }) => path.split('/')[0] ?? path));
  return [...tops].flatMap((top) => filesUnder(top)).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:ts|mts|mjs|cjs|js)$/.test(path) && !path.includes('.generated.') && !path.includes('/node_modules/'));
}

/** What a source imports, as written: `from 'x'`, `import 'x'`, `import('x')`, `require('x')`. */
export function importsOf({ text }: SourceFile): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return [...code.matchAll(/^(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\b(?:import|require)\('([^']+)'\)/gm)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** The folder of the table that a path stands in: the longest that fits. */
export const folderOf = (path: string): (typeof FOLDERS)[number] | undefined =>
  FOLDERS.filter((folder) => path.startsWith(`${folder.path}/`)).sort((a, b) => b.path.length - a.path.length)[0];
