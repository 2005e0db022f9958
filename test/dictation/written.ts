import assert from 'node:assert/strict';
import { normaliseDictation } from '../../language/dictation/dictation.ts';
import { lexicon } from './lexicon.ts';

export const written = (said: string): string => normaliseDictation(said, lexicon).text;

/** One test for each row: what is said, and what is written. */
export function rows(cases: Readonly<Record<string, string>>): void {
  for (const [said, expected] of Object.entries(cases)) it(said, () => assert.equal(written(said), expected));
}

/** Rows of texts that come through as they are. */
export function untouched(texts: readonly string[]): void {
  for (const text of texts) it(JSON.stringify(text), () => assert.equal(written(text), text));
}
