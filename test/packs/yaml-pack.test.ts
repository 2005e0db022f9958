import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createLexicon } from '../../language/lexicon/create.ts';
import { COMPOSITION_KEYS, PACK_KEYS, TERM_KEYS } from '../../language/lexicon/pack-shape.ts';
import { packs } from '../../packs/emh.ts';
import { readPackText } from '../../packs/yaml-pack.ts';
import { dataFiles } from '../../scripts/data-files.ts';
import { root } from '../../scripts/root.ts';

/** What is told of a site's pack on top of the shipped ones: `line message`. */
const told = (text: string): string[] =>
  createLexicon([...packs, readPackText('site.yaml', text)]).problems.map(({ file, line, message }) => {
    assert.equal(file, 'site.yaml');
    return `${line} ${message}`;
  });

const TERMS = 'version: 1\nterms:\n';

describe('a lexicon file', () => {
  it('needs no more than id, category and label', () => {
    const text = `${TERMS}  - id: fibroma\n    category: head\n    label: fibroma\n`;
    assert.deepEqual(told(text), []);
    assert.equal(createLexicon([readPackText('/x/.emh/lexicon/our-terms.yaml', text)]).terms[0]?.pack, 'our-terms');
  });

  const CASES: readonly (readonly [string, string, readonly (string | RegExp)[]])[] = [
    [
      'an unknown key',
      `${TERMS}  - id: a\n    category: head\n    label: b\n    synonym: [c]\n`,
      [/^6 `a`: `synonym` is no key here \(did you mean `synonyms`\?\)/],
    ],
    ['an unknown key at the top', 'version: 1\nterm: []\n', [/^2 `term` is no key here \(did you mean `terms`\?\)/]],
    ['no version', 'terms: []\n', ['1 `version` is missing.']],
    ['another version', 'version: 2\nterms: []\n', ['1 `version` must be 1, not `2`.']],
    [
      'an unknown category',
      `${TERMS}  - { id: a, category: haed, label: b }\n`,
      [/^3 `a`: `category` is unknown: `haed` \(did you mean `head`\?\)\.$/],
    ],
    ['an empty label', `${TERMS}  - id: a\n    category: head\n    label: ""\n`, ['5 `a`: `label` is empty: must be words.']],
    ['a label of blanks', `${TERMS}  - { id: a, category: head, label: "  " }\n`, ['3 `a`: `label` must be words, not ` `.']],
    ['no id', `${TERMS}  - category: head\n    label: b\n`, ['3 terms[0]: `id` is missing.']],
    [
      'a list of synonyms that is none',
      `${TERMS}  - id: a\n    category: head\n    label: b\n    synonyms: c\n`,
      ['6 `a`: `synonyms` must be a list, not `c`.'],
    ],
    [
      'a synonym that is no text',
      `${TERMS}  - id: a\n    category: head\n    label: b\n    synonyms:\n      - c\n      - 3\n`,
      ['8 `a`: `synonyms[1]` must be words, not `3`.'],
    ],
    [
      'an unknown attribute',
      `${TERMS}  - { id: a, category: head, label: b, frame: [level] }\n`,
      [/^3 `a`: `frame\[0\]` is unknown: `level` \(did you mean `levels`\?\)/],
    ],
    [
      'a rank out of range',
      `${TERMS}  - { id: a, category: head, label: b, rank: 12 }\n`,
      ['3 `a`: `rank` must be a whole number from 0 to 9, not `12`.'],
    ],
    [
      'a frame of something else',
      `${TERMS}  - { id: a, category: site, label: b, frame: [levels] }\n`,
      ['3 `a`: `frame` belongs to terms of the category `head` alone.'],
    ],
    [
      'an id that stands twice',
      `${TERMS}  - { id: a, category: head, label: b }\n  - { id: a, category: site, label: c }\n  - { id: a, category: head, label: d }\n`,
      [/^5 `a`: `id` stands already in line 3 with this category/],
    ],
    [
      'a code without a source',
      `${TERMS}  - id: a\n    category: head\n    label: b\n    codes: { radlex: RID1 }\n`,
      [/^6 `a`: `codes\.radlex` names no source and is not used/],
    ],
    [
      'a source that is not explained',
      `${TERMS}  - id: a\n    category: head\n    label: b\n    codes: { radlex: RID1 }\n    codeSources: { radlex: X }\n`,
      [/^6 `a`: `codes\.radlex` has a source, `X`, that `sources` does not explain/],
    ],
    [
      'a code that cannot be one',
      `version: 1\nsources: { X: somewhere }\nterms:\n  - { id: a, category: head, label: b, codes: { snomed: 71286001 }, codeSources: { snomed: X } }\n`,
      [/^4 `a`: `codes\.snomed` must be a SNOMED CT concept in quotes/],
    ],
    [
      'a composition of an unknown observation',
      'version: 1\ncompositions:\n  - { observation: squash, structure: spinal-cord, kind: cord-compression }\n',
      ['3 compositions[0]: `observation` names no known observation: `squash`.'],
    ],
    [
      'a composition of an unknown structure',
      'version: 1\ncompositions:\n  - observation: compress\n    structure: spinal-chord\n    kind: cord-compression\n',
      ['4 compositions[0]: `structure` names no known structure (the id of a site): `spinal-chord`.'],
    ],
    [
      'a composition of an unknown kind',
      'version: 1\ncompositions:\n  - { observation: compress, structure: spinal-cord, kind: squeeze }\n',
      ['3 compositions[0]: `kind` names no known kind (the id of a head): `squeeze`.'],
    ],
    [
      'a composition of an unknown group',
      'version: 1\ncompositions:\n  - { observation: compress, structure: bone*, kind: mass }\n',
      ['3 compositions[0]: `structure` names no known group of this file: `bone*`.'],
    ],
    [
      'an unknown site',
      `${TERMS}  - { id: a, category: head, label: b, sites: [liver, livre] }\n`,
      ['3 `a`: `sites[1]` names no known site: `livre`.'],
    ],
    ['an unknown part', 'version: 1\nparts:\n  liver: [livre]\n', ['3 `parts.liver[0]` names no known site: `livre`.']],
    ['a list at the top', '- a\n', ['1 a lexicon is a map with `version: 1` and `terms`, not a list.']],
    ['an empty file', '', ['1 a lexicon is a map with `version: 1` and `terms`, not nothing.']],
    ['a bracket that stays open', `${TERMS}  - { id: [\n`, [/^\d+ no valid YAML: /]],
    ['a key that stands twice', 'version: 1\nversion: 1\n', [/^2 no valid YAML: map keys must be unique/]],
    ['two documents', 'version: 1\n---\nversion: 1\n', [/^2 no valid YAML: /]],
    ['an alias of nothing', 'version: 1\nterms: *x\n', [/^\d no valid YAML: .*alias/i]],
    ['nesting without end', '['.repeat(100_000), [/^\d no valid YAML/]],
  ];
  for (const [name, text, expected] of CASES) {
    it(`with ${name} is told so, once, with its line`, () => {
      const found = told(text);
      expected.forEach((each, i) => {
        if (typeof each === 'string') assert.equal(found[i], each);
        else assert.match(found[i] ?? '(nothing)', each);
      });
      if (!/YAML/.test(String(expected[0]))) assert.equal(found.length, expected.length, found.join('\n'));
    });
  }

  it('is used as far as it is right', () => {
    const text = `${TERMS}  - { category: head, label: nameless }\n  - { id: fibroma, category: head, label: fibroma, colour: red, codes: { radlex: RID1 } }\n  - 7\n`;
    const lexicon = createLexicon([readPackText('site.yaml', text)]);
    assert.deepEqual(
      lexicon.terms.map(({ id, codes }) => [id, codes]),
      [['fibroma', {}]],
    );
    const cut = createLexicon([readPackText('site.yaml', `${TERMS}  - { id: fibroma, category: head, label: fibroma }\n  - { id: [\n`)]);
    assert.equal(cut.terms[0]?.id, 'fibroma');
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:-,&*!|>\'"#%@ \n\tab1'), maxLength: 60 }), (text) => {
        createLexicon([readPackText('site.yaml', text)]);
        createLexicon([readPackText('site.yaml', `version: 1\nterms:\n  - ${text}`)]);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        for (const key of ['terms', 'compositions', 'parts', 'groups', 'sources', 'levelCodes'])
          createLexicon([readPackText('site.yaml', JSON.stringify({ [key]: data }))]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the shipped lexicon files', () => {
  it('have nothing wrong with them', () => {
    const files = dataFiles('lexicon', '.yaml').map(({ name, text }) => readPackText(name, text));
    assert.deepEqual(createLexicon(files).problems, []);
  });

  it('are described for editors with the same keys', () => {
    const schema = JSON.parse(readFileSync(join(root, 'lexicon/schema.json'), 'utf8'));
    const keys = (object: object): string[] => Object.keys(object).sort();
    assert.deepEqual(keys(PACK_KEYS), keys(schema.properties));
    assert.deepEqual(keys(TERM_KEYS), keys(schema.$defs.term.properties));
    assert.deepEqual(keys(COMPOSITION_KEYS), keys(schema.$defs.composition.properties));
  });
});
