import assert from 'node:assert/strict';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';
import { dataFiles } from '../../scripts/data-files.ts';
import { tokenize } from './tokenize.ts';

/** For categories that a reader must never see in a wrong colour: the scopes that the first colouring may give their words. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  sequence: ['support.type.sequence'],
  level: ['constant.other.level'],
  negation: ['keyword.control.negation'],
  exception: ['keyword.control.negation'],
  certainty: ['keyword.control.certainty'],
  cause: ['keyword.other.cause'],
  head: ['entity.name.type.finding'],
  diagnosis: ['entity.name.type.finding'],
  side: ['storage.modifier.side'],
  severity: ['storage.modifier.severity'],
  // An observation of a structure is one finding to the grammar, two words to the reader.
  observation: ['entity.name.function.observation', 'entity.name.type.finding'],
};

describe('the first colouring and the reader', () => {
  const language = createLanguage({ packs, rules: [] });

  for (const { name, text } of [...dataFiles('examples', '.emh'), ...dataFiles('test/corpus', '.txt')]) {
    it(`do not contradict each other in ${name}`, async () => {
      const coloured = await tokenize(text);
      const contradictions = language.read(text).understood.flatMap(({ range, category }) => {
        const scopes = SCOPES[category];
        const token = coloured.find(({ start, text: words }) => start <= range.start && range.start < start + words.length);
        if (scopes === undefined || token === undefined || scopes.includes(token.scope)) return [];
        return [`${text.slice(range.start, range.end)} is ${category}, but ${token.scope}`];
      });
      assert.deepEqual(contradictions, []);
    });
  }
});
