import assert from 'node:assert/strict';
import { impressionOf, reportOf, syncEdits, synced } from './reading.ts';

/** Findings and the impression that is written for them where there is none. */
const CASES: [what: string, findings: string[], impression: string[], exam?: string][] = [
  [
    'a mass and what it causes in one item',
    ['Lobulated extradural masses D3-D8 causing canal narrowing and cord compression at D4-D7.'],
    ['Lobulated extradural masses D3-D8 causing spinal canal narrowing and cord compression at D4-D7.'],
  ],
  [
    'a mass and what is found with it in one item',
    ['Extradural mass at D5 with severe stenosis and cord compression.'],
    ['Extradural mass at D5 with severe spinal canal narrowing and cord compression.'],
  ],
  [
    'a mass and what is found with it at levels of its own',
    ['Extradural mass from D4 to D8 with severe canal stenosis at D5 and no cord compression.'],
    ['Extradural mass from D4 to D8 with severe spinal canal narrowing at D5.'],
  ],
  ['a mass on both sides is two', ['Paraspinal mass on both sides at D5.'], ['Bilateral paraspinal masses at D5.']],
  [
    'effects at their own levels',
    ['Extradural mass from D3 to D8 causing canal narrowing at D4 to D7 and severe cord compression at D5.'],
    ['Extradural mass from D3 to D8 causing spinal canal narrowing at D4 to D7 and severe cord compression at D5.'],
  ],
  [
    'the critical first, then masses, bone, organs',
    ['Hepatomegaly.', 'Fracture of L1.', 'Paraspinal mass at D9.', 'Cord compression at D5.'],
    ['Cord compression at D5.', 'Paraspinal mass at D9.', 'Fracture at L1.', 'Hepatomegaly.'],
  ],
  [
    'side, grade and discs',
    ['Severe left foraminal narrowing at D4/5 and D5/6.'],
    ['Severe left neural foraminal narrowing at D4/5 and D5/6.'],
  ],
  [
    'both sides, one stronger',
    ['Bilateral paraspinal masses, predominantly on the left, D8-D11.'],
    ['Bilateral paraspinal masses D8-D11, predominantly on the left.'],
  ],
  [
    'the word for a place, and the size of the largest, as the report has them',
    [
      'Epidural mass from D4 to D6.',
      'Paravertebral masses at D8, up to 4.1 cm.',
      'Prevertebral mass at L1.',
      'Mass in the epidural space at S1.',
    ],
    ['Epidural mass from D4 to D6.', 'Paravertebral masses at D8 up to 4.1 cm.', 'Prevertebral mass at L1.', 'Epidural mass at S1.'],
  ],
  ['a thing that presses on another', ['Mass effect on the spinal cord.'], ['Mass effect on the spinal cord.']],
  ['size as it is written', ['Left paraspinal mass at D9 measuring 4.1 x 3.0 cm.'], ['Left paraspinal mass at D9 measuring 4.1 x 3.0 cm.']],
  [
    'one side against the other is no change',
    ['Bilateral paraspinal masses D6 to D11, right larger.'],
    ['Bilateral paraspinal masses from D6 to D11.'],
  ],
  [
    'one mass against another is no change',
    ['Paraspinal mass D5 to D9.', 'Extradural mass D6 to D8, smaller than the paraspinal mass.'],
    ['Paraspinal mass from D5 to D9.', 'Extradural mass from D6 to D8.'],
  ],
  ['what has grown', ['Extradural mass D6 to D8, larger than before.'], ['Extradural mass from D6 to D8, increased in size.']],
  [
    'a diagnosis passed over',
    ['Paravertebral masses D6 to D10 on both sides, neurogenic tumour less likely. Findings favour EMH over lymphoma.'],
    ['Bilateral paravertebral masses from D6 to D10, likely extramedullary haematopoiesis.'],
  ],
  ['a diagnosis denied of what is there', ['Right paraspinal mass at D9, EMH unlikely.'], ['Right paraspinal mass at D9.']],
  [
    'a list of diagnoses is no mass of its own',
    ['Extradural mass D4 to D6. Differential: neurogenic tumour, metastasis.'],
    ['Extradural mass from D4 to D6, possibly neurogenic tumour or metastasis.'],
  ],
  ['lesions by their own noun', ['Two left rib lesions.', 'Lesion in the liver.'], ['Liver lesion.', 'Two left rib lesions.']],
  ['the age of a fracture', ['Old fracture D12.'], ['Old fracture at D12.']],
  ['what is only possible', ['Possible cord compression at D5.'], ['Possible cord compression at D5.']],
  [
    'a diagnosis with its certainty',
    ['Paraspinal masses in keeping with extramedullary haematopoiesis.', 'Presacral mass, possibly extramedullary haematopoiesis.'],
    ['Paraspinal masses, in keeping with extramedullary haematopoiesis.', 'Presacral mass, possibly extramedullary haematopoiesis.'],
  ],
  [
    'American spelling and T',
    ['Paraspinal mass T8-T11 consistent with extramedullary hematopoiesis.'],
    ['Paraspinal mass T8-T11, in keeping with extramedullary hematopoiesis.'],
    'MRI thoracic spine',
  ],
  [
    'doubt and ground in the words of the findings',
    ['Paraspinal masses, likely extramedullary haematopoiesis given the known thalassaemia.', 'Probable cord compression at D5.'],
    ['Probable cord compression at D5.', 'Paraspinal masses, likely extramedullary haematopoiesis given the known thalassaemia.'],
  ],
  [
    'change before or behind the thing',
    ['New paraspinal mass at D5.', 'Presacral mass, increased in size since 2020-01-01.', 'Unchanged splenomegaly.'],
    ['New paraspinal mass at D5.', 'Presacral mass, increased in size.', 'Splenomegaly, unchanged.'],
  ],
  ['size by a word', ['Large left pleural effusion.'], ['Large left pleural effusion.']],
  ['all bones with each of them', ['Coarse trabeculae of all bones.', 'Coarse trabeculae of the ribs.'], ['Coarse trabeculation.']],
  ['one word for two', ['The liver and spleen are mildly enlarged.'], ['Mild hepatosplenomegaly.']],
  ['two words where they differ', ['Mild hepatomegaly.', 'Severe splenomegaly.'], ['Mild hepatomegaly.', 'Severe splenomegaly.']],
  [
    'a bone by its name',
    ['The left iliac bone is expanded.', 'Erosion of the right third rib.'],
    ['Left iliac bone expansion.', 'Right rib erosion.'],
  ],
];

