import type { TextDocument } from 'vscode';

/** Languages of reports and their templates. */
const TEMPLATE = 'emht';
const REPORTS: readonly string[] = ['emh', TEMPLATE];
const RULES = 'emhr';

/** A department's words: YAML, of which the server reads what stands in such a folder alone. */
const LEXICONS: readonly string[] = ['**/.emh/lexicon/*.{yaml,yml}', '**/lexicon/*.{yaml,yml}'];

/** Reports and rules, chosen by language alone: they are checked wherever they lie, also those that were never saved. */
export const OWN: { language: string }[] = [...REPORTS, RULES].map((language) => ({ language }));

/** What the server reads. */
export const SELECTOR: { language: string; pattern?: string }[] = [...OWN, ...LEXICONS.map((pattern) => ({ language: 'yaml', pattern }))];

export const isReport = ({ languageId }: TextDocument): boolean => REPORTS.includes(languageId);
/** Rules and templates are tested by examples. */
export const hasExamples = ({ languageId }: TextDocument): boolean => languageId === RULES || languageId === TEMPLATE;
export const holdsRules = ({ languageId }: TextDocument): boolean => languageId === RULES;
