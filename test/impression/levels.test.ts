import assert from 'node:assert/strict';
import { impressionOf, reportOf, syncEdits, synced } from './reading.ts';

/** Findings, an item whose levels stand among other words, and what sync makes of it. */
const CASES: [what: string, finding: string, item: string, after: string][] = [
  [
    'a range with words around its ends',
    'Extradural mass extending from the T3 to the T9 level.',
    'Extradural mass extending from T3 to T8.',
    'Extradural mass extending from T3 to T9.',
  ],
  [
    'levels beside one singled out',
    'Paraspinal masses from T6 to T10, largest at T8.',
    'Paraspinal masses from T6 to T11, largest at T8.',
    'Paraspinal masses from T6 to T10, largest at T8.',
  ],
  [
    'levels beside one singled out with its side',
    'Paraspinal masses from D6 to D10, largest on the left at D8.',
    'Paraspinal masses from D6 to D11, maximal at D8.',
    'Paraspinal masses from D6 to D10, maximal at D8.',
  ],
  [
    'levels beside one singled out that is elsewhere',
    'Paraspinal masses from T3 to T5.',
    'Paraspinal masses from T6 to T10, largest at T8.',
    'Paraspinal masses from T6 to T10, largest at T8.',
  ],
  [
    'levels beside earlier ones',
    'Extradural mass from D4 to D7.',
    'Extradural mass from D4 to D8, previously D4 to D6.',
    'Extradural mass from D4 to D7, previously D4 to D6.',
  ],
  [
    'levels joined by two words',
    'Extradural mass from D4 to D7.',
    'Extradural mass from D4 down to D8.',
    'Extradural mass from D4 down to D7.',
  ],
  [
    'levels joined by many words',
    'Extradural mass from D4 to D8.',
    'Extradural mass from the level of D4 to the level of D9.',
    'Extradural mass from the level of D4 to the level of D8.',
  ],
  [
    'levels with parts of vertebrae',
    'Extradural mass from D4 to D7.',
    'Extradural mass from the upper D4 to the lower D8 endplate.',
    'Extradural mass from the upper D4 to the lower D7 endplate.',
  ],
];

describe('levels among other words', () => {
  for (const [what, found, item, after] of CASES) {
    it(`${what}: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${after}`]);
      assert.deepEqual(syncEdits(synced(text)), []);
    });
  }
});
