import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguage } from '../../language/language.ts';
import { datesIn } from '../../language/meaning/dates.ts';
import { rootAt } from '../../language/meaning/nerve-roots.ts';
import type { NoteCategory } from '../../language/meaning/note.ts';
import { packs } from '../../packs/emh.ts';

const language = createLanguage({ packs, rules: [] });
const read = (text: string) => language.read(text).reports[0];

/** Notes of a category as `kind value|amount levels side section presence`, what is not stated left out. */
const notes = (category: NoteCategory, text: string): string[] =>
  (read(text)?.notes ?? [])
    .filter((note) => note.category === category)
    .map((note) =>
      [note.kind, note.amount ?? note.value, note.levels.join(','), note.side, note.presence === 'present' ? null : note.presence]
        .filter((part) => part !== null && part !== '')
        .join(' '),
    );

describe('notes', () => {
  it('give procedures with their levels, and tell them from advice', () => {
    assert.deepEqual(notes('procedure', 'History: Post D4-D6 laminectomy.'), ['laminectomy laminectomy T4,T5,T6']);
    assert.deepEqual(notes('procedure', 'Biopsy is advised.'), []);
    assert.deepEqual(notes('advice', 'MRI of the dorsal spine is advised.'), ['MR MR']);
    assert.deepEqual(notes('advice', 'Exam: MRI of the whole spine\nFINDINGS\nMass.'), []);
    assert.deepEqual(
      notes('advice', 'No follow-up is required.').map((each) => each.endsWith('absent')),
      [true, true],
    );
  });

  it('give disorders of the patient alone, with their group', () => {
    assert.deepEqual(notes('disorder', 'History: Known sickle cell anaemia. Mother with breast cancer.'), [
      'sickle-cell-anaemia blood-disorder',
    ]);
    assert.deepEqual(notes('lab-value', 'History: Hb 5.6 g/dL, eGFR 15.'), ['haemoglobin 5.6', 'egfr 15']);
  });

  it('give grades, ribs and roots by their numbers', () => {
    assert.deepEqual(notes('grade', 'ESCC grade 2 at D5. Bilsky 1c.'), ['escc 2 T5', 'escc 1c']);
    assert.deepEqual(notes('rib', 'Expansion of the right 5th-7th ribs. Third and fourth ribs on the left.'), [
      'rib 5 T4,T5 right',
      'rib 6 T5,T6 right',
      'rib 7 T6,T7 right',
      'rib 3 T2,T3 left',
      'rib 4 T3,T4 left',
    ]);
    assert.deepEqual(notes('intercostal-space', 'Mass at the 12th intercostal space.'), ['intercostal-space 12']);
    assert.deepEqual(notes('nerve-root', 'The exiting D4 root and the left C8 nerve root are compressed.'), ['exiting T4', 'root C8']);
    assert.deepEqual([rootAt('C5-C6'), rootAt('C7-T1'), rootAt('T4-T5'), rootAt('L5-S1')], ['C6', 'C8', 'T4', 'L5']);
    assert.deepEqual(read('C8 nerve root is compressed at C7-T1.')?.wordProblems, []);
  });

  it('give sizes now and before, and what is measured in another way', () => {
    assert.deepEqual(notes('measurement', 'Mass, 3.1 cm (previously 5.2 cm).'), ['size 31', 'prior-size 52']);
    assert.deepEqual(notes('measurement', 'Mass increased from 28 mm to 35 mm.'), ['prior-size 28', 'size 35']);
    assert.deepEqual(notes('measurement', 'Mass 5.2 x 3.7 x 2.1.'), ['unitless 5.2']);
    assert.deepEqual(notes('measurement', '5 cm x 37 mm.'), ['size 37', 'mixed-units 37']);
    assert.deepEqual(notes('attenuation', 'Mass of +70 to +95 HU. Fat of -60 HU.'), ['HU 70', 'HU 95', 'HU -60']);
    assert.deepEqual(notes('uptake-value', 'Mass with SUVmax 4.7.'), ['suv 4.7']);
    assert.deepEqual(notes('interval', 'MRI in 3 months.'), ['interval 90']);
  });

  it('give earlier studies, and no more where there is none', () => {
    assert.deepEqual(notes('prior-study', 'Comparison: CT 2021-02-27 and MRI 3 Jan 2020.'), ['CT', 'MR']);
    assert.deepEqual(notes('prior-study', 'Comparison: None.'), []);
    assert.deepEqual(notes('prior-study', 'FINDINGS\nThe masses are unchanged since 2019.'), ['study']);
    assert.deepEqual(notes('prior-study', 'Comparison: CT of 31 Feb 2024.'), ['CT impossible']);
  });

  it('give questions of the history', () => {
    assert.deepEqual(notes('question', 'History: Weak legs. ? cord compression. Rule out fracture.'), ['cord-compression', 'fracture']);
    assert.deepEqual(notes('question', 'FINDINGS\n? cord compression.'), []);
  });

  it('read the patient from header or prose', () => {
    const patient = (text: string) => [read(text)?.patient.sex, read(text)?.patient.ageYears];
    assert.deepEqual(patient('Age/Sex: 21 Y / F\nFINDINGS\nMass.'), ['female', 21]);
    assert.deepEqual(patient('Patient: 6-month-old male\nFINDINGS\nMass.'), ['male', 0.5]);
    for (const [written, sex, years] of [
      ['19 M', 'male', 19],
      ['45F', 'female', 45],
      ['6 m / F', 'female', 0.5],
      ['45/M', 'male', 45],
      ['F', 'female', null],
    ])
      assert.deepEqual(patient(`Patient: ${written}\nFINDINGS\nMass.`), [sex, years], String(written));
    assert.deepEqual(patient('A 34-year-old man presented with weakness.'), ['male', 34]);
    assert.deepEqual(patient('Mass at D5.'), [null, null]);
  });

  it('read dates in all that they can mean', () => {
    const days = (text: string) => datesIn(text).map((date) => date.days?.map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10)));
    assert.deepEqual(days('2024-03-02, 2 March 2024, Mar 2, 2024'), Array(3).fill(['2024-03-02', '2024-03-02']));
    assert.deepEqual(days('02/03/2024'), [['2024-02-03', '2024-03-02']]);
    assert.deepEqual(days('13/03/24, Feb 2024'), [
      ['2024-03-13', '2024-03-13'],
      ['2024-02-01', '2024-02-29'],
    ]);
    assert.deepEqual(days('31.02.2024'), [undefined]);
  });

  it('read positions and directions', () => {
    const positions = (text: string) => [...(read(text)?.positions.values() ?? [])].map((position) => position.values.join('+'));
    assert.deepEqual(positions('Posterior epidural mass displaces the cord anteriorly.'), ['posterior', 'anterior']);
    assert.deepEqual(positions('Lobulated mass in the posterior epidural space at D5.'), ['posterior']);
    assert.deepEqual(positions('Cord is displaced to the left.'), ['left']);
    assert.deepEqual(positions('Expansion of the posterior elements of D5.'), []);
  });

  it('never throw, and lie within the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        for (const report of language.read(text).reports) {
          assert.ok([report.patient, report.examDate, report.positions].length === 3);
          for (const { range } of report.notes) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const WORDS = (
  'History: Comparison: Technique: FINDINGS\n IMPRESSION\n Date: Age/Sex: 3rd 5th - to rib ribs intercostal space 12 5.2 x cm mm HU SUVmax ESCC 2 1c D5 ' +
  'C8 root exiting CT MRI 2019 31/02/2024 previously ? rule out laminectomy advised left right posterior cord displaced . , ( ) no mother cancer'
).split(' ');
