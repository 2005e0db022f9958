import assert from 'node:assert/strict';
import { createLexicon } from '../../language/lexicon/create.ts';
import { fold } from '../../language/text/fold.ts';

const pack = (...terms: object[]) => ({ version: 1, pack: 'test', terms });
const term = (id: string, label: string, ...synonyms: string[]) => ({ id, category: 'head', label, synonyms });

const matched = (lexicon: ReturnType<typeof createLexicon>, text: string) => {
  const m = lexicon.match(fold(text), 0);
  return m === null ? null : [m.senses[0]?.term.id, text.slice(0, m.end)];
};

describe('matching terms', () => {
  const lexicon = createLexicon([
    pack(
      term('cord-compression', 'cord compression', 'SCC'),
      term('cord', 'cord'),
      term('haemorrhage', 'haemorrhage'),
      term('paraaortic', 'para-aortic node'),
      term('stenosis', 'stenosis'),
      term('rib', 'posterior ends of ribs'),
    ),
  ]);
  const CASES: [string, [string, string] | null][] = [
    ['cord compression at D5', ['cord-compression', 'cord compression']],
    ['Cord  Compression', ['cord-compression', 'Cord  Compression']],
    ['cord-compression', ['cord-compression', 'cord-compression']],
    ['cord\n  compression', ['cord-compression', 'cord\n  compression']],
    ['cord, compression', ['cord', 'cord']],
    ['hemorrhage', ['haemorrhage', 'hemorrhage']],
    ['haemorrhages', ['haemorrhage', 'haemorrhages']],
    ['stenoses', ['stenosis', 'stenoses']],
    ['paraaortic nodes', ['paraaortic', 'paraaortic nodes']],
    ['para aortic nodes', ['paraaortic', 'para aortic nodes']],
    ['posterior ends of all the visualised ribs', ['rib', 'posterior ends of all the visualised ribs']],
    ['scc', ['cord-compression', 'scc']],
    ['cordate', null],
  ];
  for (const [text, expected] of CASES) it(text.replace('\n', ' / '), () => assert.deepEqual(matched(lexicon, text), expected));
});

describe('packs', () => {
  it('override and extend earlier ones', () => {
    const lexicon = createLexicon([pack(term('mass', 'mass', 'lump')), pack(term('mass', 'tumour', 'growth'))]);
    assert.equal(lexicon.term('mass', 'head')?.label, 'tumour');
    for (const word of ['mass', 'lump', 'tumor', 'growth']) assert.equal(matched(lexicon, word)?.[0], 'mass');
  });
  it('leave what is composed to composition', () => {
    const site = { id: 'neural-foramen', category: 'site', label: 'foraminal' };
    const narrow = { id: 'narrow', category: 'observation', label: 'narrowing', forms: { noun: ['narrowing'] } };
    const rows = { compositions: [{ observation: 'narrow', structure: 'neural-foramen', kind: 'foraminal-narrowing' }] };
    const lexicon = createLexicon([{ ...pack(site, narrow, term('foraminal-narrowing', 'foraminal narrowing')), ...rows }]);
    assert.deepEqual(matched(lexicon, 'foraminal narrowing'), ['neural-foramen', 'foraminal']);
    assert.ok(lexicon.implies('foraminal-narrowing', 'neural-foramen'));
  });
});

describe('completion and spelling', () => {
  const lexicon = createLexicon([pack(term('cord-compression', 'cord compression', 'SCC'), term('hypointense', 'hypointense'))]);
  it('completes by any word, case-blind, a term once', () => {
    assert.deepEqual(
      lexicon.complete('Co', null, 9).map((c) => c.words),
      ['cord compression'],
    );
    assert.deepEqual(
      lexicon.complete('comp', null, 9).map((c) => c.words),
      ['cord compression'],
    );
    assert.deepEqual(lexicon.complete('s', ['site'], 9), []);
  });
  it('finds near words, never for a known one or one far from all', () => {
    assert.deepEqual(lexicon.near('compresion'), ['compression']);
    assert.deepEqual(lexicon.near('hypointens'), ['hypointense']);
    assert.deepEqual(lexicon.near('compression'), []);
    assert.deepEqual(lexicon.near('elephant'), []);
  });
});

describe('parts and wholes', () => {
  const lexicon = createLexicon([{ version: 1, pack: 'test', terms: [], parts: { spine: ['cord', 'canal'], bone: ['rib'] } }]);
  it('has two structures beside each other in one whole', () => {
    assert.ok(lexicon.isBeside('cord', 'canal'));
    assert.ok(!lexicon.isBeside('cord', 'rib'));
    assert.ok(!lexicon.isBeside('liver', 'rib'));
  });
});
