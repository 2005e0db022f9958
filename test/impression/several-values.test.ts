import assert from 'node:assert/strict';
import { shipped } from '../language/shipped.ts';
import { impressionOf, reportOf, synced } from './reading.ts';

/** Findings that give several values of one thing, and items that are right about one of them or about all. */
const RIGHT: [finding: string, ...items: string[]][] = [
  [
    'Paraspinal masses at D6 (1 cm), D8 (3 cm) and D10 (5 cm), left.',
    'Left paraspinal masses at D6, D8 and D10, the biggest 5 cm.',
    'Left paraspinal masses at D6, D8 and D10 measuring 1 to 5 cm.',
    'Left paraspinal mass at D8 (3 cm).',
  ],
  ['Multiple paraspinal masses: right D5 (2 cm), left D7 (3 cm), right D9 (5 cm).', 'Multiple paraspinal masses, largest right D9 (5 cm).'],
  ['Left paraspinal masses measure 1 cm at D6, 3 cm at D8, 5 cm at D10.', 'Three left paraspinal masses, biggest 5 cm at D10.'],
  ['Liver lesions in segment IV (2 cm) and VII (3 cm).', 'Liver lesions, largest 3 cm in segment VII.'],
  [
    'Paraspinal masses D6 to D10, up to 5 cm on the right and 3 cm on the left.',
    'Paraspinal masses D6 to D10, up to 3 cm on the left and 5 cm on the right.',
  ],
  [
    'Paraspinal masses on the right at D8 (5 cm) and on the left at D10 (2 cm).',
    'Right paraspinal mass at D8 (5 cm) and left paraspinal mass at D10 (2 cm).',
  ],
  [
    'Extradural masses at D4-D5 and D8-D9, the upper on the left and the lower on the right.',
    'Left extradural mass at D4-D5. Right extradural mass at D8-D9.',
  ],
  [
    'Extradural masses: D3-D5 (left), D7-D9 (right), cord compression at D8 only.',
    'Cord compression at D8 from right extradural mass at D7-D9, further left extradural mass at D3-D5 without compression.',
  ],
  ['Hepatomegaly 18 cm, splenomegaly 20 cm.', 'Hepatosplenomegaly (liver 18 cm, spleen 20 cm).'],
];

/** Items that are wrong about one of several values: which one is meant, a person knows. */
const UNCLEAR: [finding: string, item: string, rule: string][] = [
  [
    'Paraspinal masses at D6 (1 cm), D8 (3 cm) and D10 (5 cm), left.',
    'Left paraspinal masses, the biggest 8 cm.',
    'impression-size-differs',
  ],
  ['Paraspinal masses at D6 (1 cm), D8 (3 cm) and D10 (5 cm), left.', 'Left paraspinal masses at D6, D8 and D11.', 'level-drift'],
  ['Left paraspinal mass of 5 cm.', 'Left paraspinal masses of 2 cm and 3 cm.', 'impression-size-differs'],
];

/** Sizes of the two sides in the wrong order. */
const EXCHANGED: [finding: string, item: string, after: string][] = [
  [
    'Paraspinal masses D6 to D10, right 4 cm, left 2 cm.',
    'Paraspinal masses D6 to D10, right 2 cm, left 4 cm.',
    'Paraspinal masses D6 to D10, right 4 cm, left 2 cm.',
  ],
  [
    'Paraspinal masses D6 to D10, 5 cm on the right and 3 cm on the left.',
    'Bilateral paraspinal masses D6 to D10 (left 5 cm, right 3 cm).',
    'Bilateral paraspinal masses D6 to D10 (left 3 cm, right 5 cm).',
  ],
];

const DRIFT = [
  'sided-size-drift',
  'impression-size-differs',
  'level-drift',
  'level-part',
  'side-drift-impression',
  'bilateral-only-one',
  'unit-scale-drift',
];
const driftIn = (text: string): string[] => shipped.read(text).diagnostics.flatMap(({ rule }) => (DRIFT.includes(rule) ? [rule] : []));

describe('several values of one thing', () => {
  for (const [found, ...items] of RIGHT) {
    for (const item of items) {
      it(`is in step: "${item}" beside "${found}"`, () => {
        const text = reportOf([found], [`1. ${item}`]);
        assert.deepEqual(impressionOf(synced(text)), [`1. ${item}`]);
        assert.deepEqual(driftIn(text), []);
      });
    }
  }

  for (const [found, item, rule] of UNCLEAR) {
    it(`is left to a person: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${item}`]);
      assert.deepEqual(driftIn(text), [rule]);
    });
  }

  for (const [found, wrong, right] of EXCHANGED) {
    it(`are exchanged back: "${wrong}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${wrong}`]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${right}`]);
      assert.deepEqual(driftIn(text), ['sided-size-drift']);
      assert.deepEqual(driftIn(reportOf([found], [`1. ${right}`])), []);
    });
  }

  it('of a size said by its dimensions are one', () => {
    const text = reportOf(
      ['Extradural mass measuring 4.1 cm in length and 1.2 cm in thickness.'],
      ['1. Extradural mass measuring 5 cm in length.'],
    );
    assert.deepEqual(impressionOf(synced(text)), ['1. Extradural mass measuring 4.1 cm in length.']);
  });

  it('are worded by the largest', () => {
    const text = reportOf(['Left paraspinal masses at D6 (1 cm), D8 (3 cm) and D10 (5 cm).'], null);
    assert.deepEqual(impressionOf(synced(text)), ['1. Left paraspinal masses at D6, D8 and D10 measuring up to 5 cm.']);
  });
});
