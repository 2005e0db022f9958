import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellsOf, cut, widthOf } from '../../cli/drawing/cells.ts';
import { palette } from '../../cli/drawing/colours.ts';
import { drawDiagnostic } from '../../cli/drawing/diagnostic.ts';
import { linesOf } from '../../cli/drawing/lines.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { spanOf, warning } from './harness.ts';

function draw(text: string, diagnostic: Diagnostic, room = 80): string {
  return drawDiagnostic('a.emh', linesOf(text), diagnostic, { room, colours: palette(false) });
}

/** The lines of a drawing behind its first. */
const below = (text: string, words: string, more: Partial<Diagnostic> = {}, room?: number): string[] =>
  draw(text, warning(spanOf(text, words), more), room)
    .trimEnd()
    .split('\n')
    .slice(1);

describe('a drawn diagnostic', () => {
  const text = ['FINDINGS', 'Spinal canal: Masses from D3 to D8.', 'Ribs: Expanded.', '', 'IMPRESSION', '1. Masses from D3 to D10.'].join(
    '\n',
  );

  it('says place, severity, message, rule, words, related place, reason and fix', () => {
    const diagnostic = warning(spanOf(text, 'D3 to D10'), {
      severity: 'error',
      message: 'Levels differ.',
      related: [{ range: spanOf(text, 'D3 to D8'), message: 'In the findings: "D3 to D8"' }],
      because: 'The impression\nis read first.',
      fixes: [
        { title: 'Write D3 to D8', sure: true, edits: [{ range: spanOf(text, 'D3 to D10'), text: 'D3 to D8' }] },
        { title: 'Add', sure: false, edits: [{ range: { start: 9, end: 9 }, text: 'Marrow: Dark.\nSpleen: Large.\n' }] },
        { title: 'Drop', sure: false, edits: [{ range: spanOf(text, '\n1. Masses from D3 to D10.'), text: '' }] },
      ],
    });
    assert.equal(
      draw(text, diagnostic),
      `a.emh:6:16: error: Levels differ. [some-rule]
  2 | Spinal canal: Masses from D3 to D8.
    |                           -------- In the findings
 ...
  6 | 1. Masses from D3 to D10.
    |                ^^^^^^^^^
  because: The impression is read first.
  fix: Write D3 to D8
    line 6: D3 to D10 -> D3 to D8
  or: Add
    line 2: + Marrow: Dark.
    line 2: + Spleen: Large.
  or: Drop
    line 6: - 1. Masses from D3 to D10.
`,
    );
  });

  it('shows a single line between two instead of a gap', () => {
    const related = [{ range: spanOf(text, 'FINDINGS'), message: 'Here' }];
    assert.deepEqual(below(text, 'Ribs', { related }), [
      '  1 | FINDINGS',
      '    | -------- Here',
      '  2 | Spinal canal: Masses from D3 to D8.',
      '  3 | Ribs: Expanded.',
      '    | ^^^^',
    ]);
  });

  it('draws several places on one line, labels below each other', () => {
    const related = [
      { range: spanOf(text, 'Spinal'), message: 'One' },
      { range: spanOf(text, 'D8'), message: 'Two' },
    ];
    assert.deepEqual(below(text, 'Masses', { related }), [
      '  2 | Spinal canal: Masses from D3 to D8.',
      '    | ------        ^^^^^^            -- Two',
      '    | One',
    ]);
  });

  it('puts the marks under the words whatever stands before them', () => {
    assert.deepEqual(below('\tBad', 'Bad'), ['  1 |     Bad', '    |     ^^^']);
    assert.deepEqual(below('ab\tBad', 'Bad'), ['  1 | ab  Bad', '    |     ^^^']);
    assert.deepEqual(below('脊柱 Bad', '柱'), ['  1 | 脊柱 Bad', '    |   ^^']);
    assert.deepEqual(below('e\u0301e\u0301 Bad', 'Bad'), ['  1 | e\u0301e\u0301 Bad', '    |    ^^^']);
    assert.deepEqual(below('👩‍⚕️ Bad', 'Bad'), ['  1 | 👩‍⚕️ Bad', '    |    ^^^']);
    assert.deepEqual(below('one\r\nBad\r\n', 'Bad'), ['  2 | Bad', '    | ^^^']);
  });

  it('marks an empty range, the end of the text, and a line break', () => {
    const at = (offset: number, end = offset): string[] =>
      draw('ab\r\ncd', warning({ start: offset, end }))
        .trimEnd()
        .split('\n')
        .slice(1);
    assert.deepEqual(at(1), ['  1 | ab', '    |  ^']);
    assert.deepEqual(at(6), ['  2 | cd', '    |   ^']);
    assert.deepEqual(at(2, 4), ['  1 | ab', '    |   ^']);
    assert.deepEqual(
      draw('', warning({ start: 0, end: 0 }))
        .split('\n')
        .slice(1, 3),
      ['  1 |', '    | ^'],
    );
  });

  it('marks every line of a range, without its indent, and of many the first and the last', () => {
    assert.deepEqual(below('one two\n  three\n\nfour', 'two\n  three\n\nfour'), [
      '  1 | one two',
      '    |     ^^^',
      '  2 |   three',
      '    |   ^^^^^',
      '  3 |',
      '  4 | four',
      '    | ^^^^',
    ]);
    const many = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join('\n');
    const drawn = below(many, many);
    assert.equal(drawn.filter((row) => row.includes('^')).length, 5);
    assert.match(drawn.at(-2) ?? '', / 12 \| line 12/);
    assert.ok(drawn.some((row) => row.trim() === '...'));
  });

  it('cuts a long line around the words', () => {
    const long = `${'before '.repeat(50)}Bad ${'after '.repeat(50)}`;
    const [line = '', marks = ''] = below(long, 'Bad', {}, 60);
    assert.match(line, /^ {2}1 \| ….*before Bad after.*…$/);
    assert.ok(widthOf(line) <= 60);
    assert.equal(marks.indexOf('^'), line.indexOf('Bad'));
    assert.match(below(`Bad ${'after '.repeat(50)}`, 'Bad', {}, 60)[0] ?? '', /^ {2}1 \| Bad after.*…$/);
    assert.match(below(`${'before '.repeat(50)}Bad`, 'Bad', {}, 60)[0] ?? '', /^ {2}1 \| ….*before Bad$/);
  });

  it('shows places that stand far apart in one long line one by one', () => {
    const long = `First ${'between '.repeat(60)}Second`;
    const drawn = below(long, 'Second', { related: [{ range: spanOf(long, 'First'), message: 'There' }] }, 60);
    assert.deepEqual(
      drawn.map((row) => row.slice(0, 13)),
      ['  1 | First b', '    | ----- T', drawn[2]?.slice(0, 13), drawn[3]?.slice(0, 13)],
    );
    assert.match(drawn[2] ?? '', / ….*between Second$/);
  });

  it('lets no character of the text steer the terminal', () => {
    const [line] = below('a\u001b[31m\u0007\u202eb Bad', 'Bad');
    assert.equal(line, '  1 | a\u241b[31m\u2407\ufffdb Bad');
    const drawn = draw(
      'Bad',
      warning(
        { start: 0, end: 3 },
        { message: 'x\u001b[2J\ny', fixes: [{ title: '\u001b', sure: true, edits: [{ range: { start: 0, end: 3 }, text: '\u001b' }] }] },
      ),
    );
    assert.ok(!drawn.includes('\u001b'));
    assert.match(drawn, /warning: x\u241b\[2J y \[/);
  });

  it('stands for any text and place, within the width', () => {
    const pieces = fc.constantFrom(
      'a',
      'Bad ',
      '\t',
      '\n',
      '\r\n',
      '脊',
      'e\u0301',
      '👩‍⚕️',
      '\ud83d',
      '\u0301',
      '\u200d',
      ' ',
      'word '.repeat(30),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 40, max: 120 }),
        (parts, a, b, c, room) => {
          const any = parts.join('');
          const [start = 0, end = 0] = [a % (any.length + 1), b % (any.length + 1)].sort((x, y) => x - y);
          const other = c % (any.length + 1);
          const drawn = draw(
            any,
            warning({ start, end }, { related: [{ message: 'Here', range: { start: other, end: any.length } }] }),
            room,
          );
          assert.match(drawn, /\^/);
          for (const row of drawn.trimEnd().split('\n').slice(1)) assert.ok(widthOf(row) <= room, `${widthOf(row)} > ${room}: ${row}`);
        },
      ),
    );
  });
});

