import assert from 'node:assert/strict';
import { differences } from '../../language/impression/difference.ts';
import { impressionOf, lexicon, readLinked, reportOf, syncEdits, synced } from './reading.ts';

/** Findings, an impression item, and what sync makes of it; the same words where nothing is to be changed. */
const CASES: [what: string, finding: string, item: string, after: string][] = [
  ['another level', 'Extradural mass from D3 to D8.', 'Extradural mass from D3 to D10.', 'Extradural mass from D3 to D8.'],
  ['a level in the item\u2019s own notation', 'Extradural mass from D3 to D8.', 'Extradural mass, T3–T10.', 'Extradural mass, T3–T8.'],
  ['a range that becomes one level', 'Extradural mass at D5.', 'Extradural mass from D3 to D4.', 'Extradural mass at D5.'],
  ['one level that becomes a range', 'Extradural mass from D3 to D8.', 'Extradural mass at D9.', 'Extradural mass at D3 to D8.'],
  [
    'discs',
    'Left foraminal narrowing at D4-D5 and D5-D6.',
    'Left foraminal narrowing at D5-D6 and D6-D7.',
    'Left foraminal narrowing at D4-D5 and D5-D6.',
  ],
  ['discs written short', 'Left foraminal narrowing at D4-D5.', 'Left foraminal narrowing at T5/6.', 'Left foraminal narrowing at T4/5.'],
  ['part of the levels', 'Cord compression at D4 to D7.', 'Cord compression at D5.', 'Cord compression at D4 to D7.'],
  ['a level singled out', 'Cord compression at D4 to D7.', 'Cord compression, worst at D5.', 'Cord compression, worst at D5.'],
  [
    'a level singled out among others',
    'Cord compression at D4 to D7.',
    'Cord compression, maximal at D5.',
    'Cord compression, maximal at D5.',
  ],
  ['no level', 'Cord compression at D4 to D7.', 'Cord compression.', 'Cord compression.'],
  [
    'a region that holds the levels',
    'Extradural mass from D3 to D8.',
    'Extradural mass of the thoracic spine.',
    'Extradural mass of the thoracic spine.',
  ],
  ['an impossible level', 'Paraspinal mass at D5.', 'Paraspinal mass at D15.', 'Paraspinal mass at D5.'],
  ['the other side', 'Left paraspinal mass at D5.', 'Right paraspinal mass at D5.', 'Left paraspinal mass at D5.'],
  [
    'the other side behind the noun',
    'Left paraspinal mass at D5.',
    'Paraspinal mass at D5 on the right.',
    'Paraspinal mass at D5 on the left.',
  ],
  ['both sides for one', 'Left paraspinal mass at D5.', 'Bilateral paraspinal mass at D5.', 'Left paraspinal mass at D5.'],
  ['one side for both', 'Bilateral paraspinal masses at D5.', 'Left paraspinal masses at D5.', 'Bilateral paraspinal masses at D5.'],
  [
    'the stronger side of both',
    'Bilateral paraspinal masses at D5, predominantly on the left.',
    'Left paraspinal masses at D5.',
    'Left paraspinal masses at D5.',
  ],
  ['no side', 'Left paraspinal mass at D5.', 'Paraspinal mass at D5.', 'Paraspinal mass at D5.'],
  ['another grade', 'The liver is mildly enlarged.', 'Moderate hepatomegaly.', 'Mild hepatomegaly.'],
  [
    'another span of grades',
    'Moderate to severe canal narrowing at D5.',
    'Mild canal narrowing at D5.',
    'Moderate to severe canal narrowing at D5.',
  ],
  ['another grade as an adverb', 'Severe splenomegaly.', 'The spleen is mildly enlarged.', 'The spleen is severely enlarged.'],
  ['the grade in the words of the findings', 'Marked splenomegaly.', 'Mild splenomegaly.', 'Marked splenomegaly.'],
  ['a synonym of the grade', 'Marked splenomegaly.', 'Severe splenomegaly.', 'Severe splenomegaly.'],
  ['no grade', 'Severe splenomegaly.', 'Splenomegaly.', 'Splenomegaly.'],
  [
    'mm for cm',
    'Paraspinal mass measuring 5.2 x 3.7 x 2.1 cm.',
    'Paraspinal mass, 5.2 x 3.7 x 2.1 mm.',
    'Paraspinal mass, 5.2 x 3.7 x 2.1 cm.',
  ],
  ['another size', 'Paraspinal mass measuring 5.2 x 3.7 cm.', 'Paraspinal mass, 4.2 x 3.7 cm.', 'Paraspinal mass, 5.2 x 3.7 cm.'],
  ['the size in another unit', 'Paraspinal mass measuring 5.2 x 3.7 cm.', 'Paraspinal mass, 52 x 37 mm.', 'Paraspinal mass, 52 x 37 mm.'],
  [
    'another size in another unit',
    'Paraspinal mass measuring 5.2 x 3.7 cm.',
    'Paraspinal mass, 42 x 37 mm.',
    'Paraspinal mass, 52 x 37 mm.',
  ],
  ['a denial of what is there', 'Cord compression at D5.', 'No cord compression.', 'Cord compression.'],
  ['a denial of what is there, at another level', 'Cord compression at D5.', 'No cord compression at D4 to D6.', 'Cord compression at D5.'],
  [
    'a denial behind a statement',
    'Canal narrowing and cord compression.',
    'Canal narrowing but no cord compression.',
    'Canal narrowing and cord compression.',
  ],
  ['a statement of what is denied', 'No cord compression.', 'Cord compression.', 'No cord compression.'],
  ['a statement that cannot simply be denied', 'No cord compression.', 'Severe cord compression.', 'Severe cord compression.'],
];