describe('wording of new items', () => {
  for (const [what, findings, impression, exam] of CASES) {
    it(what, () => {
      const text = reportOf(findings, null, exam);
      assert.deepEqual(
        impressionOf(synced(text)),
        impression.map((line, i) => `${i + 1}. ${line}`),
      );
      assert.deepEqual(syncEdits(synced(text)), []);
    });
  }

  it('has no item for what is denied, normal, resolved or need not be stated', () => {
    assert.deepEqual(
      syncEdits(
        reportOf(['No cord compression.', 'The spleen is normal.', 'The paraspinal mass has resolved.', 'Restricted diffusion.'], null),
      ),
      [],
    );
  });

  it('does not tell again what an effect tells', () => {
    const finding = 'Soft tissue extends into the left neural foramina at D4-D5, causing severe left foraminal narrowing at D4-D5.';
    assert.deepEqual(syncEdits(reportOf([finding], ['1. Severe left foraminal narrowing at D4-D5.'])), []);
  });

  it('writes the notation that the report has more often, wherever it stands', () => {
    const findings = ['Paraspinal mass from D3 to D8.', 'Presacral mass.', 'Canal narrowing at D4-D7.', 'Extradural mass from D3 to D9.'];
    const [forth, back] = [findings, [...findings].reverse()].map((list) => impressionOf(synced(reportOf(list, null))));
    assert.deepEqual(forth, back);
    assert.ok(
      forth?.some((line) => line.includes('from D3 to D8')),
      forth?.join('\n'),
    );
  });

  it('is in capitals where the report is', () => {
    const text = 'EXAM: CT THORAX\n\nFINDINGS:\nLEFT PARASPINAL MASS AT D9.\n\nIMPRESSION:\n1. SPLENOMEGALY.\n';
    assert.deepEqual(impressionOf(synced(text)), ['1. LEFT PARASPINAL MASS AT D9.', '2. SPLENOMEGALY.']);
  });
});
