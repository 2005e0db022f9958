// Writes all that is generated: the packs' module, the script of the review's page, grammars, snippets, the client's part of package.json and the list of its words, the names
// in the schema of `.emh/config.json`, docs/architecture.md, docs/rules.md, the example of the README.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE, bundleText } from './generate-bundle.ts';
import { grammarFiles } from './generate-grammar.ts';
import { manifestTexts } from './generate-manifest.ts';
import { generatePacks } from './generate-packs.ts';
import { generatePage } from './generate-page.ts';
import { CONFIG_SCHEMA, configSchemaText } from './generate-schema.ts';
import { snippetsText } from './generate-snippets.ts';
import { root } from './root.ts';
import { runNode } from './run.ts';

generatePacks();
generatePage();
for (const { path, text } of grammarFiles()) writeFileSync(join(root, path), text);
writeFileSync(join(root, 'snippets/emh.json'), snippetsText());
const { manifest, words } = manifestTexts();
writeFileSync(join(root, 'package.json'), manifest);
writeFileSync(join(root, 'package.nls.json'), words);
writeFileSync(join(root, BUNDLE), bundleText());
writeFileSync(join(root, CONFIG_SCHEMA), configSchemaText());
// Pages are written from tables and programs that come after the scripts.
for (const page of ['test/house/architecture-page.ts', 'test/house/rules-page.ts', 'test/house/readme-example.ts']) {
  const { code } = await runNode(page);
  if (code !== 0) process.exitCode = code;
}