describe('differences between impression and findings', () => {
  for (const [what, found, item, after] of CASES) {
    it(`${what}: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${after}`]);
      assert.deepEqual(syncEdits(synced(text)), []);
    });
  }

  it('marks the differing words and tells error from part', () => {
    const text = reportOf(
      ['Left paraspinal mass D5 to D7, 3 cm.', 'Severe canal narrowing at D4 to D6.'],
      ['1. Right paraspinal mass D5 to D9, 2 cm.', '2. Mild canal narrowing at D5.'],
    );
    const { links } = readLinked(text);
    assert.deepEqual(
      differences(links, text, lexicon).map((d) => [d.item, d.attribute, d.nature, text.slice(d.range.start, d.range.end)]),
      [
        [1, 'levels', 'differs', 'D5 to D9'],
        [1, 'side', 'differs', 'Right'],
        [1, 'size', 'differs', '2 cm'],
        [2, 'levels', 'part', 'D5'],
        [2, 'severity', 'differs', 'Mild'],
      ],
    );
  });

  it('gives each of two findings its own level where they shared one', () => {
    const text = reportOf(
      ['Canal narrowing at D4 to D7.', 'Cord compression at D5.'],
      ['1. Canal narrowing and cord compression at D4 to D7.'],
    );
    assert.deepEqual(impressionOf(synced(text)), ['1. Canal narrowing at D4 to D7 and cord compression at D5.']);
    assert.deepEqual(syncEdits(synced(text)), []);
  });

  it('parts one word that names two findings where these differ', () => {
    const text = reportOf(['Mild hepatomegaly.', 'Severe splenomegaly.'], ['1. Mild hepatosplenomegaly.']);
    assert.deepEqual(impressionOf(synced(text)), ['1. Mild hepatomegaly and severe splenomegaly.']);
    assert.deepEqual(syncEdits(synced(text)), []);
  });

  it('changes one word that names two findings where both say the same', () => {
    const text = reportOf(['Severe hepatomegaly.', 'Severe splenomegaly.'], ['1. Mild hepatosplenomegaly.']);
    assert.deepEqual(impressionOf(synced(text)), ['1. Severe hepatosplenomegaly.']);
  });

  it('finds nothing missing where two items name the levels between them', () => {
    const text = reportOf(['Cord compression at D4 to D7.'], ['1. Cord compression at D4 and D5.', '2. Cord compression at D6 and D7.']);
    assert.deepEqual(syncEdits(text), []);
  });

  it('leaves what a person silenced', () => {
    const text = reportOf(
      ['Cord compression at D5.', 'Hepatomegaly. // emh-ignore impression-missing-finding: known'],
      ['// emh-ignore level-drift: counted from below', '1. Cord compression at D6.'],
    );
    assert.deepEqual(syncEdits(text), []);
  });

  it('lets an item sum up several findings', () => {
    const text = reportOf(
      ['Left paraspinal mass at D5.', 'Right paraspinal mass at D8.'],
      ['1. Bilateral paraspinal masses from D5 to D8.'],
    );
    assert.deepEqual(syncEdits(text), []);
  });
});
