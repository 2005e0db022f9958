import assert from 'node:assert/strict';
import { gradeHints, levelHints } from '../../language/assist/canonical-hints.ts';
import type { Hint } from '../../language/assist/impression-state.ts';
import { inFindings, language } from './check.ts';

const shown = (hints: (reading: ReturnType<typeof language.read>) => Hint[], statement: string): string[] => {
  const reading = language.read(inFindings(statement));
  return hints(reading).map(({ words, of }) => `${reading.text.slice(of.start, of.end)} = ${words}`);
};

describe('hints of what was read', () => {
  it('name the grade where the words say it otherwise', () => {
    assert.deepEqual(shown(gradeHints, 'Marked canal narrowing. Slight foraminal narrowing. Mild to moderate scoliosis.'), [
      'Marked = severe',
      'Slight = mild',
    ]);
  });

  it('name the vertebrae where they are written otherwise', () => {
    assert.deepEqual(shown(levelHints, 'Mass D4 to D7. Canal narrowing at D4. Mass T9-12. Mass at L1 to L3 and at L5.'), [
      'D4 to D7 = T4-T7',
      'D4 = T4',
      'T9-12 = T9-T12',
    ]);
  });

  it('stand once behind levels that a list of findings shares', () => {
    assert.deepEqual(shown(levelHints, 'Canal narrowing and cord compression at D4 to D7.'), ['D4 to D7 = T4-T7']);
  });
});
