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
