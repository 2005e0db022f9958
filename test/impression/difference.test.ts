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
  // Presence of several things
  [
    'a denial of two things that are there',
    'Extradural mass and canal narrowing at D5.',
    'No extradural mass or canal narrowing.',
    'Extradural mass and canal narrowing.',
  ],
  ['a denial of two things by one word', 'Hepatomegaly and splenomegaly.', 'No hepatosplenomegaly.', 'Hepatosplenomegaly.'],
  [
    'a denial of two things of which one is there',
    'Hepatomegaly. No splenomegaly.',
    'No hepatosplenomegaly.',
    'Hepatomegaly, no splenomegaly.',
  ],
  [
    'a statement of what is denied, behind another',
    'Extradural mass at D5 causing canal narrowing. No cord compression.',
    'Extradural mass at D5 causing canal narrowing and cord compression.',
    'Extradural mass at D5 causing canal narrowing but no cord compression.',
  ],
  [
    'the same behind with',
    'Canal narrowing at D5. No cord compression.',
    'Canal narrowing at D5 with cord compression.',
    'Canal narrowing at D5 without cord compression.',
  ],
  ['a denial of what is only possible', 'Possible cord compression at D5.', 'No cord compression.', 'No cord compression.'],
  [
    'a denial at another site than the mass',
    'Extradural masses at D7 to D11. No paraspinal mass.',
    'Right paraspinal mass D9 to D11. Extradural masses D7 to D11.',
    'Right paraspinal mass D9 to D11. Extradural masses D7 to D11.',
  ],
  // Certainty
  [
    'a doubt that was lost',
    'Possible cord compression at D5.',
    'Severe cord compression at D5.',
    'Possible severe cord compression at D5.',
  ],
  [
    'a doubt that was lost, in a sentence',
    'Canal narrowing at D5. Questionable cord compression at D5.',
    'Canal narrowing and cord compression at D5.',
    'Canal narrowing and questionable cord compression at D5.',
  ],
  [
    'a doubt that would spread',
    'Possible canal narrowing at D5. Cord compression at D5.',
    'Canal narrowing and cord compression at D5.',
    'Canal narrowing and cord compression at D5.',
  ],
  ['a doubt too many', 'Cord compression at D5.', 'Possible cord compression at D5.', 'Cord compression at D5.'],
  [
    'a doubt too many behind the thing',
    'Cord compression at D5.',
    'Cord compression at D5 is possible.',
    'Cord compression at D5 is present.',
  ],
  [
    'a doubt too many of two things',
    'Cord compression at D5. Canal narrowing at D5.',
    'Possible canal narrowing and cord compression at D5.',
    'Canal narrowing and cord compression at D5.',
  ],
  [
    'a doubt that is right about one of two',
    'Cord compression at D5. Possible canal narrowing at D5.',
    'Possible canal narrowing and cord compression at D5.',
    'Possible canal narrowing and cord compression at D5.',
  ],
  ['a shade of certainty', 'Probable cord compression at D5.', 'Cord compression at D5.', 'Cord compression at D5.'],
  [
    'a diagnosis too sure',
    'Paraspinal masses, possibly EMH.',
    'Paraspinal masses in keeping with extramedullary haematopoiesis.',
    'Paraspinal masses possibly extramedullary haematopoiesis.',
  ],
  [
    'a diagnosis not sure enough',
    'Paraspinal masses consistent with EMH.',
    'Paraspinal masses, possibly EMH.',
    'Paraspinal masses, consistent with EMH.',
  ],
  [
    'a diagnosis behind a verb',
    'Paraspinal masses may represent EMH.',
    'Paraspinal masses represent EMH.',
    'Paraspinal masses may represent EMH.',
  ],
  [
    'a diagnosis a shade surer',
    'Paraspinal masses, likely EMH.',
    'Paraspinal masses in keeping with EMH.',
    'Paraspinal masses in keeping with EMH.',
  ],
  // Change
  [
    'another change',
    'Paraspinal mass at D5, unchanged.',
    'Paraspinal mass at D5, increased in size.',
    'Paraspinal mass at D5, unchanged in size.',
  ],
  [
    'a change before the noun',
    'The paraspinal mass at D5 has increased.',
    'Unchanged paraspinal mass at D5.',
    'Increased paraspinal mass at D5.',
  ],
  [
    'a change as a verb',
    'Paraspinal masses have increased since 2020-01-01.',
    'Paraspinal masses have decreased since 2020-01-01.',
    'Paraspinal masses have increased since 2020-01-01.',
  ],
  [
    'a change in the findings\u2019 own word',
    'Stable paraspinal mass at D5.',
    'New paraspinal mass at D5.',
    'Stable paraspinal mass at D5.',
  ],
  [
    'a comparison',
    'Paraspinal mass at D5, larger than before.',
    'Paraspinal mass at D5, smaller than before.',
    'Paraspinal mass at D5, larger than before.',
  ],
  ['what has resolved', 'The mass at D5 has resolved.', 'Mass at D5, unchanged.', 'Mass at D5, resolved.'],
  [
    'what is left of something smaller',
    'Paraspinal mass at D5, decreased in size.',
    'Residual paraspinal mass at D5.',
    'Residual paraspinal mass at D5.',
  ],
  // Number
  ['another number', 'Two paraspinal masses at D5.', 'Three paraspinal masses at D5.', 'Two paraspinal masses at D5.'],
  ['one for several', 'Two presacral masses.', 'A single presacral mass.', 'A single presacral mass.'],
  ['many for a number', 'Multiple paraspinal masses.', 'Three paraspinal masses.', 'Three paraspinal masses.'],
  // Side and grade
  [
    'the other of the stronger sides',
    'Bilateral paraspinal masses at D5, larger on the left.',
    'Bilateral paraspinal masses at D5, larger on the right.',
    'Bilateral paraspinal masses at D5, larger on the left.',
  ],
  [
    'the stronger side by a sign',
    'Paraspinal masses, left > right.',
    'Paraspinal masses, right > left.',
    'Paraspinal masses, left > right.',
  ],
  [
    'grades of two sides exchanged',
    'Severe left foraminal narrowing at D4-D5. Mild right foraminal narrowing at D4-D5.',
    'Mild left and severe right foraminal narrowing at D4-D5.',
    'Severe left and mild right foraminal narrowing at D4-D5.',
  ],
  [
    'a span of grades in the item\u2019s own notation',
    'Moderate-to-severe canal narrowing at D5.',
    'Mild to moderate canal narrowing at D5.',
    'Moderate to severe canal narrowing at D5.',
  ],
  [
    'the same with hyphens',
    'Moderate to severe canal narrowing at D5.',
    'Mild-to-moderate canal narrowing at D5.',
    'Moderate-to-severe canal narrowing at D5.',
  ],
  [
    'the grade in the words of the findings, as an adverb',
    'Marked canal narrowing at D5.',
    'The canal is slightly narrowed at D5.',
    'The canal is markedly narrowed at D5.',
  ],
  // Size
  [
    'one of three dimensions',
    'Presacral mass measuring 5.2 x 3.7 x 2.1 cm.',
    'Presacral mass, up to 6.2 cm.',
    'Presacral mass, up to 5.2 cm.',
  ],
  [
    'two of three dimensions, the unit at each',
    'Presacral mass measuring 5.2 cm x 3.7 cm x 2 cm.',
    'Presacral mass measuring 6.2cm x 3.7cm.',
    'Presacral mass measuring 5.2cm x 3.7cm.',
  ],
  ['a decimal comma', 'Paraspinal mass of 5,2 x 3,7 cm.', 'Paraspinal mass of 5,8 x 3,7 cm.', 'Paraspinal mass of 5,2 x 3,7 cm.'],
  ['a rounded size', 'Presacral mass measuring 5.2 x 3.7 x 2.1 cm.', 'Presacral mass of about 5 cm.', 'Presacral mass of about 5 cm.'],
  [
    'two dimensions near one',
    'Presacral mass measuring 31 x 28 x 20 mm.',
    'Presacral mass measuring 31 x 28 x 27 mm.',
    'Presacral mass measuring 31 x 28 x 20 mm.',
  ],
  // Levels in other notations
  ['through', 'Extradural mass from D3 to D8.', 'Extradural mass from D4 through D9.', 'Extradural mass from D3 through D8.'],
  ['between', 'Cord compression from D4 to D7.', 'Cord compression between D5 and D7.', 'Cord compression between D4 and D7.'],
  ['a list', 'Extradural mass at D3, D5 and D8.', 'Extradural mass at D3, D5 and D9.', 'Extradural mass at D3, D5 and D8.'],
  ['levels across regions', 'Extradural mass from D11 to L2.', 'Extradural mass D11-L3.', 'Extradural mass D11-L2.'],
  ['levels in brackets', 'Left foraminal narrowing at D4-D5.', 'Left foraminal narrowing (D5-D6).', 'Left foraminal narrowing (D4-D5).'],
  [
    'levels taken over from the thing before',
    'Canal narrowing from D6 to D10. Cord compression at D5 to D7.',
    'Cord compression from D5-D7 with narrowing of the spinal canal due to scoliosis.',
    'Cord compression from D5-D7 with narrowing of the spinal canal at D6-D10 due to scoliosis.',
  ],
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
    const { report, links } = readLinked(text);
    assert.deepEqual(
      differences(links, text, lexicon, report).map((d) => [d.item, d.attribute, d.nature, text.slice(d.range.start, d.range.end)]),
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
      ['Cord compression at D5.', 'Hepatomegaly. // emh-ignore finding-missing-in-impression: known'],
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
