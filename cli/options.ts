import type { Option } from './arguments.ts';

/** An option that several commands share. */
export const LEXICON_OPTION: Readonly<Record<string, Option>> = {
  lexicon: { value: 'FILE', multiple: true, help: 'a lexicon (YAML) on top of the shipped one; may be given again' },
};
