import assert from 'node:assert/strict';
import { createStatementParser } from '../../language/syntax/parse.ts';
import { shipped } from '../language/shipped.ts';

const parse = createStatementParser(shipped.lexicon);
/** Phrases that the grammar groups, as `type(words)`. */
const groups = (text: string): string[] =>
  parse(text)
    .phrases.filter((p) => !['term', 'word', 'mark'].includes(p.type))
    .map((p) => `${p.type}(${text.slice(p.span.start, p.span.end)})`);

describe('phrases of a statement', () => {
  const CASES: Record<string, string[]> = {
    'D3 to D8': ['levels(D3 to D8)'],
    'D3–8 and D10': ['levels(D3–8 and D10)'],
    'at D4-D5, D5-D6 and L1': ['levels(D4-D5, D5-D6 and L1)'],
    'D4 and 3 cm': ['levels(D4)', 'size(3 cm)'],
    'D3 to 8 cm': ['levels(D3)', 'size(8 cm)'],
    '5.2 × 3.7 x 2.1 cm': ['size(5.2 × 3.7 x 2.1 cm)'],
    '26 mm by 31 mm': ['size(26 mm by 31 mm)'],
    '3-cm mass': ['size(3-cm)'],
    'T1 and T2 isointense': ['sequences(T1 and T2)', 'intensities(isointense)'],
    'iso- to hypointense on T2/FLAIR': ['intensities(iso- to hypointense)', 'sequences(T2/FLAIR)'],
    'moderate to severe': ['severities(moderate to severe)'],
    'mild-moderate': ['severities(mild-moderate)'],
    '"left alone D5"': ['quote("left alone D5")'],
  };
  for (const [text, expected] of Object.entries(CASES)) it(text, () => assert.deepEqual(groups(text), expected));

  it('says where bare T1 is undecided', () => {
    const text = 'lesion T1';
    assert.deepEqual(
      parse(text).ambiguous.map((s) => text.slice(s.start, s.end)),
      ['T1'],
    );
    assert.deepEqual(parse('T1 hyperintense lesion at T2').ambiguous, []);
  });
});

describe('tokens', () => {
  it('lose no character but blanks', () => {
    for (const text of ['Pneumothorax: no (none); "x" [y] {z} <a> #1 ~ ^ | \\ = + % $ @ ! ? . , / & * _ é ß 𝒳 \u0000']) {
      const kept = parse(text)
        .phrases.map((p) => text.slice(p.span.start, p.span.end))
        .join('');
      assert.equal(kept.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }
  });
});
