import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LEVELS } from '../../language/meaning/levels.ts';
import { levelHull, levelRuns, levelStyleOf, writeLevels } from '../../language/meaning/notation.ts';
import { readLinked, reportOf } from './reading.ts';

describe('notation of levels', () => {
  const cases: [string, string[], string[], string][] = [
    ['D4-D7', ['T4', 'T5', 'T6', 'T7'], [], 'D4-D7'],
    ['from D3 to D8', ['T4', 'T5', 'T6', 'T7'], [], 'D4 to D7'],
    ['T3–T8', ['T4', 'T5', 'T6', 'T7'], [], 'T4–T7'],
    ['D3-8', ['T4', 'T5', 'T6', 'T7'], [], 'D4-7'],
    ['D3-8', ['T11', 'T12', 'L1'], [], 'D11-L1'],
    ['D5', ['T4', 'T6', 'T9'], [], 'D4, D6 and D9'],
    ['D5', ['T4', 'T5', 'T6', 'T9', 'T10', 'T11'], [], 'D4-D6 and D9-D11'],
    ['D5', ['T9', 'T10'], [], 'D9 and D10'],
    ['D5 to D7', ['T9', 'T10'], [], 'D9 to D10'],
    ['T4/5', [], ['T5-T6', 'T4-T5'], 'T4/5 and T5/6'],
    ['D4-D5', [], ['T4-T5'], 'D4-D5'],
    ['T1 and T2 hyperintense at D6', ['T1'], [], 'D1'],
    ['MRI dorsal spine', ['T6'], [], 'D6'],
    ['', ['T6'], [], 'T6'],
    ['', ['coccyx', 'S5'], [], 'S5 and coccyx'],
    ['D5', [], [], ''],
  ];
  for (const [model, levels, discs, words] of cases) {
    it(`${levels.concat(discs).join(' ') || 'nothing'} as in "${model}" is "${words}"`, () =>
      assert.equal(writeLevels(levels, discs, levelStyleOf(model)), words));
  }

  it('takes each trait from the nearest text that shows it', () => {
    assert.deepEqual(levelStyleOf('D5', 'T4 to T7', 'T4/5'), { thoracic: 'D', range: ' to ', disc: '/', brief: false, and: ' and ' });
  });

  it('parts levels into stretches and spans them', () => {
    assert.deepEqual(levelRuns(['L1', 'T12', 'T9', 'nowhere']), [['T9'], ['T12', 'L1']]);
    assert.deepEqual(levelHull(['T9', 'T6']), ['T6', 'T7', 'T8', 'T9']);
    assert.deepEqual(levelHull([]), []);
  });

  it('is read back as the same levels', () => {
    const styles = fc.constantFrom('D4-D7', 'D4 to D7', 'D4–D7', 'D4-7', 'T4-T7', 'T4 to T7', 'T4-7');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...LEVELS.filter((l) => l !== 'coccyx')), { minLength: 1, maxLength: 8 }),
        styles,
        (levels, style) => {
          const words = writeLevels(levels, [], levelStyleOf(style));
          const { report } = readLinked(reportOf([`Paraspinal mass at ${words}.`], null));
          assert.deepEqual([...(report.findings[0]?.levels ?? [])].sort(), [...levels].sort(), words);
        },
      ),
      { numRuns: 300 },
    );
  });
});
