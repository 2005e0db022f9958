import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selectionsAt } from '../../language/assist/selection.ts';
import { atCursor, language } from './check.ts';

const selected = (marked: string): string[] => {
  const { reading, offset, text } = atCursor(marked);
  return selectionsAt(reading, offset).map(({ start, end }) => text.slice(start, end));
};

const REPORT = `Exam: MRI dorsal spine

FINDINGS
Spinal canal: Extradural mass D3 to D8, left sided. Canal nar|rowing.
Ribs: Expanded.

IMPRESSION
1. Extradural mass.
`;

describe('selection', () => {
  it('grows from the word to the text', () => {
    assert.deepEqual(selected(REPORT), [
      'narrowing',
      'Canal narrowing',
      'Canal narrowing.',
      'Spinal canal: Extradural mass D3 to D8, left sided. Canal narrowing.',
      'FINDINGS\nSpinal canal: Extradural mass D3 to D8, left sided. Canal narrowing.\nRibs: Expanded.',
      REPORT.replace('|', '').trimEnd(),
      REPORT.replace('|', ''),
    ]);
  });

  it('has the levels of a finding, and an item with its mark', () => {
    const inLevels = selected(REPORT.replace('|', '').replace('D3 to', 'D|3 to'));
    assert.deepEqual(inLevels.slice(0, 3), ['D3', 'D3 to D8', 'Extradural mass D3 to D8, left sided']);
    const inItem = selected(REPORT.replace('|', '').replace('1. Ext', '1. E|xt'));
    assert.deepEqual(inItem.slice(0, 4), ['Extradural', 'Extradural mass', 'Extradural mass.', '1. Extradural mass.']);
  });

  it('has a header line', () => assert.ok(selected('Exam: MRI dor|sal spine\n\nFINDINGS\nMass.\n').includes('Exam: MRI dorsal spine')));

  it('has one report of several', () => {
    const marked = 'FINDINGS\nMass.\n---\nFINDINGS\nCanal nar|rowing.\n---\nFINDINGS\nMass.\n';
    assert.ok(selected(marked).some((words) => words.startsWith('FINDINGS\nCanal') && !words.includes('Mass')));
  });

  it('is nested, not empty, and holds the place, in any text', () => {
    const pieces = fc.array(
      fc.constantFrom('D4', ' to ', 'mass', ' T1 ', '\n', '\r\n', ': ', 'FINDINGS', 'IMPRESSION', '1. ', '🦴', '.', '---', '"', '// '),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(), (parts, at) => {
        const text = parts.join('');
        const offset = at % (text.length + 1);
        const spans = selectionsAt(language.read(text), offset);
        assert.deepEqual(spans.at(-1) ?? { start: 0, end: 0 }, { start: 0, end: text.length });
        spans.forEach(({ start, end }, i) => {
          const outer = spans[i + 1];
          assert.ok(start < end && start <= offset && offset <= end);
          assert.ok(outer === undefined || (outer.start <= start && end <= outer.end && outer.end - outer.start > end - start));
        });
      }),
      { numRuns: 200 },
    );
  });
});
