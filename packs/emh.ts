import type { LanguageOptions, Source } from '../language/language.ts';
import * as generated from './emh.generated.ts';

/** The lexicon packs that ship with the project, parsed from `lexicon/*.yaml`. */
export const packs: readonly unknown[] = generated.packs as readonly unknown[];

/** The rule files that ship with the project, from `rules/`. */
export const rules: readonly Source[] = generated.rules as readonly Source[];

/** The templates that ship with the project, from `templates/`. */
export const templates: readonly Source[] = generated.templates as readonly Source[];

/** What need not be found out of these packs and rules at each start. */
export const prepared: NonNullable<LanguageOptions['prepared']> = {
  of: { packs, rules },
  text: { trie: generated.trie, spelt: generated.spelt, rules: generated.compiled },
};

/** Has what is read of them late at hand, whatever becomes of the files that it stands in. Throws where they are gone, or are another version's. */
export const hold: () => void = generated.hold;

/** Leaves that in the files, for a process that is kept to go on from. */
export const letGo: () => void = generated.letGo;
