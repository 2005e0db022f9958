import assert from 'node:assert/strict';
import { reportOf, syncEdits, synced } from './reading.ts';

/** A finding, an item that departs from it, and the item as it has to become: in the notation of its author. */
const CASES: [finding: string, item: string, becomes: string][] = [
  ['Canal narrowing at D4/5 to D7/8.', 'Canal narrowing at D4/5 to D8/9.', 'Canal narrowing at D4/5 to D7/8.'],
  ['Canal narrowing at D4/5 and D7/8.', 'Canal narrowing at D4/5 to D8/9.', 'Canal narrowing at D4/5 and D7/8.'],
  ['Canal narrowing at D5/6-D6/7.', 'Canal narrowing at D5/6-D7/8.', 'Canal narrowing at D5/6-D6/7.'],
  ['Canal narrowing at T12-L1. Paraspinal mass from T4 to T8.', 'Canal narrowing at T11-T12.', 'Canal narrowing at T12-L1.'],
  ['Paraspinal masses at D5, D7 and D9.', 'Paraspinal masses at D5, D7 & D10.', 'Paraspinal masses at D5, D7 & D9.'],
  ['Paraspinal masses at D5 and D7.', 'Paraspinal masses at D5, D7 & D10.', 'Paraspinal masses at D5 & D7.'],
  ['PARASPINAL MASS FROM D4 TO D8.', 'PARASPINAL MASS FROM D4 TO D9.', 'PARASPINAL MASS FROM D4 TO D8.'],
  ['PARASPINAL MASS AT D5 AND D7.', 'PARASPINAL MASS FROM D4 TO D9.', 'PARASPINAL MASS AT D5 AND D7.'],
  ['Paraspinal mass D4 - D7.', 'Paraspinal mass D4 - D8.', 'Paraspinal mass D4 - D7.'],
  [
    'Paraspinal mass from D4 to D8 on the left.',
    'Paraspinal mass from D4\n   to\n   D9 on the left.',
    'Paraspinal mass from D4\n   to\n   D8 on the left.',
  ],
  ['Splenomegaly has progressed.', 'Splenomegaly is stable.', 'Splenomegaly has progressed.'],
  ['Mild hepatomegaly. Massive splenomegaly.', 'Massive hepatosplenomegaly.', 'Mild hepatomegaly and massive splenomegaly.'],
];

describe("an item's own notation", () => {
  for (const [finding, item, becomes] of CASES) {
    it(`${item} -> ${becomes}`.replace(/\s+/g, ' '), () => {
      const after = synced(reportOf([finding], [`1. ${item}`]));
      assert.ok(after.includes(`. ${becomes}\n`), after);
      assert.deepEqual(syncEdits(after), []);
    });
  }
});
