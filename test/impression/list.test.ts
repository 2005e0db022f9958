import assert from 'node:assert/strict';
import { syncEdits, synced } from './reading.ts';

const withImpression = (impression: string): string =>
  `Exam: MRI dorsal spine\n\nFINDINGS\nCord compression at D5.\nLeft paraspinal mass at D9.\nHepatomegaly.\n${impression}`;

/** An impression and what it is once the cord compression, the mass and the hepatomegaly stand in it. */
const CASES: [what: string, before: string, after: string][] = [
  [
    'numbers with a full stop',
    '\nIMPRESSION\n1. Hepatomegaly.\n',
    '\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'numbers with a bracket',
    '\nIMPRESSION\n1) Cord compression at D5.\n2) Hepatomegaly.\n',
    '\nIMPRESSION\n1) Cord compression at D5.\n2) Left paraspinal mass at D9.\n3) Hepatomegaly.\n',
  ],
  [
    'dashes',
    '\nIMPRESSION\n- Cord compression at D5.\n- Hepatomegaly.\n',
    '\nIMPRESSION\n- Cord compression at D5.\n- Left paraspinal mass at D9.\n- Hepatomegaly.\n',
  ],
  [
    'indented items',
    '\nIMPRESSION\n  1. Cord compression at D5.\n',
    '\nIMPRESSION\n  1. Cord compression at D5.\n  2. Left paraspinal mass at D9.\n  3. Hepatomegaly.\n',
  ],
  [
    'sentences on lines',
    '\nIMPRESSION\nCord compression at D5.\nHepatomegaly.\n',
    '\nIMPRESSION\nCord compression at D5.\nLeft paraspinal mass at D9.\nHepatomegaly.\n',
  ],
  [
    'sentences in a line',
    '\nIMPRESSION: Cord compression at D5. Hepatomegaly.\n',
    '\nIMPRESSION: Cord compression at D5. Left paraspinal mass at D9. Hepatomegaly.\n',
  ],
  [
    'one sentence behind the heading',
    '\nIMPRESSION: Cord compression at D5.\n',
    '\nIMPRESSION: Cord compression at D5. Left paraspinal mass at D9. Hepatomegaly.\n',
  ],
  [
    'a sentence without its full stop',
    '\nIMPRESSION: Cord compression at D5',
    '\nIMPRESSION: Cord compression at D5. Left paraspinal mass at D9. Hepatomegaly.',
  ],
  [
    'a wrapped item',
    '\nIMPRESSION\n1. Cord compression\n   at D5.\n2. Hepatomegaly.\n',
    '\nIMPRESSION\n1. Cord compression\n   at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'advice at the end',
    '\nIMPRESSION\n1. Cord compression at D5.\n2. Biopsy is advised.\n',
    '\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n4. Biopsy is advised.\n',
  ],
  [
    'a comment behind an item',
    '\nIMPRESSION\n1. Cord compression at D5. // seen by a colleague\n2. Hepatomegaly.\n',
    '\nIMPRESSION\n1. Cord compression at D5. // seen by a colleague\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'an empty impression',
    '\nIMPRESSION:\n',
    '\nIMPRESSION:\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'a dash without words',
    '\nIMPRESSION\n- \n',
    '\nIMPRESSION\n- Cord compression at D5.\n- Left paraspinal mass at D9.\n- Hepatomegaly.\n',
  ],
  [
    'a number without words',
    '\nIMPRESSION\n\n  1)\n',
    '\nIMPRESSION\n\n  1) Cord compression at D5.\n  2) Left paraspinal mass at D9.\n  3) Hepatomegaly.\n',
  ],
  [
    'a number without words below the items',
    '\nIMPRESSION\n1. Cord compression at D5.\n2.\n',
    '\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'Roman numbers',
    '\nIMPRESSION\nI. Left paraspinal mass at D9.\nII. Hepatomegaly.\n',
    '\nIMPRESSION\nI. Cord compression at D5.\nII. Left paraspinal mass at D9.\nIII. Hepatomegaly.\n',
  ],
  [
    'a lead without a number above the items',
    '\nIMPRESSION\nMRI of today:\n1. Hepatomegaly.\n',
    '\nIMPRESSION\nMRI of today:\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n',
  ],
  [
    'an open field where the first item was',
    '\nIMPRESSION\n[ ]\n2. Hepatomegaly.\n',
    '\nIMPRESSION\n[ ]\n2. Cord compression at D5.\n3. Left paraspinal mass at D9.\n4. Hepatomegaly.\n',
  ],
  [
    'an item that is spoken of by its number',
    '\nIMPRESSION\n1. Left paraspinal mass at D9.\n2. Hepatomegaly; see item 1.\n3. Biopsy is advised.\n',
    '\nIMPRESSION\n1. Left paraspinal mass at D9.\n2. Hepatomegaly; see item 1.\n3. Biopsy is advised.\n4. Cord compression at D5.\n',
  ],
  [
    'an item that is spoken of by its mark',
    '\nIMPRESSION\n1. Left paraspinal mass at D9.\n2. Hepatomegaly.\n3. Biopsy of the mass in 1. is advised.\n',
    '\nIMPRESSION\n1. Left paraspinal mass at D9.\n2. Hepatomegaly.\n3. Biopsy of the mass in 1. is advised.\n4. Cord compression at D5.\n',
  ],
  ['no impression', '', '\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n'],
  [
    'a recommendation behind the findings',
    '\nRECOMMENDATION\nBiopsy.\n',
    '\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n\nRECOMMENDATION\nBiopsy.\n',
  ],
];

describe('the list of the impression', () => {
  for (const [what, before, after] of CASES) {
    it(what, () => {
      assert.equal(synced(withImpression(before)), withImpression(after));
      assert.deepEqual(syncEdits(withImpression(after)), []);
    });
  }

  it('keeps the line ends of the file', () => {
    const text = withImpression('\nIMPRESSION\n1. Hepatomegaly.\n').replaceAll('\n', '\r\n');
    assert.equal(
      synced(text),
      withImpression('\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n').replaceAll(
        '\n',
        '\r\n',
      ),
    );
  });

  it('serves each report of a file by itself', () => {
    const one = withImpression('\nIMPRESSION\n1. Cord compression at D5.\n2. Left paraspinal mass at D9.\n3. Hepatomegaly.\n');
    const other = 'Exam: CT thorax\n\nFINDINGS\nSplenomegaly.\n';
    assert.equal(synced(`${other}\n---\n${one}`), `${other}\nIMPRESSION\n1. Splenomegaly.\n\n---\n${one}`);
  });

  it('writes no impression for a text that is no report', () => assert.deepEqual(syncEdits('Cord compression at D5.'), []));
});
