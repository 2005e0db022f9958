import type { TextDocument } from 'vscode';

/** Languages of documents that the server reads: reports and their templates. */
export const LANGUAGES = ['emh', 'emht'] as const;

/** Chosen by language alone: a report is checked wherever it lies, also one that was never saved. */
export const SELECTOR: { language: string }[] = LANGUAGES.map((language) => ({ language }));

export const isReport = ({ languageId }: TextDocument): boolean => LANGUAGES.some((language) => language === languageId);
