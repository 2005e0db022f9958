import { createLanguage, type LanguageOptions } from './language.ts';
import { type PreparedWords, prepareWords } from './lexicon/create.ts';
import { writeRuleText } from './rules/rule-text.ts';

/** What a start need not find out anew: made of packs and rules when the project is built. */
export interface Prepared extends PreparedWords {
  /** As `writeRuleText` writes it: given when it is asked for, and not held, as it is long and needed once. */
  readonly rules: () => string;
}

/** Finds out of packs and rules what `createLanguage` would. */
export function prepare({ packs, rules }: Pick<LanguageOptions, 'packs' | 'rules'>): Prepared {
  const language = createLanguage({ packs, rules });
  return {
    ...prepareWords(packs),
    rules: () => writeRuleText({ rules: language.rules, problems: language.problems }),
  };
}
