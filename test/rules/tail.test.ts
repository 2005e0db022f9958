import assert from 'node:assert/strict';
import { make, words } from './one-rule.ts';

const many = (sentence: string, count = 50): string => `${Array.from({ length: count }, () => sentence).join(' ')}\n`;

/** Of each of the first lines a report has so many that not all ways of taking one of each can be looked at. */
const rule = (message: string): string =>
  `when mass called F\nand any sequence called T\nand any structure spleen called U\nand kind of T is "STIR"\n${message}`;
const text = `FINDINGS\nMass at D5.\n${many('STIR is bright.', 90)}${many('Mass at D8.', 60)}${many('The spleen is seen.', 90)}`;

describe('what is taken and spoken of nowhere else', () => {
  it('is looked for once for each thing that is spoken of', () => {
    const ids = make(rule('error {F}.'))
      .read(text)
      .diagnostics.map(({ rule: id }) => id);
    assert.ok(ids.length > 1);
    assert.ok(!ids.includes('rule-unfinished'));
  });

  it('is looked for in all ways where a message speaks of it', () => {
    const ids = make(rule('error {F} {U}.'))
      .read(text)
      .diagnostics.map(({ rule: id }) => id);
    assert.ok(ids.includes('rule-unfinished'));
  });

  it('gives each of the others its place', () => {
    const second = 'when mass called F\nand splenomegaly called G\nmark G\nerror M';
    assert.deepEqual(words(second, 'Mass at D5. Mass at D8. Splenomegaly. Then splenomegaly.'), ['Splenomegaly', 'splenomegaly']);
    const first = 'when mass called F\nand splenomegaly called G\nmark F\nerror M';
    assert.deepEqual(words(first, 'Mass at D5. Mass at D8. Splenomegaly.'), ['Mass at D5', 'Mass at D8']);
  });
});
