import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkLexicon } from '../../../language/authoring/vocabulary/check.ts';
import { checkDigitProblem } from '../../../language/authoring/vocabulary/check-digits.ts';
import { otherSpelling } from '../../../language/authoring/vocabulary/other-spelling.ts';
import { otherNumber } from '../../../language/authoring/vocabulary/plurals.ts';
import { readLexiconFile } from '../../../language/authoring/vocabulary/reading.ts';
import { applyEdits } from '../../../language/text/edit.ts';
import { dataFiles } from '../../../scripts/data-files.ts';
import { benchWith, entries, parse, readSite } from './bench.ts';

/** `rule "words": message` of each finding but unused terms, in order. */
const told = (text: string, bench = benchWith()): string[] =>
  checkLexicon(readSite(text, bench))
    .filter(({ rule }) => rule !== 'lexicon-unused')
    .map(({ rule, message, range }) => `${rule} ${JSON.stringify(text.slice(range.start, range.end))}: ${message}`);

describe('the check of a lexicon file', () => {
  it('has nothing to say of words that are new', () =>
    assert.deepEqual(told(entries('{ id: fibroma, category: head, label: fibroma, synonyms: [fibrous tumour] }')), []));

  const CASES: readonly (readonly [string, string, readonly RegExp[]])[] = [
    ['what is no YAML, alone', 'version: 1\nterms: [\n  - {', [/^lexicon-syntax ".*": no valid YAML/]],
    [
      'the key that is none, and the entry that lacks one',
      entries('{ id: a, category: head, lable: zorb }'),
      [/^lexicon-shape "a": `a`: `label` is missing/, /^lexicon-shape "lable": `a`: `lable` is no key here \(did you mean `label`\?\)/],
    ],
    [
      'a key of heads alone, at the key',
      entries('{ id: a, category: site, label: zorb, rank: 2 }'),
      [/^lexicon-shape "rank": `a`: `rank` belongs to/],
    ],
    [
      'a site that there is not, at its name',
      entries('{ id: a, category: head, label: zorb, sites: [livre] }'),
      [/^lexicon-reference "livre"/],
    ],
    [
      'an id that stands twice',
      entries('{ id: a, category: head, label: zorb }', '{ id: a, category: head, label: zurb }'),
      [/^lexicon-shadowed|^lexicon-duplicate "a": `a`: `id` stands already in line 4/],
    ],
    [
      'words that stand twice in an entry',
      entries('{ id: a, category: head, label: zorb, synonyms: [zurb, Zorb] }'),
      [/^lexicon-duplicate "Zorb": "Zorb" stands twice/],
    ],
    [
      'what is understood anyway',
      entries('{ id: a, category: head, label: zorb tumour, synonyms: [zorb-tumour, zorb tumor, zorb tumours] }'),
      [
        /^lexicon-redundant "zorb-tumour".* hyphens/,
        /^lexicon-redundant "zorb tumor".* American/,
        /^lexicon-redundant "zorb tumours": "zorb tumours" is made of "zorb tumour"/,
      ],
    ],
    [
      'a finding of two words that make it already',
      entries('{ id: cord-compression, category: head, label: cord compression, synonyms: [compressed cord, cord squeezing] }'),
      [/^lexicon-redundant "cord compression": .* "cord" and "compression"/],
    ],
    [
      'words that an entry before has',
      entries('{ id: a, category: head, label: zorb }', '{ id: b, category: head, label: zurb, synonyms: [zorb] }'),
      [/^lexicon-clash "zorb": "zorb" is read as `a` \(finding, line 4\), and never as `b`/],
    ],
    [
      'words of a term that ships',
      entries('{ id: a, category: head, label: lump }'),
      [/^lexicon-clash "lump": "lump" is read as `mass` \(finding, which ships\), and never as `a`/],
    ],
    [
      'words that it takes from a term that ships',
      entries('{ id: mass, category: head, label: mass, synonyms: [cyst] }'),
      [/^lexicon-clash "cyst": "cyst" is `cyst` \(finding, which ships\) already, and this entry takes it away/],
    ],
    [
      'words that it takes from a finding that is named by two',
      entries('{ id: a, category: head, label: cord compression }'),
      [/^lexicon-clash "cord compression": .*`cord-compression`/],
    ],
    [
      'words of another category',
      entries('{ id: a, category: head, label: liver }'),
      [/^lexicon-homonym "liver": "liver" is also `liver` \(site, which ships\)/],
    ],
    [
      'words that no report can match',
      entries(
        '{ id: a, category: head, label: "zorb (outer)" }',
        '{ id: b, category: head, label: 3 zorb sign }',
        '{ id: c, category: head, label: T4 zorb }',
        '{ id: d, category: site, label: "..." }',
      ),
      [
        /^lexicon-never-read ".*zorb \(outer\).*": .*"\(" parts words/,
        /^lexicon-never-read "3 zorb sign": .*"3" is read as a number/,
        /^lexicon-never-read "T4 zorb": .*"t4" is read as a level/,
        /^lexicon-never-read ".*": .*holds no letter or digit/,
      ],
    ],
    [
      'another label for a term that ships',
      entries('{ id: mass, category: head, label: zorb }'),
      [/^lexicon-override "zorb": `mass` is called "mass" where it comes from/],
    ],
    [
      'rows that say otherwise what another row says, here or elsewhere',
      'version: 1\ncompositions:\n  - { observation: compress, structure: spinal-cord, kind: mass }\n  - { observation: compress, structure: spinal-cord, kind: cyst }\n',
      [
        /^lexicon-override "mass": `compress` and `spinal-cord` make `cord-compression` elsewhere; with this they make `mass`/,
        /^lexicon-duplicate "spinal-cord": .*stands already in line 3/,
        /^lexicon-override "cyst"/,
      ],
    ],
    [
      'what is named and is not there, and a part of itself',
      'version: 1\nsources: { A: b }\nterms:\n  - { id: a, category: head, label: zorb, asked: [spine, liver, toes] }\nparts:\n  liver: [liver]\nrelatedCodes:\n  - { term: nope, system: radlex, code: RID1, source: A }\n',
      [
        /^lexicon-reference "toes": .*no known region/,
        /^lexicon-shape "liver": .*a part of itself/,
        /^lexicon-reference "nope": .*no known term/,
      ],
    ],
    [
      'a code whose check digit is wrong, and one without a source',
      entries('{ id: a, category: head, label: zorb, codes: { snomed: "71286002", loinc: 18748-4 }, codeSources: { snomed: A } }'),
      [/^lexicon-code "\\"71286002\\"": .*check digit/, /^lexicon-code-source "18748-4"/],
    ],
    [
      'a plural and a spelling that are not known',
      entries('{ id: a, category: site, label: zorb foramen, synonyms: [zorb vertebrae, coeliac zorb] }'),
      [
        /^lexicon-plural "zorb foramen": The plural "zorb foramina"/,
        /^lexicon-plural "zorb vertebrae": The singular "zorb vertebra"/,
        /^lexicon-spelling "coeliac zorb": The American spelling "celiac zorb"/,
      ],
    ],
  ];
  for (const [what, text, expected] of CASES)
    it(`tells of ${what}`, () => {
      const all = told(text);
      assert.equal(all.length, expected.length, all.join('\n'));
      for (const [i, each] of expected.entries()) assert.match(all[i] ?? '', each);
    });

  it('tells of a label that another file of the site gives', () => {
    const later = parse(entries('{ id: a, category: head, label: zurb }'), '/x/.emh/lexicon/z.yaml');
    const own = parse(entries('{ id: a, category: head, label: zorb }'));
    assert.match(told(own.text, benchWith(own, later)).join(), /^lexicon-shadowed "zorb": z\.yaml:4 calls it "zurb", which counts\.$/);
  });

  it('tells of terms that nothing uses, and not of those that a rule, a template or a table names', () => {
    const text = entries(
      '{ id: zorb, category: head, label: zorb }',
      '{ id: zurb, category: site, label: zurb }',
      '{ id: zarb, category: head, label: zarb }',
      '{ id: zirb, category: head, label: zirb }',
      '{ id: mass, category: head, label: mass, synonyms: [zerb] }',
    ).concat('compositions:\n  - { observation: compress, structure: zurb, kind: zarb }\n');
    const bench = benchWith();
    const source = { name: 'ours.emhr', text: 'rule a\nwhen zirbs at L\n' };
    const found = checkLexicon(readSite(text, { ...bench, sources: [...bench.sources, source] }));
    assert.deepEqual(
      found.map(({ rule, range }) => [rule, text.slice(range.start, range.end)]),
      [['lexicon-unused', 'zorb']],
    );
  });

  it('mends what lacks a word, in the way the entry is written', () => {
    for (const [before, after] of [
      [entries('{ id: a, category: site, label: zorb foramen }'), 'label: zorb foramen, synonyms: [zorb foramina] }'],
      [entries('{ id: a, category: site, label: zorb foramen, synonyms: [x1] } # c'), 'synonyms: [x1, zorb foramina] } # c'],
      [entries('id: a\n    category: site\n    label: zorb foramen # c'), '    label: zorb foramen # c\n    synonyms: [zorb foramina]\n'],
      [
        entries('id: a\n    category: site\n    label: zorb foramen\n    synonyms:\n      - zib # c\n    # end'),
        '      - zib # c\n      - zorb foramina\n    # end\n',
      ],
    ] as const) {
      const fix = checkLexicon(readSite(before)).find(({ rule }) => rule === 'lexicon-plural')?.fixes[0];
      assert.ok(fix, before);
      const mended = applyEdits(before, fix.edits);
      assert.ok(mended.includes(after), mended);
      assert.deepEqual(parse(mended).problems, []);
      assert.ok(!told(mended).some((each) => each.startsWith('lexicon-plural')), mended);
    }
  });

  it('takes a lexicon of the project for itself, and finds no error in any', () => {
    for (const { name, text } of dataFiles('lexicon', '.yaml')) {
      const found = checkLexicon(readLexiconFile(parse(text, `/site/${name}`), benchWith()));
      assert.deepEqual(
        found
          .filter(({ severity, rule }) => severity === 'error' || rule === 'lexicon-override' || rule === 'lexicon-code')
          .map(({ message }) => message),
        [],
        name,
      );
    }
  }).timeout(60_000);

  it('never throws, whatever is written', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'terms:',
            '  - ',
            'id: a',
            '{',
            '}',
            '[',
            ']',
            ': ',
            '\n',
            '"',
            '#',
            'label: x',
            'category: head',
            '&a',
            '*a',
            ', ',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = `version: 1\n${parts.join('')}`;
          for (const { range } of checkLexicon(readSite(text, { packs: [], sources: [] })))
            assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        },
      ),
      { numRuns: 300 },
    ));
});

describe('words in the other number and spelling', () => {
  for (const [words, other] of [
    ['neural foramen', 'neural foramina'],
    ['vertebrae', 'vertebra'],
    ['cavities', 'cavity'],
    ['mass', null],
    ['facies', null],
    ['beside the vertebrae', null],
  ] as const)
    it(words, () => assert.equal(otherNumber(words)?.words ?? null, other));
  for (const [words, other] of [
    ['coeliac axis', 'celiac axis'],
    ['Celiac axis', 'Coeliac axis'],
    ['tumour', null],
    ['haemorrhage', null],
    ['gastric', null],
    ['infection', null],
  ] as const)
    it(words, () => assert.equal(otherSpelling(words)?.words ?? null, other));
});

describe('check digits', () => {
  for (const [system, code, isRight] of [
    ['snomed', '71286001', true],
    ['snomed', '71286002', false],
    ['snomed', '71268001', false],
    ['loinc', '18748-4', true],
    ['loinc', '18748-5', false],
    ['radlex', 'RID1', true],
  ] as const)
    it(`${system} ${code}`, () => assert.equal(checkDigitProblem(system, code) === null, isRight));
});
