import { lines } from './term-lines.generated.ts';

/** Path of a lexicon file of the project (`lexicon/base.yaml`) -> the line of each of its terms, in their order. Import this file only to tell of them. */
export const termLines: Readonly<Record<string, readonly number[]>> = lines as Readonly<Record<string, readonly number[]>>;
