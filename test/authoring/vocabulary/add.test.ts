import assert from 'node:assert/strict';
import { type Addition, addToLexicon } from '../../../language/authoring/vocabulary/add.ts';
import type { Category } from '../../../language/lexicon/term.ts';
import { benchWith, FILE, parse } from './bench.ts';

const add = (text: string | null, words: string, as: string, kind: Category | null = null) => {
  const packs = text === null ? [] : [parse(text)];
  const addition: Addition = { words, as, kind };
  return addToLexicon(addition, text, { ...benchWith(...packs), parse: (own) => parse(own, FILE) });
};

/** The text with words added. */
function added(...given: Parameters<typeof add>): string {
  const result = add(...given);
  assert.equal(result.is, 'added', JSON.stringify(result));
  return result.is === 'added' ? result.text : '';
}
const refusal = (...given: Parameters<typeof add>): string => {
  const result = add(...given);
  assert.equal(result.is, 'refused', JSON.stringify(result));
  return result.is === 'refused' ? result.reasons.join(' ') : '';
};

describe('words added to a lexicon', () => {
  it('begin a file where there is none', () =>
    assert.match(
      added(null, ' bony   swelling ', 'mass'),
      /\nversion: 1\nterms:\n {2}- \{ id: mass, category: head, label: mass, synonyms: \[bony swelling\] \}\n$/,
    ));

  it('are not those by which sentences are read: a finding called "no" would stand in every denial', () => {
    for (const words of ['no', 'Without', 'possible', 'of', 'cm', 'prior'])
      assert.match(refusal(null, words, 'mass'), /by which sentences are read; as `mass` it would be found in all of them\.$/, words);
  });

  const CASES: readonly (readonly [string, string, readonly [string, string, Category?], string])[] = [
    [
      'stand behind the last entry, in its column, before what is said below it',
      'version: 1\nterms:\n    # ours\n    - id: a\n      category: head\n      label: zorb   # c\n\n# end\n',
      ['zurb', 'zurb', 'head'],
      'version: 1\nterms:\n    # ours\n    - id: a\n      category: head\n      label: zorb   # c\n    - { id: zurb, category: head, label: zurb }\n\n# end\n',
    ],
    [
      'go into the entry that there is',
      'version: 1\nterms:\n  - { id: mass, category: head, label: mass, synonyms: [zorb] } # c\n',
      ['zurb', 'mass'],
      'version: 1\nterms:\n  - { id: mass, category: head, label: mass, synonyms: [zorb, zurb] } # c\n',
    ],
    [
      'fill an empty list',
      'version: 1\nterms: []\n# end\n',
      ['zurb', 'mass'],
      'version: 1\nterms: \n  - { id: mass, category: head, label: mass, synonyms: [zurb] }\n# end\n',
    ],
    [
      'make the list that there is not',
      'version: 1\ncompositions: []\n',
      ['zurb', 'mass'],
      'version: 1\ncompositions: []\nterms:\n  - { id: mass, category: head, label: mass, synonyms: [zurb] }\n',
    ],
    [
      'keep the line breaks, and end a file that lacks one',
      'version: 1\r\nterms:\r\n  - { id: a, category: head, label: zorb }',
      ['zurb: "x', 'zurb', 'head'],
      '',
    ],
    [
      'keep the line breaks',
      'version: 1\r\nterms:\r\n  - { id: a, category: head, label: zorb }',
      ['yes', 'zurb', 'head'],
      'version: 1\r\nterms:\r\n  - { id: a, category: head, label: zorb }\r\n  - { id: zurb, category: head, label: "yes" }',
    ],
    [
      'stand in a list in brackets too',
      'version: 1\nterms: [{ id: a, category: head, label: zorb }]\n',
      ['zurb', 'zurb', 'site'],
      'version: 1\nterms: [{ id: a, category: head, label: zorb }, { id: zurb, category: site, label: zurb }]\n',
    ],
  ];
  for (const [what, text, given, after] of CASES)
    it(what, () => {
      if (after === '') assert.match(refusal(text, ...given), /parts words/);
      else assert.equal(added(text, ...given), after);
    });

  it('that are known already are not written', () => {
    const result = add(null, 'Tumor', 'mass');
    assert.deepEqual(result.is === 'known' && result.term.id, 'mass');
    assert.equal(add(null, 'compressed cord', 'cord-compression').is, 'known');
  });

  it('that mean something else are refused, with what', () => {
    assert.match(refusal(null, 'cyst', 'mass'), /`cyst` \(finding, which ships\)/);
    assert.match(refusal(null, 'cord compression', 'mass'), /`cord-compression`/);
    assert.match(refusal(null, 'liver', 'knee-liver', 'head'), /`liver` \(site/);
  });

  it('that no report can match are refused', () => assert.match(refusal(null, 'zorb (b)', 'mass'), /"\(" parts words/));

  it('need a term, or the kind of a new one', () => {
    assert.match(refusal(null, 'zorb', 'fibroms'), /^there is no term "fibroms"; .*needs --kind/);
    assert.match(refusal(null, 'zorb', 'cord compresion'), /near it: .*compression/);
    assert.match(refusal(null, 'zorb', 'metastasis'), /several things; say which with --kind: diagnosis, head/);
    assert.match(added(null, 'zorb', 'metastasis', 'diagnosis'), /id: metastasis, category: diagnosis, label: .*, synonyms: \[zorb\]/);
    assert.match(added(null, 'zorb', 'Zorb Sign', 'head'), /id: zorb-sign, category: head, label: zorb /);
    assert.match(refusal(null, ' ', 'mass'), /no words/);
  });

  it('leave a file alone that is written in another way', () => {
    assert.match(refusal('{ version: 1, terms: [] }\n', 'zurb', 'mass'), /by hand/);
    assert.match(refusal('version: 1\nterms: x\n', 'zurb', 'mass'), /by hand/);
  });
});
