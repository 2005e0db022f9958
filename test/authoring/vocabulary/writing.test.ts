import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLexicon } from '../../../language/authoring/vocabulary/completion.ts';
import { hoverLexicon } from '../../../language/authoring/vocabulary/hover.ts';
import { keysAt } from '../../../language/authoring/vocabulary/keys.ts';
import { mentionsIn } from '../../../language/authoring/vocabulary/mentions.ts';
import { idPlaces, namedAt } from '../../../language/authoring/vocabulary/named.ts';
import { scalar } from '../../../language/authoring/vocabulary/write.ts';
import { createLexicon } from '../../../language/lexicon/create.ts';
import { placeAt, treeAt } from '../../../language/lexicon/tree.ts';
import { packs } from '../../../packs/emh.ts';
import { readYaml } from '../../../packs/yaml.ts';
import { root } from '../../../scripts/root.ts';
import { entries, parse, readSite } from './bench.ts';

interface Schema {
  readonly properties: object;
  readonly $defs: Readonly<Record<string, { readonly properties?: Readonly<Record<string, { readonly properties?: object }>> }>>;
}
const schema = JSON.parse(readFileSync(join(root, 'lexicon/schema.json'), 'utf8')) as Schema;

describe('keys of lexicon files', () => {
  const { $defs: defs, properties } = schema;
  const CASES: readonly (readonly [string, readonly (string | number)[], object | undefined])[] = [
    ['the file', [], properties],
    ['an entry', ['terms', 0], defs.term?.properties],
    ['forms', ['terms', 0, 'forms'], defs.term?.properties?.forms?.properties],
    ['codes', ['terms', 0, 'codes'], defs.codes?.properties],
    ['a composition', ['compositions', 3], defs.composition?.properties],
    ['a level code', ['levelCodes', 'T4'], defs.levelCode?.properties],
    ['an exam code', ['examCodes', 0], defs.examCode?.properties],
    ['a related code', ['relatedCodes', 0], defs.relatedCode?.properties],
  ];
  for (const [what, path, known] of CASES)
    it(`${what} are those of the schema`, () => assert.deepEqual(Object.keys(keysAt(path) ?? {}).sort(), Object.keys(known ?? {}).sort()));
  it('are nobody’s elsewhere', () => assert.equal(keysAt(['sources']), null));
});

describe('the tree of a file', () => {
  const text = 'version: 1\nterms:\n  - { id: a, label: "b c" }\n  - id: d\n    synonyms:\n      - e\n';
  const { tree } = readYaml(text);
  it('has the places of keys and values', () => {
    const found = treeAt(tree, ['terms', 0, 'label']);
    assert.equal(text.slice(found?.key?.start, found?.key?.end), 'label');
    assert.equal(text.slice(found?.value?.range.start, found?.value?.range.end), '"b c"');
    assert.equal(treeAt(tree, ['terms', 5]), null);
  });
  it('knows what stands at a place', () => {
    assert.deepEqual(placeAt(tree, text.indexOf('e\n'.repeat(1), text.indexOf('- e')))?.path, ['terms', 1, 'synonyms', 0]);
    assert.deepEqual(placeAt(tree, text.indexOf('synonyms') + 2), {
      path: ['terms', 1, 'synonyms'],
      on: 'key',
      range: { start: text.indexOf('synonyms'), end: text.indexOf('synonyms') + 8 },
    });
    assert.equal(placeAt(null, 0), null);
  });
  it('ends where nesting does not', () => {
    const deep = `terms: ${'['.repeat(500)}a${']'.repeat(500)}`;
    assert.deepEqual(readYaml(deep).problems, []);
    assert.equal(placeAt(readYaml(deep).tree, deep.indexOf('a]')), null);
    assert.equal(hoverLexicon(readSite(deep, { packs: [], sources: [] }), 510), null);
  });
});

describe('mentions of terms', () => {
  const lexicon = createLexicon(packs);
  const heads = (text: string): string[] =>
    [...mentionsIn(text, lexicon)]
      .filter(({ term }) => term.category === 'head')
      .map(({ term, range }) => `${term.id}: ${text.slice(range.start, range.end)}`);
  it('are also what an observation and its structure make', () => {
    assert.deepEqual(heads('Cord compression at D5.'), ['cord-compression: Cord compression']);
    assert.deepEqual(heads('Compression of the cord.'), ['cord-compression: Compression of the cord']);
    assert.deepEqual(heads('Compression. Cord normal.'), []);
  });
});

describe('names in a lexicon file', () => {
  const text = entries('{ id: zorb, category: site, label: zorb }', '{ id: a, category: head, label: zurb, sites: [zorb] }').concat(
    'parts:\n  zorb: [liver]\n',
  );
  it('lead to terms, and are found by them', () => {
    const reading = readSite(text);
    const named = namedAt(reading, text.indexOf('[zorb]') + 2);
    assert.equal(named?.is === 'reference' && named.term.id, 'zorb');
    assert.equal(namedAt(reading, text.indexOf('liver') + 1)?.is, 'reference');
    assert.equal(namedAt(reading, text.indexOf('version') + 1)?.is, 'key');
    assert.deepEqual(
      idPlaces(reading.pack, { id: 'zorb', category: 'site' }).map(({ range, isEntry }) => [text.slice(range.start, range.end), isEntry]),
      [
        ['zorb', true],
        ['zorb', false],
        ['zorb', false],
      ],
    );
  });
});

describe('an editor at any place of any file', () => {
  it('gets an answer within the file, whatever is written', () => {
    const text = entries('{ id: mass, category: head, label: mass }').concat('compositions:\n  - { observation: , structure: [, kind\n');
    const reading = readSite(text, { packs: [], sources: [] });
    for (let offset = 0; offset <= text.length; offset++) {
      hoverLexicon(reading, offset);
      for (const { replace } of completeLexicon(reading, offset, parse).items)
        assert.ok(replace.start <= offset && offset <= replace.end && replace.end <= text.length);
    }
  });
});

describe('words as YAML has them', () => {
  for (const words of ['mass', 'bony swelling', 'T1', 'yes', 'null', 'a: b', '# c', '1', 'it’s', 'x, y', '[z]', '-', 'o-ring', 'q"r'])
    it(words, () => {
      assert.equal((readYaml(`a: ${scalar(words)}`).data as { a: unknown }).a, words);
      assert.deepEqual((readYaml(`a: [${scalar(words)}, b]`).data as { a: unknown }).a, [words, 'b']);
    });
});
