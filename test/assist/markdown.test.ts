import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs, plain, unmarked } from '../../language/assist/markdown.ts';

describe('pages', () => {
  it('read the same without their marks', () => {
    assert.equal(unmarked(paragraphs([`**${plain('T2*')}** (signal)`, '', '- `mass at L`'])), 'T2* (signal)\n\n- mass at L');
  });

  it('give back any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(unmarked(plain(text)), text)));
    fc.assert(fc.property(fc.stringMatching(/^[\\`*_#[\]-]*$/), (text) => assert.equal(unmarked(plain(text)), text)));
  });
});
