import assert from 'node:assert/strict';
import { shipped } from '../language/shipped.ts';
import { impressionOf, reportOf, syncEdits, synced } from './reading.ts';

/** Findings, an item in words of every day, and what sync makes of it; the same words where a person has to reword. */
const CASES: [what: string, finding: string, item: string, after: string][] = [
  [
    'one side against the other',
    'Bilateral paraspinal masses D6 to D10, right larger than left.',
    'Bilateral paraspinal masses D6 to D10, left larger than right.',
    'Bilateral paraspinal masses D6 to D10, right larger than left.',
  ],
  ['cms', 'Extradural mass measuring 5 cms.', 'Extradural mass measuring 7 cms.', 'Extradural mass measuring 5 cms.'],
  ['a unit in full', 'Extradural mass measuring 5.2 cm.', 'Extradural mass of 5.4 centimeters.', 'Extradural mass of 5.2 centimeters.'],
  [
    'a noun of change',
    'Extradural mass, decreased in size.',
    'Interval increase in size of extradural mass.',
    'Interval decrease in size of extradural mass.',
  ],
  ['a verb denied', 'Cord compression at D5.', 'The cord is not compressed.', 'The cord is compressed.'],
  [
    'two things denied',
    'Extradural mass D4 to D7. No canal narrowing. No cord compression.',
    'Extradural mass D4 to D7 with canal narrowing and cord compression.',
    'Extradural mass D4 to D7 without canal narrowing or cord compression.',
  ],
  [
    'three things denied',
    'Extradural mass D4 to D7. No canal narrowing. No cord compression. No bone erosion.',
    'Extradural mass D4 to D7 with canal narrowing, bone erosion and cord compression.',
    'Extradural mass D4 to D7 without canal narrowing, bone erosion or cord compression.',
  ],
  [
    'three things denied of which two are there',
    'Hepatomegaly. Splenomegaly.',
    'No hepatomegaly, splenomegaly or lymphadenopathy.',
    'Hepatomegaly and splenomegaly, no lymphadenopathy.',
  ],
  [
    'the last of what is denied is there',
    'No cord compression. Cord signal change at D6.',
    'No cord compression or cord signal change.',
    'No cord compression but cord signal change.',
  ],
  [
    'the first of what a mass is without is there',
    'Mass at D5. Canal narrowing at D5. No cord compression.',
    'Mass at D5 without canal narrowing or cord compression.',
    'Mass at D5 with canal narrowing but no cord compression.',
  ],
  [
    'denied together, with words behind',
    'Cord compression at D5 and canal narrowing at D5.',
    'No cord compression, canal narrowing or mass is seen at any level.',
    'Cord compression and canal narrowing, no mass is seen at any level.',
  ],
  [
    'words for denials alone behind',
    'Cord compression and canal narrowing at D5.',
    'No cord compression or canal narrowing at any level.',
    'No cord compression or canal narrowing at any level.',
  ],
  [
    'two things denied, their levels behind',
    'Mass at D5. No canal narrowing. No cord compression.',
    'Mass with canal narrowing and cord compression at D5.',
    'Mass without canal narrowing or cord compression at D5.',
  ],
  ['half of one word denied', 'Hepatomegaly. No splenomegaly.', 'Hepatosplenomegaly.', 'Hepatomegaly.'],
  ['half of one word with a grade', 'No splenomegaly. Mild hepatomegaly.', 'Mild hepatosplenomegaly.', 'Mild hepatomegaly.'],
  ['a doubt in a denial', 'No definite cord compression.', 'Definite cord compression.', 'No definite cord compression.'],
  ['a doubt taken over', 'No definite cord compression.', 'Cord compression at D5.', 'No definite cord compression at D5.'],
  ['a doubt that is none', 'Cord compression at D5.', 'No definite cord compression.', 'Cord compression.'],
  ['a doubt beside what is possible', 'Possible cord compression at D5.', 'No definite cord compression.', 'No definite cord compression.'],
  [
    'progression of what is stable',
    'Paraspinal mass at D6, stable.',
    'Paraspinal mass at D6 with interval progression.',
    'Paraspinal mass at D6 with interval stability.',
  ],
  [
    'a growth with a grade',
    'Paraspinal masses unchanged since 2020.',
    'Slight interval growth of the paraspinal masses.',
    'Slight interval growth of the paraspinal masses.',
  ],
  [
    'the first of two diagnoses',
    'Paraspinal masses D6 to D10, consistent with EMH; lymphoma is a differential.',
    'Paraspinal masses D6 to D10, possibly EMH.',
    'Paraspinal masses D6 to D10, consistent with EMH.',
  ],
  ['less than before', 'Bowel is less distended.', 'No acute abnormality.', 'No acute abnormality.'],
  [
    'sizes of each side, said in one item',
    'Right paraspinal mass 4 cm, left paraspinal mass 2 cm, D6.',
    'Bilateral paraspinal masses at D6, right 2 cm and left 4 cm.',
    'Bilateral paraspinal masses at D6, right 4 cm and left 2 cm.',
  ],
  ['a word of certainty', 'Possible cord compression at D5.', 'Definite cord compression at D5.', 'Possible cord compression at D5.'],
  [
    'another word of certainty',
    'Possible erosion of the D5 vertebral body.',
    'Clear erosion of the D5 vertebral body.',
    'Possible erosion of the D5 vertebral body.',
  ],
  ['one side of two', 'Bilateral rib expansion.', 'Left rib expansion.', 'Bilateral rib expansion.'],
  [
    'both sides, each by itself',
    'Bilateral paraspinal masses D6 to D9.',
    'Left paraspinal mass D6 to D9 and right paraspinal mass D6 to D9.',
    'Left paraspinal mass D6 to D9 and right paraspinal mass D6 to D9.',
  ],
];

describe('everyday words', () => {
  for (const [what, found, item, after] of CASES) {
    it(`${what}: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${after}`]);
      assert.deepEqual(syncEdits(synced(text)), []);
    });
  }

  it('what sync does to one side of two, the check points at', () => {
    const text = reportOf(['Bilateral rib expansion.'], ['1. Left rib expansion.']);
    assert.ok(shipped.read(text).diagnostics.some(({ rule }) => rule === 'side-part'));
  });

  it('both sides in items of their own rest on the one finding', () => {
    const text = reportOf(['Bilateral rib expansion.'], ['1. Left rib expansion.', '2. Right rib expansion.']);
    const { links, syncEdits: edits } = shipped.read(text);
    assert.deepEqual([links.flat().map(({ support }) => support.length), edits], [[1, 1], []]);
  });
});
