import assert from 'node:assert/strict';
import { checkBothWays, checkRefactor, checkStatement, offered } from './check.ts';

const REPORT = `Exam: MRI dorsal spine

FINDINGS
Masses from D3 to D8, cord compression at |D4-7 and th9. T1 hyperintense marrow.
D4-D5: Disc bulge.

IMPRESSION
1. Masses from d3 to D8.
`;

describe('the notation of levels', () => {
  const [before = '', after = ''] = REPORT.split('|');

  it('is converted in the whole report, and back', () => {
    const t = (text: string) => text.replace(/\b[D](?=\d)/g, 'T').replace('d3', 't3');
    const d = (text: string) => text.replace('th9', 'd9');
    checkRefactor(REPORT, 'notation', d(before + after), t(before + after));
    checkRefactor(`${t(before)}|${t(after)}`, 'notation', d(before + after));
  });

  it('is offered at levels, headings and the header alone', () => {
    assert.equal(offered(REPORT, 'notation').length, 2);
    assert.equal(offered(`${before.replace('Exam', '|Exam')}${after}`, 'notation').length, 2);
    assert.equal(offered(`${before}${after.replace('IMPRESSION', '|IMPRESSION')}`, 'notation').length, 2);
    assert.equal(offered(`${before.replace('compression', 'comp|ression')}${after}`, 'notation').length, 0);
    assert.equal(offered('FINDINGS\nMass at |L4.', 'notation').length, 0);
  });

  it('leaves other reports of the text, quotes and comments', () =>
    checkRefactor(
      'FINDINGS\nMass at |D4, "D5". // D6\n---\nFINDINGS\nMass at D4.\n',
      'notation',
      'FINDINGS\nMass at T4, "D5". // D6\n---\nFINDINGS\nMass at D4.\n',
    ));

  it('is not offered where a vertebra would be taken for a sequence', () => {
    assert.equal(offered('FINDINGS\nMarrow hyperintense, D|1.\n', 'notation').length, 0);
  });
});

describe('an abbreviation', () => {
  it('is written in full in the case of its place, with its article and the spelling of the report', () => {
    checkStatement('Masses in keeping with |EMH.', 'abbreviation', 'Masses in keeping with extramedullary haematopoiesis.');
    checkStatement('|SCC at D5.', 'abbreviation', 'Spinal cord compression at D5.');
    checkStatement('Edema. Likely EM|H.', 'abbreviation', 'Edema. Likely extramedullary hematopoiesis.');
    checkRefactor(
      'History: Had an M|RI.\n\nFINDINGS\nAscites.',
      'abbreviation',
      'History: Had a magnetic resonance imaging.\n\nFINDINGS\nAscites.',
    );
    checkRefactor(
      'FINDINGS\nMASSES IN KEEPING WITH |EMH.',
      'abbreviation',
      'FINDINGS\nMASSES IN KEEPING WITH EXTRAMEDULLARY HAEMATOPOIESIS.',
    );
  });

  it('is put for the words that it stands for', () => {
    const [first] = offered('FINDINGS\nMasses, likely extramedullary haemato|poiesis.', 'abbreviation');
    assert.equal(first?.title, 'Write EMH for it');
    checkRefactor(
      'Technique: A magnetic resonance imag|ing of the spine.\n\nFINDINGS\nAscites.',
      'abbreviation',
      'Technique: An MRI of the spine.\n\nFINDINGS\nAscites.',
    );
  });

  it('is left where its letters say more than its term, in quotes and in comments', () => {
    // A VCF is a fracture, but one of the spine that was compressed.
    for (const { title } of offered('FINDINGS\nOld V|CF at D5.', 'abbreviation')) assert.match(title, /compression fracture$/);
    checkStatement('The letter says "E|MH".', 'abbreviation');
    checkStatement('Ascites. // E|MH', 'abbreviation');
  });

  it('is not introduced where the rules call it ambiguous', () => checkStatement('Spinal cord comp|ression at D5.', 'abbreviation'));
});

describe('a report of no usual length', () => {
  it('is offered nothing, so that no key waits for it', () => {
    const text = `FINDINGS\nMass at |D4.\n`;
    assert.equal(offered(text, 'notation').length, 1);
    assert.equal(offered(text + 'Ascites.\n'.repeat(6_000), 'notation').length, 0);
  });
});

