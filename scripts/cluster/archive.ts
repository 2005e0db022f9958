import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateReports } from '../../mutation/generate.ts';

/** Writes made-up reports as NDJSON into so many shards of one size, with a bad line and a blank one in each; gives all of it as one text. */
export function writeShards(folder: string, reports: number, shards: number): string {
  mkdirSync(folder, { recursive: true });
  const lines = generateReports(reports, 3).map((text, id) => JSON.stringify({ id, text }));
  const each = Math.ceil(lines.length / shards);
  const texts = Array.from({ length: shards }, (_, i) => `${lines.slice(i * each, (i + 1) * each).join('\n')}\nnot json\n \r\n`);
  for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${String(i).padStart(4, '0')}.ndjson`), text);
  return texts.join('');
}

/** Of NDJSON, without the numbers of lines that bad records name: those count from the start of each shard. */
export const hashOf = (ndjson: string): string =>
  createHash('sha256')
    .update(ndjson.replace(/,"line":\d+\}\}$/gm, '}}'))
    .digest('hex');

/** Of all results in a folder, in the order of their names. */
export function hashOfResults(folder: string): string {
  if (!existsSync(folder)) return 'none';
  return hashOf(
    readdirSync(folder)
      .filter((name) => name.endsWith('.ndjson'))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join(''),
  );
}
