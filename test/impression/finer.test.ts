import assert from 'node:assert/strict';
import { unsettled } from '../../language/impression/sync.ts';
import { shipped } from '../language/shipped.ts';
import { impressionOf, reportOf, syncEdits, synced } from './reading.ts';

/** A finding, an item that departs from it in what lies closer than site, level and side, the item after sync, and the rule that tells. */
const SETTLED: [what: string, finding: string, item: string, after: string, rule: string][] = [
  ['a rib', 'Expansion of the left 5th rib.', 'Expansion of the left 6th rib.', 'Expansion of the left 5th rib.', 'detail-drift'],
  ['ribs', 'Expansion of the left 4th to 7th ribs.', 'Expanded left 4th-8th ribs.', 'Expanded left 4th to 7th ribs.', 'detail-drift'],
  ['a rib in letters', 'Fracture of the left seventh rib.', 'Left 8th rib fracture.', 'Left 7th rib fracture.', 'detail-drift'],
  [
    'a segment',
    'Liver lesion in segment VII, 2 cm.',
    'Liver lesion, segment VI, 2 cm.',
    'Liver lesion, segment VII, 2 cm.',
    'detail-drift',
  ],
  ['a segment in figures', 'Liver lesion in segment VII.', 'Liver lesion in segment 6.', 'Liver lesion in segment 7.', 'detail-drift'],
  ['a pole', 'Left upper pole renal mass.', 'Left lower pole renal mass.', 'Left upper pole renal mass.', 'detail-drift'],
  ['a lobe', 'Left lower lobe consolidation.', 'Left upper lobe consolidation.', 'Left lower lobe consolidation.', 'detail-drift'],
  ['a station', 'Station 4R lymphadenopathy.', 'Lymphadenopathy at station 4L.', 'Lymphadenopathy at station 4R.', 'detail-drift'],
  [
    'a station by name',
    'Subcarinal lymphadenopathy, 22 mm.',
    'Prevascular lymphadenopathy, 22 mm.',
    'Subcarinal lymphadenopathy, 22 mm.',
    'detail-drift',
  ],
  [
    'the worst level',
    'Cord compression D4 to D8, worst at D6.',
    'Cord compression D4-D8, worst at D7.',
    'Cord compression D4-D8, worst at D6.',
    'detail-drift',
  ],
  [
    'the largest of several, in the other notation',
    'Paraspinal masses D6 to D10, largest at D8.',
    'Paraspinal masses T6-T10, largest at T9.',
    'Paraspinal masses T6-T10, largest at T8.',
    'detail-drift',
  ],
  [
    'the level of a greatest size',
    'Extradural masses from D3 to D9 with maximal thickness of 12 mm at D6.',
    'Extradural masses D3-D9, maximal thickness 12 mm at D7.',
    'Extradural masses D3-D9, maximal thickness 12 mm at D6.',
    'detail-drift',
  ],
  [
    'a dark signal',
    'Paraspinal masses, T2 hypointense.',
    'T2 hyperintense paraspinal masses.',
    'T2 hypointense paraspinal masses.',
    'signal-drift',
  ],
  [
    'a low signal',
    'Presacral mass, low signal on T2.',
    'Presacral mass with high T2 signal.',
    'Presacral mass with low T2 signal.',
    'signal-drift',
  ],
  [
    'a direction',
    'The cord is displaced to the left at T6.',
    'Cord displaced to the right at T6.',
    'Cord displaced to the left at T6.',
    'direction-drift',
  ],
  [
    'a grade on a scale',
    'Canal narrowing and cord compression at D6, ESCC grade 2.',
    'Canal narrowing and cord compression at D6, ESCC grade 3.',
    'Canal narrowing and cord compression at D6, ESCC grade 2.',
    'grade-scale-drift',
  ],
  [
    'a vertebra beside a disc',
    'Canal narrowing and cord compression at D4-5 and D7.',
    'Canal narrowing and cord compression at D4/5 and D8.',
    'Canal narrowing and cord compression at D4, D5 and D7.',
    'level-drift',
  ],
  [
    'levels of two sides that overlap',
    'Paraspinal mass, right T9-T11; left T8-T10.',
    'Paraspinal masses: right T8-T10, left T9-T11.',
    'Paraspinal masses: right T9-T11, left T8-T10.',
    'level-drift',
  ],
  [
    'grades of two levels',
    'Canal narrowing, moderate at T6 and mild at T8.',
    'Canal narrowing, moderate at T8 and mild at T6.',
    'Canal narrowing, mild at T8 and moderate at T6.',
    'severity-drift',
  ],
  [
    'sizes of two masses by side and level',
    'Right paraspinal mass at D6, 4 cm. Left paraspinal mass at D8, 2 cm.',
    'Paraspinal masses: right D6 (2 cm), left D8 (4 cm).',
    'Paraspinal masses: right D6 (4 cm), left D8 (2 cm).',
    'impression-size-differs',
  ],
];

