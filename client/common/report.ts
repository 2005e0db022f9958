import type { TextDocument } from 'vscode';

/** Languages of reports and their templates. */
const REPORTS: readonly string[] = ['emh', 'emht'];
const RULES = 'emhr';

/** A department's words: YAML, of which the server reads what stands in such a folder alone. */
const LEXICONS: readonly string[] = ['**/.emh/lexicon/*.{yaml,yml}', '**/lexicon/*.{yaml,yml}'];

/** What the server reads. Reports and rules are chosen by language alone: they are checked wherever they lie, also those that were never saved. */
export const SELECTOR: { language: string; pattern?: string }[] = [
  ...[...REPORTS, RULES].map((language) => ({ language })),
  ...LEXICONS.map((pattern) => ({ language: 'yaml', pattern })),
];

export const isReport = ({ languageId }: TextDocument): boolean => REPORTS.includes(languageId);
export const holdsRules = ({ languageId }: TextDocument): boolean => languageId === RULES;
