import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../language/prepared.ts';
import type { Source } from '../language/text/source.ts';
import { readYaml } from '../packs/yaml.ts';
import { dataFiles, packData } from './data-files.ts';
import { isStarted, root } from './root.ts';

/** Where the generated modules go; `packs/emh.ts` and `packs/term-lines.ts` give them their types. */
const TARGET = 'packs/emh.generated.ts';
const LINES = 'packs/term-lines.generated.ts';

/** Writes the shipped lexicon, rules and templates into a module, so that the core, which reads no files, can be given them. Throws on broken YAML. */
export function generatePacks(): void {
  const packs = packData();
  writeFileSync(join(root, TARGET), moduleText(packs, dataFiles('rules', '.emhr'), dataFiles('templates', '.emht')));
  writeFileSync(join(root, LINES), `${HEAD}export const lines: unknown = ${parsed(termLines())};\n`);
}

const HEAD = '// Written by scripts/generate-packs.ts from lexicon/, rules/ and templates/.\n';

/** JSON in a string: read faster than a literal by the type checker, and by the engine at start. */
const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

function moduleText(packs: readonly unknown[], rules: readonly Source[], templates: readonly unknown[]): string {
  const { trie, spelt, rules: compiled } = prepare({ packs, rules });
  const json = (name: string, data: unknown): string => `export const ${name}: unknown = ${parsed(data)};`;
  const text = (name: string, own: string): string => `export const ${name}: string = ${JSON.stringify(own)};`;
  return [
    HEAD + json('packs', packs),
    json('rules', rules),
    json('templates', templates),
    text('trie', trie),
    text('spelt', spelt),
    `export const compiled = (): string => ${JSON.stringify(compiled())};`,
    'export const [hold, letGo] = [(): void => {}, (): void => {}];',
    '',
  ].join('\n');
}

/** The line of each entry of each lexicon file, in the order of its terms. */
const termLines = (): Record<string, number[]> =>
  Object.fromEntries(
    dataFiles('lexicon', '.yaml').map(({ name, text }) => {
      const { data, lineOf } = readYaml(text);
      const terms = (data as { terms?: unknown[] } | null)?.terms ?? [];
      return [name, terms.map((_, i) => lineOf(['terms', i]))];
    }),
  );

if (isStarted(import.meta.filename)) generatePacks();
