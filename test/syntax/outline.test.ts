import assert from 'node:assert/strict';
import { readOutlines } from '../../language/syntax/outline.ts';
import { shipped } from '../language/shipped.ts';

const outline = (text: string) => readOutlines(text, shipped.lexicon);
const one = (text: string) => outline(text)[0] ?? assert.fail('no report');
/** `section: statement` for each statement. */
const statements = (text: string): string[] => one(text).statements.map((s) => `${s.section}: ${s.text}`);

describe('sections and header', () => {
  it('reads header keys before the first section, with continuation lines', () => {
    const report = one('Exam: MRI spine\nHistory: Thalassaemia.\n  Weakness for 2 years.\n\nFINDINGS\nNo mass.');
    assert.deepEqual(
      report.header.map((h) => h.id),
      ['exam', 'history'],
    );
    assert.deepEqual(statements('Exam: MRI spine\nHistory: Thalassaemia.\n  Weakness for 2 years.\n\nFINDINGS\nNo mass.'), [
      'history: Thalassaemia.',
      'history: Weakness for 2 years.',
      'findings: No mass.',
    ]);
  });

  for (const heading of ['FINDINGS', 'FINDINGS:', 'Findings', '**Findings**', 'findings:'])
    it(`takes ${JSON.stringify(heading)} for a heading`, () =>
      assert.deepEqual(statements(`${heading}\nNo mass.`), ['findings: No mass.']));

  it('takes no heading whose words go on in the next line, though the line alone is one', () => {
    assert.deepEqual(statements('History\nNo mass.'), ['history: No mass.']);
    assert.deepEqual(statements('History\nof thalassaemia.'), [': History\nof thalassaemia.']);
    assert.deepEqual(statements('History\nNo mass.'), ['history: No mass.']);
  });

  it('reads a list in the same words alike wherever it stands', () => {
    const list = '1. Normal 2) enlarged';
    const first = statements(`IMPRESSION\n${list}`);
    assert.deepEqual(statements(`IMPRESSION\n${list}\n\nFINDINGS\nNo mass.`).slice(0, first.length), first);
    assert.deepEqual(statements(`IMPRESSION\n${list}`), first);
  });

  it('takes a heading with text behind it, and one in the middle of a line', () => {
    assert.deepEqual(statements('FINDINGS: No mass. IMPRESSION: 1. Normal. 2. No effusion.'), [
      'findings: No mass.',
      'impression: Normal.',
      'impression: No effusion.',
    ]);
    assert.deepEqual(statements('IMPRESSION:,1. Cord compression.'), ['impression: Cord compression.']);
  });

  it('does not take a word at the end of a wrapped sentence for a heading', () =>
    assert.deepEqual(statements('FINDINGS\nThere is one\nfinding\nof note.'), ['findings: There is one\nfinding\nof note.']));

  it('takes a short line of small letters for a statement where all are so', () =>
    assert.deepEqual(statements('FINDINGS\nno rib expansion\nparavertebral masses on both sides, iso on t1\nwith enhancement'), [
      'findings: no rib expansion',
      'findings: paravertebral masses on both sides, iso on t1\nwith enhancement',
    ]));

  it('parts reports by a line of dashes', () =>
    assert.deepEqual(
      outline('No mass.\n---\nNo effusion.\n').map((r) => r.statements.map((s) => s.text)),
      [['No mass.'], ['No effusion.']],
    ));

  it('lets a topic that leads a list item end with the item', () =>
    assert.deepEqual(
      outline('FINDINGS\n- Spleen: normal\n- No mass\nRibs:\n- Mass\n').flatMap((r) => r.statements.map((s) => s.topic?.sites ?? [])),
      [['spleen'], [], ['rib']],
    ));

  it('ends a topic that has its own sentence at a line about another organ', () =>
    assert.deepEqual(
      outline('Spleen: normal.\nLeft adrenal mass.\nNo calcification.\nSpinal canal: mass.\nCord compressed.\nNo effusion.').flatMap((r) =>
        r.statements.map((s) => s.topic?.sites ?? []),
      ),
      [['spleen'], [], [], ['spinal-canal'], ['spinal-canal'], ['spinal-canal']],
    ));

  it('ends an impression at a heading that is known, or at an unknown one in capitals', () => {
    const before = 'FINDINGS\nMass.\n\nIMPRESSION\n1. Paraspinal mass.\n';
    const sections = (text: string): string[] => one(before + text).statements.map((s) => s.section);
    assert.deepEqual(sections('COURSE:\nAscites.'), ['findings', 'impression', 'course']);
    assert.deepEqual(sections('RADIATION DETAILS: ascites.'), ['findings', 'impression', 'other']);
    assert.deepEqual(sections('SPINE: ascites.'), ['findings', 'impression', 'impression']);
  });

  it('lets a header line hold the next key, and the report itself', () => {
    const report = one('Patient: 24 M. Study: MRI spine. Liver: enlarged. Opinion: Hepatomegaly.');
    assert.deepEqual(
      report.header.map((h) => h.id),
      ['patient', 'exam'],
    );
    assert.deepEqual(
      report.statements.map((s) => [s.section, s.topic?.sites ?? [], s.text]),
      [
        ['', ['liver'], 'enlarged.'],
        ['impression', [], 'Hepatomegaly.'],
      ],
    );
  });

  it('takes what follows a comparison for what is seen, where it is the whole report', () => {
    assert.deepEqual(statements('Comparison: MRI of 2020. The masses are unchanged.'), [
      'comparison: MRI of 2020.',
      ': The masses are unchanged.',
    ]);
    assert.deepEqual(statements('Comparison: MRI of 2020. It showed a mass.\n\nFINDINGS\nNo mass.'), [
      'comparison: MRI of 2020.',
      'comparison: It showed a mass.',
      'findings: No mass.',
    ]);
  });

  it('begins a report at a second header, where one has ended', () => {
    const one = 'Patient: 45 F\nExam: CT thorax\n\nFINDINGS\nMass.\n\nIMPRESSION\nMass.\n';
    const ranges = outline(`${one}\n${one}\n${one}`).map((r) => r.range.start);
    assert.deepEqual(ranges, [0, one.length + 1, 2 * (one.length + 1)]);
    // An impression that comes first, a header that says more, a list of older examinations.
    for (const text of [
      'Exam: CT\n\nIMPRESSION\nMass.\n\nFINDINGS\nMass.\n',
      'Exam: CT\n\nFINDINGS\nMass.\n\nIMPRESSION\nMass.\n\nExam: CT, read by two.\n',
      'IMPRESSION\nMass.\n\nExam: CT\n\nFINDINGS\nMass.\n',
    ])
      assert.equal(outline(text).length, 1, text);
  });
});

