import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../language/prepared.ts';
import type { Source } from '../language/text/source.ts';
import { dataFiles, packData } from './data-files.ts';
import { isStarted, root } from './root.ts';

/** Where the generated module goes; `packs/emh.ts` gives it its types. */
const TARGET = 'packs/emh.generated.ts';

/** Writes the shipped lexicon, rules and templates into a module, so that the core, which reads no files, can be given them. Throws on broken YAML. */
export function generatePacks(): void {
  writeFileSync(join(root, TARGET), moduleText(packData(), dataFiles('rules', '.emhr'), dataFiles('templates', '.emht')));
}

/** JSON in a string: read faster than a literal by the type checker, and by the engine at start. */
function moduleText(packs: readonly unknown[], rules: readonly Source[], templates: readonly unknown[]): string {
  const { trie, rules: compiled } = prepare({ packs, rules });
  const json = (name: string, data: unknown): string =>
    `export const ${name}: unknown = JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
  const text = (name: string, own: string): string => `export const ${name}: string = ${JSON.stringify(own)};`;
  return [
    '// Written by scripts/generate-packs.ts from lexicon/, rules/ and templates/.',
    json('packs', packs),
    json('rules', rules),
    json('templates', templates),
    text('trie', trie),
    text('compiled', compiled),
    '',
  ].join('\n');
}

if (isStarted(import.meta.filename)) generatePacks();
