// Writes all that is generated: the packs' module, grammars, snippets, docs/architecture.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarFiles } from './generate-grammar.ts';
import { generatePacks } from './generate-packs.ts';
import { snippetsText } from './generate-snippets.ts';
import { root } from './root.ts';
import { runNode } from './run.ts';

generatePacks();
for (const { path, text } of grammarFiles()) writeFileSync(join(root, path), text);
writeFileSync(join(root, 'snippets/emh.json'), snippetsText());
// The table that the page is written from belongs to the tests, which come after the scripts.
const { code } = await runNode('test/house/architecture-page.ts');
process.exitCode = code;
