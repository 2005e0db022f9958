import assert from 'node:assert/strict';
import { reportOf, synced } from './reading.ts';

/** Findings and an item that already states them all: nothing is to be added, nothing to be changed. */
const CASES: [what: string, findings: string[], item: string][] = [
  [
    'the sizes of either side',
    ['Right paraspinal mass at D8, 5 cm. Left paraspinal mass at D8, 2 cm.'],
    'Paraspinal masses at D8, right (5 cm) > left (2 cm).',
  ],
  [
    'both sides, with the size of the larger',
    ['Right paraspinal mass at D8 measuring 5 cm. Left paraspinal mass at D8 measuring 2 cm.'],
    'Bilateral paraspinal masses at D8, up to 5 cm.',
  ],
  [
    'either side and its change',
    ['Right paraspinal mass at D8 has increased from 2 to 4 cm; left paraspinal mass at D8 has decreased from 5 to 3 cm.'],
    'Right paraspinal mass at D8 has increased from 2 to 4 cm and the left one has decreased from 5 to 3 cm.',
  ],
  [
    'nodes of two stations',
    ['Enlarged para-aortic nodes up to 18 mm. Enlarged left iliac node 12 mm.'],
    'Retroperitoneal and left iliac lymphadenopathy up to 18 mm.',
  ],
  [
    'the worst level, up to its grade',
    ['Canal narrowing is mild at D4, moderate at D5 and severe at D6.'],
    'Up to severe canal narrowing, worst at D6.',
  ],
  [
    'masses at two places, with what each does in brackets',
    ['Extradural mass at D3 to D5 without cord compression. Extradural mass at D7 to D9 with cord compression at D8.'],
    'Extradural masses at D3 to D5 (no cord compression) and D7 to D9 (with cord compression at D8).',
  ],
];

describe('an item that states several findings', () => {
  for (const [what, findings, item] of CASES) {
    it(what, () => {
      const text = reportOf(findings, [`1. ${item}`]);
      assert.equal(synced(text), text);
    });
  }

  it('does not state a larger thing, or a milder grade than is there', () => {
    const larger = reportOf(
      ['Right paraspinal mass at D8, 5 cm. Left paraspinal mass at D8, 7 cm.'],
      ['1. Bilateral paraspinal masses at D8, 5 cm.'],
    );
    assert.match(synced(larger), /7 cm\.\n/);
    const graver = reportOf(['Canal narrowing is moderate at D5 and severe at D6.'], ['1. Up to moderate canal narrowing, worst at D5.']);
    assert.match(synced(graver), /2\. Severe spinal canal narrowing at D6\./);
  });
});
