import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldsOf } from '../../language/assist/folding.ts';
import { highlightsAt } from '../../language/assist/highlights.ts';
import { type OutlineSymbol, outlineSymbols } from '../../language/assist/symbols.ts';
import { atCursor, language } from './check.ts';

const REPORT = `Exam: MRI dorsal spine
Date: 2021-03-02

FINDINGS
Spinal canal: Masses D3 to D8 with
  cord compression at D4-D7.
Ribs: Normal.
No pleural effusion.

IMPRESSION
1. Cord compression at D4-D7.
2. Masses.
`;

const drawn = (symbols: readonly OutlineSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...drawn(children, `${indent}  `),
  ]);

const symbolsOf = (text: string): OutlineSymbol[] => outlineSymbols(language.read(text), language.lexicon);

describe('symbols', () => {
  it('outline header, sections, topics, findings and items', () => {
    const lines = drawn(symbolsOf(REPORT));
    for (const line of [
      'header Exam (MRI dorsal spine)',
      'header Date (2021-03-02)',
      'section FINDINGS',
      '  topic Spinal canal',
      '    finding mass (D3 to D8)',
      '    finding cord compression (D4 to D7)',
      'section IMPRESSION',
      '  item 1. Cord compression at D4-D7.',
      '  item 2. Masses.',
    ])
      assert.ok(lines.includes(line), `${line}\nis not in\n${lines.join('\n')}`);
    assert.ok(lines.some((line) => /finding no pleural effusion/.test(line)));
  });

  it('put several reports under one symbol each', () => {
    assert.deepEqual(
      symbolsOf(`${REPORT}---\n${REPORT}`).map(({ name, kind }) => `${kind} ${name}`),
      ['report Report 1', 'report Report 2'],
    );
  });

  it('lie in one another', () => {
    const check = (symbol: OutlineSymbol, within: { start: number; end: number }): void => {
      const { range, selection, children } = symbol;
      assert.ok(within.start <= range.start && range.end <= within.end, JSON.stringify([symbol, within]));
      assert.ok(range.start <= selection.start && selection.end <= range.end, JSON.stringify(symbol));
      for (const child of children) check(child, range);
    };
    const lines = fc.array(
      fc.constantFrom(
        'Exam: MRI',
        'FINDINGS',
        'IMPRESSION',
        'IMPRESSION: Mass.',
        '---',
        '1. Mass at D4.',
        'Ribs: Mass',
        '  at D4 to D7.',
        'Cord compression. It is mild.',
        '',
        'History: pain',
      ),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('\n');
        for (const symbol of symbolsOf(text)) check(symbol, { start: 0, end: text.length });
      }),
      { numRuns: 150 },
    );
  });
});

describe('folds', () => {
  it('cover header, sections, topics and comments', () => {
    const text = `// one\n// two\n${REPORT}`;
    const folded = foldsOf(language.read(text)).map(
      ({ range, kind }) => `${kind}: ${text.slice(range.start, range.end).replaceAll('\n', '/')}`,
    );
    assert.ok(folded.includes('comment: // one/// two'));
    assert.ok(folded.includes('region: Exam: MRI dorsal spine/Date: 2021-03-02'));
    assert.ok(folded.includes('region: Spinal canal: Masses D3 to D8 with/  cord compression at D4-D7.'));
    assert.ok(folded.includes('region: IMPRESSION/1. Cord compression at D4-D7./2. Masses.'));
  });
});

describe('highlights', () => {
  it('mark the same thing in the report', () => {
    const { text, offset, reading } = atCursor(REPORT.replace('cord compression', 'cord comp|ression'));
    const words = highlightsAt(reading, offset).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(
      words.map((w) => w.toLowerCase()),
      ['cord compression', 'cord compression'],
    );
  });
});
