import type { TextDocument } from 'vscode';

/** Languages of reports and their templates. */
const REPORTS: readonly string[] = ['emh', 'emht'];
const RULES = 'emhr';

/** What the server reads. Chosen by language alone: a report is checked wherever it lies, also one that was never saved. */
export const SELECTOR: { language: string }[] = [...REPORTS, RULES].map((language) => ({ language }));

export const isReport = ({ languageId }: TextDocument): boolean => REPORTS.includes(languageId);
export const holdsRules = ({ languageId }: TextDocument): boolean => languageId === RULES;
