import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;

/** The text of package.json with the commands and settings that client/contributes.json lists; all else in it is written by hand. */
export function manifestText(): string {
  const manifest = read('package.json');
  const contributes = { ...(manifest.contributes as object), ...read('client/contributes.json') };
  return `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n`;
}