describe('splitting a statement', () => {
  it('gives each finding a sentence with what it shares', () => {
    checkStatement('Canal |narrowing and cord compression at D5.', 'split', 'Canal narrowing at D5. Cord compression at D5.');
    checkStatement('No canal narrowing |or cord compression at D5.', 'split', 'No canal narrowing at D5. No cord compression at D5.');
    checkStatement('|Mass at D4 and D5 and cord compression at D6.', 'split', 'Mass at D4 and D5. Cord compression at D6.');
    checkStatement('Splenomegaly, |hepatomegaly and ascites.', 'split', 'Splenomegaly. Hepatomegaly. Ascites.');
    checkStatement(
      '|Severe canal narrowing and cord compression are seen at D5 to D7.',
      'split',
      'Severe canal narrowing at D5 to D7. Cord compression is seen at D5 to D7.',
    );
  });

  it('keeps words that it does not know', () =>
    checkStatement('Foobar splenomegaly and |quuxish ascites, said xyzzy.', 'split', 'Foobar splenomegaly. Quuxish ascites, said xyzzy.'));

  it('is not offered for one finding, or where the two are tied', () => {
    checkStatement('|Mass at D4 and D5.', 'split');
    checkStatement('Masses D3 to D8 causing |canal narrowing.', 'split');
  });
});

describe('moving a statement to its topic', () => {
  it('puts it behind what the topic says, and takes its line along', () => {
    checkStatement(
      'The spleen is |enlarged.\nLiver: Normal.\nSpleen: No focal lesion',
      'move',
      'Liver: Normal.\nSpleen: No focal lesion. The spleen is enlarged.',
    );
    checkStatement('Lungs: Clear. Mild |splenomegaly.\nSpleen: No mass.', 'move', 'Lungs: Clear.\nSpleen: No mass. Mild splenomegaly.');
    checkStatement('Lungs: Mild |splenomegaly. Clear.\nSpleen: No mass.', 'move', 'Lungs: Clear.\nSpleen: No mass. Mild splenomegaly.');
    checkStatement(
      'Spinal canal: No canal narrowing.\nRibs: Expanded ribs. Cord |compression at D5.',
      'move',
      'Spinal canal: No canal narrowing. Cord compression at D5.\nRibs: Expanded ribs.',
    );
  });

  it('is not offered where it stands right, would leave a topic empty, has a comment, or would change its site', () => {
    checkStatement('Spleen: No mass. |Enlarged spleen.\nLiver: Normal.', 'move');
    checkStatement('Lungs: Mild |splenomegaly.\nSpleen: No mass.', 'move');
    checkStatement('Lungs: Clear. Mild |splenomegaly. // emh-ignore spelling: so\nSpleen: No mass.', 'move');
    checkStatement('Lungs: Clear. |Mass at D5.\nSpleen: Normal.', 'move');
    checkStatement('Lungs: Clear. Mild |splenomegaly.\nLiver: Normal.', 'move');
  });
});

describe('prose and telegram style', () => {
  it('lead to each other', () => {
    checkStatement('Lobulated extradural |masses were seen from D3 to D8.', 'style', 'Masses, extradural, lobulated, D3-D8.');
    checkBothWays('There are lobulated extradural masses at D3-D8.', 'Masses, extradural, lobulated, D3-D8.');
    checkBothWays('There is a left paraspinal mass measuring 3.1 x 2.2 cm at D5.', 'Mass, paraspinal, left, 3.1 x 2.2 cm, D5.');
    checkBothWays('There is mild splenomegaly.', 'Splenomegaly, mild.');
    checkBothWays('No ascites is seen.', 'No ascites.');
    checkBothWays('No canal narrowing or cord compression is seen at D5.', 'No canal narrowing or cord compression at D5.');
    checkBothWays('Spleen is enlarged.', 'Spleen enlarged.');
  });

  it('keep words that they do not know', () => {
    checkStatement('Foobar masses were |seen at D5.', 'style', 'Foobar masses at D5.');
    checkStatement('Foobar mass, |D5.', 'style');
  });

  it('take no more than the verb where there is more to say, and nothing beside quotes', () => {
    checkStatement('There is a "mass" |splenomegaly.', 'style');
    checkStatement('The |masses are isointense to cord on T1.', 'style', 'Masses isointense to cord on T1.');
  });
});