describe('lines', () => {
  it('counts lines and columns from 1, by every kind of line break', () => {
    const lines = linesOf('a\nb\r\nc\rd');
    assert.equal(lines.count, 4);
    assert.deepEqual([0, 1, 2, 5, 7, 8].map(lines.placeOf), [
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ]);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.text.slice(lines.startOf(line), lines.endOf(line))),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('agrees with splitting the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '脊')), (parts) => {
        const text = parts.join('');
        const lines = linesOf(text);
        const shown = Array.from({ length: lines.count }, (_, i) => text.slice(lines.startOf(i), lines.endOf(i)));
        assert.deepEqual(shown, text.split(/\r\n|\r|\n/));
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lines.lineAt(offset);
          assert.ok(lines.startOf(line) <= offset && (line + 1 === lines.count || offset < lines.startOf(line + 1)));
        }
      }),
    );
  });
});

describe('cells', () => {
  it('cover their text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cells = cellsOf(text);
        assert.deepEqual(
          cells.map(({ start }) => start),
          cells.map(({ start }) => start).sort((a, b) => a - b),
        );
        assert.equal(text === '' ? 0 : cells[0]?.start, 0);
      }),
    );
  });

  it('are cut to a width', () => {
    assert.equal(cut('abcdef', 6), 'abcdef');
    assert.equal(cut('abcdef', 5), 'abcd…');
    assert.equal(cut('脊脊脊', 5), '脊脊…');
    assert.ok(widthOf(cut('a'.repeat(100_000), 20)) <= 20);
  });
});
