import type { Rule } from '../language/rules/rule.ts';
import type { Io } from './io.ts';
import { languagesWith, type MakeLanguage } from './language.ts';

/** The rules that ship and those of the site of the working folder, with the lexicons given. What is wrong with these is told elsewhere. */
export async function knownRules(lexicons: readonly string[], io: Io, makeLanguage: MakeLanguage): Promise<readonly Rule[]> {
  const quiet = { ...io, stderr: { write: () => true } };
  return (await (await languagesWith(lexicons, quiet, makeLanguage))(null)).rules;
}
