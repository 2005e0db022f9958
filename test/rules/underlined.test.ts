import assert from 'node:assert/strict';
import { words } from './one-rule.ts';

describe('without a mark line, a rule underlines', () => {
  const REPORT = 'Exam: CT spine\nPatient: 70-year-old female\nFINDINGS\nMass at D2, 3 cm.';
  const cases: readonly (readonly [string, string, string])[] = [
    ['the levels that it names', 'when mass at L', 'D2'],
    ['else the name of the finding', 'when mass', 'Mass'],
    ['the words that it looks for', 'when report mentions "at d2"', 'at D2'],
    ['the age that it asks for', 'when patient age over 50', '70-year'],
    ['the sex that it asks for', 'when patient is female', 'female'],
    ['the exam that it asks for', 'when exam is CT', 'CT spine'],
    ['the section that it asks for', 'when report has findings', 'FINDINGS'],
    ['the exam for what the report lacks', 'when report has no impression', 'CT spine'],
    ['the exam for words that the report lacks', 'when report does not mention "STIR"\nand technique does not mention "STIR"', 'CT spine'],
  ];
  for (const [what, when, marked] of cases) {
    it(what, () => assert.deepEqual(words(`${when}\nhint M`, REPORT), [marked]));
  }

  it('the heading of the findings where there is no exam, else the first sentence', () => {
    assert.deepEqual(words('when report has no impression\nhint M', 'FINDINGS\nMass at D2.'), ['FINDINGS']);
    assert.deepEqual(words('when report has no impression\nhint M', 'Mass at D2. No effusion.'), ['Mass at D2.']);
  });

  it('says the section of its mark line, where the report has that', () => {
    const rule = 'when mass\nmark impression\nhint M';
    assert.deepEqual(words(rule, 'FINDINGS\nMass at D2.\nIMPRESSION\n1. Mass.'), ['IMPRESSION']);
  });
});
