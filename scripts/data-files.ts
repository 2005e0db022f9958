import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { root } from './root.ts';

/** A file of data; `name` is its path from the root, with `/`. */
interface DataFile {
  readonly name: string;
  readonly text: string;
}

/** Every file under a folder whose name ends so, in the order of their names. */
export function dataFiles(folder: string, ending: string): DataFile[] {
  const names = readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
}

/** The shipped lexicon packs as parsed YAML. A pack's name is its file's, unless it says another; `file` is its path. Throws on broken YAML. */
export function packData(): object[] {
  return dataFiles('lexicon', '.yaml').map(({ name, text }) => {
    try {
      return { file: name, pack: basename(name, '.yaml'), ...(parse(text) as object) };
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