describe('statements', () => {
  const CASES: Record<string, string[]> = {
    'Mass of 5.2 x 3.7 cm. No effusion.': ['Mass of 5.2 x 3.7 cm.', 'No effusion.'],
    'Mass of approx. 5 cm; no effusion.': ['Mass of approx. 5 cm;', 'no effusion.'],
    'Mass at D5, e.g. on the left. Ascites.': ['Mass at D5, e.g. on the left.', 'Ascites.'],
    'Lobulated extradural masses from D3 to D8 with narrowing of the\nspinal canal.': [
      'Lobulated extradural masses from D3 to D8 with narrowing of the\nspinal canal.',
    ],
    'Liver enlarged\nSpleen enlarged': ['Liver enlarged', 'Spleen enlarged'],
    '- Liver enlarged\n- Spleen enlarged': ['Liver enlarged', 'Spleen enlarged'],
    'Lungs: clear. Pleura: small effusion.': ['clear.', 'small effusion.'],
    'Effusions, R > L. Kidneys normal.': ['Effusions, R > L.', 'Kidneys normal.'],
    'The R. kidney is normal.': ['The R. kidney is normal.'],
    '"Quoted. Text" stays. Next.': ['"Quoted. Text" stays.', 'Next.'],
    'No mass. // a remark. Not read.\nAscites.': ['No mass.', 'Ascites.'],
  };
  for (const [text, expected] of Object.entries(CASES))
    it(text.replace(/\n/g, ' / '), () =>
      assert.deepEqual(
        one(text).statements.map((s) => s.text.trim()),
        expected,
      ),
    );

  for (const [name, end] of Object.entries({ CR: '\r', 'a soft break': '\v', 'a page break': '\f', 'a line separator': '\u2028' }))
    it(`ends lines at ${name}`, () => {
      const text = ['FINDINGS', 'Liver: enlarged.', 'Spleen normal', 'IMPRESSION', '1. Hepatomegaly.'].join(end);
      assert.deepEqual(statements(text), ['findings: enlarged.', 'findings: Spleen normal', 'impression: Hepatomegaly.']);
    });

  it('keeps CRLF and positions true', () => {
    const text = 'FINDINGS\r\nMass at D5.\r\nNo effusion.\r\n';
    for (const s of one(text).statements) assert.equal(text.slice(s.range.start, s.range.end), s.text);
    assert.equal(one(text).statements.length, 2);
  });
});

describe('impression items', () => {
  it('are the list marks, or sentences where there is no list', () => {
    assert.deepEqual(
      one('IMPRESSION\n1. Cord compression.\n   At D5.\n2) Ascites.').items.map((i) => [i.number, i.mark !== null]),
      [
        [1, true],
        [2, true],
      ],
    );
    assert.equal(one('IMPRESSION: Cord compression. Ascites.').items.length, 2);
  });
});

describe('emh-ignore', () => {
  it('on a line of its own speaks of the next statement, behind one of that one', () => {
    const report = one('FINDINGS\n// emh-ignore level-invalid: as dictated\nMass at D14.\nAscites. // emh-ignore b: why\n');
    assert.deepEqual(
      report.statements.map((s) => s.ignores.flatMap((i) => [...i.rules, i.reason])),
      [
        ['level-invalid', 'as dictated'],
        ['b', 'why'],
      ],
    );
  });
  it('leaves addresses alone', () =>
    assert.equal(one('See http://example.org for more.').statements[0]?.text, 'See http://example.org for more.'));
});
