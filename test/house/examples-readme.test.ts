import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

const folder = join(root, 'examples');
const TWIN = '.flawed.expected.json';

/** Rule and words of the mistakes that the table names for an example, sorted. */
function mistakesInTable(page: string, name: string): string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| [${name}.emh]`)) ?? '';
  const cell = row.split(' | ').at(-1) ?? '';
  return [...cell.matchAll(/`([\w-]+)` at "([^"]*)"/g)].map(([, rule, words]) => `${rule}: ${words}`).sort();
}

function mistakesExpected(name: string): string[] {
  const { mistakes } = JSON.parse(readFileSync(join(folder, name + TWIN), 'utf8')) as { mistakes: { rule: string; words: string }[] };
  return mistakes.map(({ rule, words }) => `${rule}: ${words}`).sort();
}

describe('the page of the examples', () => {
  const page = readFileSync(join(folder, 'README.md'), 'utf8');
  const names = readdirSync(folder).flatMap((file) => (file.endsWith(TWIN) ? [file.slice(0, -TWIN.length)] : []));

  for (const name of names) {
    it(`names the mistakes that are expected in ${name}`, () => assert.deepEqual(mistakesInTable(page, name), mistakesExpected(name)));
  }
});
