import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextNegatives } from '../../language/assist/next-negative.ts';
import { applyEdits } from '../../language/text/edit.ts';
import { atCursor, language } from './check.ts';

const report = (findings: string, exam = 'MRI dorsal spine'): string => `Exam: ${exam}\n\nFINDINGS\n${findings}`;
const offered = (marked: string): string[] => {
  const { reading, offset } = atCursor(marked);
  return nextNegatives(reading, offset, language.lexicon).map(({ words }) => words);
};

describe('the next pertinent negative', () => {
  it('denies what the region is asked for and nothing speaks of, most urgent first', () => {
    assert.deepEqual(offered(report('Extradural mass D3 to D8.\n|')), [
      'No cord compression.',
      'No cord signal change.',
      'No canal narrowing.',
      'No foraminal narrowing.',
      'No fracture.',
    ]);
    assert.equal(offered(report('No cord compression. |'))[0], 'No cord signal change.');
    assert.ok(!offered(report('Possible foraminal narrowing on the left.\n|')).includes('No foraminal narrowing.'));
  });

  it('goes with the region and with what the modality can show', () => {
    assert.deepEqual(offered(report('|', 'CT thorax')), ['No pleural effusion.', 'No lymphadenopathy.']);
    assert.ok(!offered(report('|', 'CT dorsal spine')).includes('No cord signal change.'));
    assert.equal(offered(report('|', 'MRI lumbar spine'))[0], 'No cauda equina compression.');
    assert.deepEqual(offered('FINDINGS\n|'), []);
  });

  it('denies nothing of what is called normal, and nothing less urgent beside what is there', () => {
    assert.ok(!offered(report('The cord is normal.\n|')).some((words) => words.includes('cord')));
    assert.deepEqual(offered(report('Cord compression at D4.\n|')), ['No cord signal change.']);
  });

  it('stays with the topic of its line', () => {
    assert.deepEqual(offered(report('Neural foramina: |')), ['No foraminal narrowing.']);
    assert.deepEqual(offered(report('Ribs: |')), []);
  });

  it('goes on with what was begun, in its letters', () => {
    assert.deepEqual(offered(report('Mass. no canal|')), ['no canal narrowing.']);
    assert.deepEqual(offered(report('No ca|')), ['No canal narrowing.']);
  });

  it('is silent in a word, before words, in a comment, outside the findings', () => {
    for (const marked of ['Mass|', 'Nodule|', '| Mass.', 'Mass. // No |', '\nIMPRESSION\n1. |'])
      assert.deepEqual(offered(report(marked)), [], marked);
    assert.deepEqual(offered('Exam: MRI dorsal spine\n|\nFINDINGS\n'), []);
  });

  it('reads back as that denial, and is not offered again', () => {
    const pieces = fc.array(
      fc.constantFrom('Mass D4. ', 'No cord compression. ', 'Cord is normal.\n', 'Canal narrowing at D5.\n', 'Ribs: normal.\n'),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(pieces, fc.constantFrom('MRI dorsal spine', 'MRI whole spine', 'CT thorax and abdomen', 'US abdomen'), (parts, exam) => {
        const text = report(parts.join(''), exam);
        const [first] = nextNegatives(language.read(text), text.length, language.lexicon);
        if (first === undefined) return;
        const taken = applyEdits(text, [{ range: first.range, text: first.words }]);
        const before = language.read(text).reports[0]?.findings.length ?? 0;
        const after = language.read(taken).reports[0]?.findings ?? [];
        assert.equal(after.length, before + 1, taken);
        assert.equal(after.at(-1)?.presence, 'absent', taken);
        assert.ok(
          !nextNegatives(language.read(`${taken}\n`), taken.length + 1, language.lexicon).some(({ words }) => words === first.words),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('answers at every place of any text', () => {
    const pieces = fc.array(fc.constantFrom('FINDINGS', 'Exam: MRI dorsal spine', '\n', '\r\n', 'No ', 'D4', '.', ' ', '🦴', '"', '// '), {
      maxLength: 16,
    });
    fc.assert(
      fc.property(pieces, fc.nat(), (parts, at) => {
        const text = parts.join('');
        const offset = at % (text.length + 1);
        for (const { range } of nextNegatives(language.read(text), offset, language.lexicon))
          assert.ok(range.start <= offset && range.end === offset);
      }),
      { numRuns: 200 },
    );
  });
});