/** Differences that a person settles. */
const LEFT: [what: string, finding: string, item: string, rule: string][] = [
  ['a diagnosis', 'Paraspinal masses D6 to D10, likely EMH.', 'Paraspinal masses D6 to D10, likely lymphoma.', 'diagnosis-drift'],
  ['the name of a thing', 'Paraspinal mass at D8, likely lymphoma.', 'Paraspinal EMH at D8.', 'diagnosis-drift'],
  ['a grade that stands in the impression alone', 'Canal narrowing at D5.', 'Severe canal narrowing at D5.', 'severity-only'],
  ['the age of a fracture', 'Acute compression fracture of T12.', 'Chronic T12 compression fracture.', 'detail-drift'],
  ['a cord called normal', 'Cord oedema at D5.', 'Cord signal is normal.', 'normal-drift'],
  ['an organ called normal', 'Splenomegaly.', 'The spleen is normal.', 'normal-drift'],
  ['an organ that has grown', 'Splenomegaly is stable.', 'Spleen has enlarged in the interval.', 'change-drift'],
  [
    'the grade of one side of two',
    'Severe right foraminal narrowing at L4/5. Mild left foraminal narrowing at L4/5.',
    'Bilateral foraminal narrowing at L4/5, severe on the left.',
    'severity-drift',
  ],
];

/** In agreement. */
const RIGHT: [finding: string, item: string][] = [
  ['Expansion of the left 5th and 6th ribs.', 'Left 5th rib expansion.'],
  ['Expanded posterior ends of ribs 5 to 9 bilaterally.', 'Bilateral expansion of posterior ribs 5-9.'],
  ['Segment 6 liver lesion 14 mm.', '14 mm segment VI liver lesion.'],
  ['Lesions in segments 4a and 8 of the liver.', 'Hepatic lesions, segments IV, VIII.'],
  ['3.1 cm mass interpolar right kidney.', '3.1 cm right renal mass, mid pole.'],
  ['Cord compression D4 to D8, most severe at D5/6.', 'Cord compression D4 to D8, worst at D6.'],
  ['Masses isointense on T1 and hyperintense on T2.', 'T2 hyperintense masses.'],
  ['Paraspinal masses D8-D11, EMH or lymphoma.', 'Paraspinal masses D8-D11, likely lymphoma.'],
  ['Splenomegaly.', 'Splenomegaly. The liver is normal.'],
  ['Paraspinal mass, right T9-T11; left T8-T10.', 'Bilateral paraspinal masses T8-T11.'],
  ['Canal narrowing and cord compression at D5.', 'Canal narrowing and cord compression at D5. Cord signal is normal.'],
  [
    'Bilateral paravertebral masses at D5-D11, largest on the right at D9 measuring 6.2 x 4.1 cm.',
    'Bilateral paravertebral masses, largest on the right at D9 (6.2 x 4.1 cm).',
  ],
];

const RULES =
  /^(detail|sided-size|signal|diagnosis|direction|grade-scale|normal|severity|change|level|side)-|^impression-size|^presence-drift/;
const told = (text: string): string[] => [
  ...new Set(shipped.read(text).diagnostics.flatMap(({ rule }) => (RULES.test(rule) && !/missing|mixed/.test(rule) ? [rule] : []))),
];

describe('what an item says more closely', () => {
  for (const [what, found, item, after, rule] of SETTLED) {
    it(`${what}: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(told(text), [rule]);
      assert.deepEqual(impressionOf(synced(text)), [`1. ${after}`]);
      assert.deepEqual(syncEdits(synced(text)), []);
      assert.deepEqual(told(synced(text)), []);
    });
  }

  for (const [what, found, item, rule] of LEFT) {
    it(`${what} is left to a person: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      const { reports, links, syncEdits: edits } = shipped.read(text);
      const [report] = reports;
      assert.ok(report !== undefined);
      assert.deepEqual(told(text), [rule]);
      assert.deepEqual(edits, []);
      assert.equal(unsettled(report, links[0] ?? [], text, shipped.lexicon).length, 1);
    });
  }

  for (const [found, item] of RIGHT) {
    it(`is in step: "${item}" beside "${found}"`, () => {
      const text = reportOf([found], [`1. ${item}`]);
      assert.deepEqual(told(text), []);
      assert.deepEqual(syncEdits(text), []);
    });
  }
});
