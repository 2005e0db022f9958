import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFiles, packData } from './data-files.ts';
import { isStarted, root } from './root.ts';

/** Where the generated module goes; `packs/emh.ts` gives it its types. */
const TARGET = 'packs/emh.generated.ts';

/** Writes the shipped lexicon, rules and templates into a module, so that the core, which reads no files, can be given them. Throws on broken YAML. */
export function generatePacks(): void {
  writeFileSync(join(root, TARGET), moduleText(packData(), dataFiles('rules', '.emhr'), dataFiles('templates', '.emht')));
}

/** JSON in a string: read faster than a literal by the type checker, and by the engine at start. */
function moduleText(packs: readonly unknown[], rules: readonly unknown[], templates: readonly unknown[]): string {
  return [
    '// Written by scripts/generate-packs.ts from lexicon/, rules/ and templates/.',
    `export const packs: unknown = JSON.parse(${JSON.stringify(JSON.stringify(packs))});`,
    `export const rules: unknown = JSON.parse(${JSON.stringify(JSON.stringify(rules))});`,
    `export const templates: unknown = JSON.parse(${JSON.stringify(JSON.stringify(templates))});`,
    '',
  ].join('\n');
}

if (isStarted(import.meta.filename)) generatePacks();
