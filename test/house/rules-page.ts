import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage as pageOf } from '../../cli/drawing/rules-page.ts';
import { createLanguage } from '../../language/language.ts';
import { dataFiles, packData } from '../../scripts/data-files.ts';
import { isStarted, root } from '../../scripts/root.ts';

const TOP = `# Rules

Written from the files in \`rules/\` by \`npm run generate\`; a test compares this page with them. \`emh rules explain ID\` shows the
lines of a rule and its examples; [rules/](../rules/README.md) says how rules are written.

A severity in brackets is one that the rule gives only in some cases; \`.emh/config.json\` of a site may set another. A parameter is a
number that the rule compares with, here with its usual value; \`.emh/config.json\` may set it as well.
`;

/** The text of docs/rules.md: a section for each rule file, a line for each of its rules. */
export function rulesPage(): string {
  const files = dataFiles('rules', '.emhr');
  return pageOf(files, createLanguage({ packs: packData(), rules: files }).rules, { top: TOP, link: (file) => `../${file}` });
}

if (isStarted(import.meta.filename)) writeFileSync(join(root, 'docs/rules.md'), rulesPage());
