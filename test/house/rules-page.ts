import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createLanguage, type Source } from '../../language/language.ts';
import type { Rule } from '../../language/rules/rule.ts';
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
  const { rules } = createLanguage({ packs: packData(), rules: files });
  const sections = files.map((file) =>
    section(
      file,
      rules.filter((rule) => rule.file === file.name),
    ),
  );
  return [TOP, ...sections].join('\n');
}

function section({ name, text }: Source, rules: readonly Rule[]): string {
  const title = basename(name, '.emhr').replaceAll('-', ' ');
  // Each rule file begins with a line that says what it is about.
  const about = /^# *(.*)/.exec(text)?.[1] ?? '';
  const lines = [
    `## [${title.charAt(0).toUpperCase()}${title.slice(1)}](../${name})`,
    '',
    ...(about === '' ? [] : [cell(about), '']),
    '| rule | severity | title | parameters | why | source |',
    '|---|---|---|---|---|---|',
    ...rules.map((rule) => `| ${cells(rule).join(' | ')} |`),
  ];
  return `${lines.join('\n')}\n`;
}

const cells = (rule: Rule): string[] => [
  `\`${rule.id}\``,
  severity(rule),
  cell(rule.title),
  parameters(rule),
  cell(rule.because),
  cell(rule.source),
];

const parameters = (rule: Rule): string =>
  Object.entries(rule.parameters)
    .map(([name, usual]) => `\`${name}\` ${usual}`)
    .join(', ');

/** The usual one, then those of `error when CLAUSE:` lines. */
function severity({ verdicts }: Rule): string {
  const [usual = ''] = verdicts.filter(({ when }) => when === null).map((verdict) => verdict.severity);
  const others = new Set(verdicts.map((verdict) => verdict.severity).filter((each) => each !== usual));
  return [usual, ...[...others].map((each) => `(${each})`)].join(' ');
}

/** Words as they stand, not as marks of Markdown. */
const cell = (words: string): string => words.replace(/[\\|<>*_`[\]]/g, '\\$&');

if (isStarted(import.meta.filename)) writeFileSync(join(root, 'docs/rules.md'), rulesPage());
