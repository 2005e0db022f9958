/** Request: with what a report or rule file is read. */
export const LANGUAGE_STATE = 'emh/languageState';

export interface LanguageStateParams {
  readonly textDocument: { readonly uri: string };
}

export interface LanguageState {
  /** Terms of all lexicon packs. */
  readonly terms: number;
  /** Checks that are on. */
  readonly rules: number;
  /** Ids of checks that settings turn off. */
  readonly off: readonly string[];
  /** What the site's folder `.emh` adds; null where there is none. */
  readonly site: { readonly packs: number; readonly ruleFiles: number } | null;
  /** What is wrong with packs and rules. */
  readonly problems: number;
  /** Whether each impression of the report is in step with its findings; null for a rule file, and for a report without findings to sum up. */
  readonly isInStep: boolean | null;
}
