import assert from 'node:assert/strict';
import type { MutationClass } from '../../mutation/mutant.ts';
import { mutate } from '../../mutation/mutate.ts';
import { shipped } from '../language/shipped.ts';

/** The changed lines of every mutant of a class. */
function linesOf(text: string, name: MutationClass): string[] {
  const before = new Set(text.split('\n'));
  return mutate(text, shipped, { seed: 1, each: 50, classes: [name] }).map(({ text: mutated }) =>
    mutated
      .split('\n')
      .filter((line) => !before.has(line))
      .join(' / '),
  );
}

const report = (findings: string, impression: string, header = ''): string =>
  `${header}FINDINGS\n${findings}\n\nIMPRESSION\n${impression}\n`;

describe('classes of mistakes', () => {
  it('swap a side that both sections name', () => {
    assert.deepEqual(linesOf(report('Left paraspinal mass at D5.', '1. Left paraspinal mass at D5.'), 'side-swap').sort(), [
      '1. Right paraspinal mass at D5.',
      'Right paraspinal mass at D5.',
    ]);
  });

  it('swap no side where something of the kind lies on the other one', () => {
    const text = report('Left paraspinal mass at D5. Right paraspinal mass at D9.', '1. Left paraspinal mass at D5.');
    assert.deepEqual(linesOf(text, 'side-swap'), []);
  });

  it('move levels in the letters of the report, beyond what the findings name', () => {
    const lines = linesOf(report('Extradural mass from D3 to D8.', '1. Extradural mass from D3 to D8.'), 'level-shift');
    assert.ok(lines.includes('1. Extradural mass from D3 to D10.'));
    assert.ok(!lines.includes('1. Extradural mass from D4 to D8.'));
    assert.ok(lines.every((line) => /from D\d+ to D\d+\.$/.test(line)));
  });

  it('turn a range round', () => {
    assert.deepEqual(linesOf(report('Extradural mass, D3-D8.', '1. Extradural mass.'), 'range-reversed'), ['Extradural mass, D8-D3.']);
  });

  it('drop a denial that the other section makes too', () => {
    assert.deepEqual(linesOf(report('No pleural effusion. Mass at D5.', '1. Mass at D5 without pleural effusion.'), 'dropped-no').sort(), [
      '1. Mass at D5 with pleural effusion.',
      'Pleural effusion. Mass at D5.',
    ]);
    assert.deepEqual(linesOf(report('No pleural effusion. Mass at D5.', '1. Mass at D5.'), 'dropped-no'), []);
  });

  it('deny what the other section states', () => {
    assert.deepEqual(linesOf(report('Paraspinal mass at D5.', '1. Paraspinal mass at D5.'), 'added-no').sort(), [
      '1. No paraspinal mass at D5.',
      'No paraspinal mass at D5.',
    ]);
    assert.deepEqual(linesOf(report('Severe canal narrowing at D5.', '1. Severe canal narrowing at D5.'), 'added-no'), []);
  });

  it('change a grade, a unit and a number that both sections give', () => {
    const text = report('Mild left hydronephrosis. Presacral mass of 7.3 cm.', '1. Mild left hydronephrosis.\n2. Presacral mass, 7.3 cm.');
    assert.ok(linesOf(text, 'severity-change').includes('1. Severe left hydronephrosis.'));
    assert.ok(linesOf(text, 'unit-swap').includes('2. Presacral mass, 7.3 mm.'));
    assert.ok(linesOf(text, 'size-change').includes('2. Presacral mass, 10.6 cm.'));
  });

  it('leave out an item and number the next ones anew', () => {
    const text = report(
      'Canal narrowing and cord compression at D5. Splenomegaly.',
      '1. Canal narrowing and cord compression at D5.\n2. Splenomegaly.',
    );
    assert.deepEqual(linesOf(text, 'omitted-item'), ['1. Splenomegaly.']);
  });

  it('add an item that nothing supports, in the manner of the others', () => {
    const text = report('Paraspinal mass at D5.', '1. Paraspinal mass at D5.');
    assert.ok(linesOf(text, 'added-item').includes('2. Splenomegaly.'));
    assert.ok(!linesOf(report('Splenomegaly.', '1. Splenomegaly.'), 'added-item').some((line) => /Splenomegaly/.test(line)));
  });

  it('take the contrast away wherever it is stated', () => {
    const header = 'Exam: MRI dorsal spine with contrast\nTechnique: Sagittal T1 and T2; post-contrast T1.\n\n';
    const text = report('Enhancing paraspinal mass at D5.', '1. Paraspinal mass at D5.', header);
    assert.deepEqual(linesOf(text, 'enhancement-without-contrast'), [
      'Exam: MRI dorsal spine without contrast / Technique: Sagittal T1 and T2; non-contrast.',
    ]);
  });

  it('put a word of MRI on a CT, and a change where nothing is there to compare with', () => {
    const text = report('Left paraspinal mass at D5.', '1. Left paraspinal mass at D5.', 'Exam: CT thorax\nComparison: None.\n\n');
    assert.match(linesOf(text, 'signal-on-ct')[0] ?? '', /^Left paraspinal (?:T\d )?hyp\w+ mass at D5\.$/);
    assert.deepEqual(linesOf(text, 'comparison-drift'), ['Left paraspinal mass at D5, unchanged.']);
  });

  it('describe an organ of the other sex', () => {
    const header = 'Exam: CT abdomen and pelvis\nPatient: 40-year-old male\n\n';
    assert.deepEqual(linesOf(report('The prostate is normal.', '1. Normal study.', header), 'sex-mismatch'), [
      'Patient: 40-year-old female',
    ]);
    assert.deepEqual(linesOf(report('Ascites.', '1. Ascites.', header), 'sex-mismatch'), ['Ascites. The uterus is normal.']);
  });

  it('name a level that there is not', () => {
    assert.deepEqual(linesOf(report('Mass at D5.', '1. Mass.'), 'impossible-level'), ['Mass at D14.']);
  });
});
