import assert from 'node:assert/strict';
import fc from 'fast-check';
import { impressionStates, supportHints } from '../../language/assist/impression-state.ts';
import { statedAt, supportAt } from '../../language/assist/impression-ties.ts';
import { linkedWordsAt } from '../../language/assist/linked-words.ts';
import { nextItems } from '../../language/assist/next-item.ts';
import { language } from './check.ts';

const REPORT = `Exam: MRI dorsal spine

FINDINGS
Extradural masses D3 to D8, narrowing the canal at D4 to D7.
Cord compression at D4 to D7.
Left paraspinal mass at D9.

IMPRESSION
1. Canal narrowing and cord compression at D4-D7 from extradural masses D3 to D8.
2. Left paraspinal mass at D9.
`;

const at = (marked: string) => {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, reading: language.read(text) };
};
const inReport = (words: string, marked: string): string => {
  assert.ok(REPORT.includes(words));
  return REPORT.replace(words, marked);
};

describe('ties between impression and findings', () => {
  it('lead from the impression to the finding', () => {
    const { reading, offset } = at(inReport('2. Left para', '2. Left para|'));
    assert.deepEqual(
      supportAt(reading, offset).map(({ text }) => text),
      ['Left paraspinal mass at D9'],
    );
    const cord = at(inReport('narrowing and cord compr', 'narrowing and cord compr|'));
    assert.deepEqual(
      supportAt(cord.reading, cord.offset).map(({ kind, section }) => [kind, section]),
      [['cord-compression', 'findings']],
    );
  });

  it('lead from the finding to the impression', () => {
    const { reading, offset } = at(inReport('Left paraspinal mass at D9.\n\n', 'Left paraspinal ma|ss at D9.\n\n'));
    assert.deepEqual(
      statedAt(reading, offset).map(({ text, section }) => [text, section]),
      [['Left paraspinal mass at D9', 'impression']],
    );
  });

  it('are none elsewhere', () => {
    const { reading, offset } = at(inReport('MRI dorsal', 'MRI dor|sal'));
    assert.deepEqual([supportAt(reading, offset), statedAt(reading, offset)], [[], []]);
  });
});

describe('linked words', () => {
  const linked = (marked: string): string[] => {
    const { reading, offset, text } = at(marked);
    return linkedWordsAt(reading, offset).map(({ start, end }) => `${text.slice(0, start).split('\n').length}:${text.slice(start, end)}`);
  };
  it('are the same level in a finding and its item', () => {
    assert.deepEqual(linked(inReport('paraspinal mass at D9.\n\n', 'paraspinal mass at D|9.\n\n')), ['6:D9', '10:D9']);
    assert.deepEqual(linked(inReport('masses D3 to D8.\n', 'masses D3 to D8|.\n')), ['4:D8', '9:D8']);
    assert.deepEqual(linked(inReport('at D4-D7 from', 'at D4-|D7 from')), ['4:D7', '5:D7', '9:D7']);
  });
  it('are the same side', () => assert.deepEqual(linked(inReport('2. Left', '2. Le|ft')), ['6:Left', '10:Left']));
  it('are a whole disc, from either end, or none where it is written otherwise', () => {
    const disc = (finding: string, item: string): string =>
      `FINDINGS\nLeft foraminal narrowing at ${finding}.\n\nIMPRESSION\n1. Left foraminal narrowing at ${item}.\n`;
    for (const item of ['T|4/5', 'T4/5|']) assert.deepEqual(linked(disc('T4/5', item)), ['2:T4/5', '5:T4/5']);
    assert.deepEqual(linked(disc('T4/T5', 'T|4/5')), []);
  });
  it('are none where only one says so, or says it otherwise', () => {
    assert.deepEqual(linked(inReport('2. Left', '2. R|ight')), []);
    assert.deepEqual(linked(inReport('paraspinal mass at D9.\n\n', 'paraspinal ma|ss at D9.\n\n')), []);
  });
  it('are none in one of two findings that an item words together', () =>
    assert.deepEqual(linked(inReport('Cord compression at D4 to D7.', 'Cord compression at D4 to D7|.')), []));
  it('never overlap, and are the same letters', () => {
    fc.assert(
      fc.property(fc.nat(REPORT.length), (offset) => {
        const spans = linkedWordsAt(language.read(REPORT), offset);
        assert.notEqual(spans.length, 1);
        for (const [i, span] of spans.entries()) assert.ok(span.start >= (spans[i - 1]?.end ?? 0));
        assert.equal(new Set(spans.map(({ start, end }) => REPORT.slice(start, end))).size, Math.min(spans.length, 1));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the state of an impression', () => {
  it('counts changes and items that rest on nothing', () => {
    const [inStep] = impressionStates(language.read(REPORT), language.lexicon);
    assert.deepEqual([inStep?.changes, inStep?.unsupported], [0, 0]);
    const off = REPORT.replace('masses D3 to D8.\n', 'masses D3 to D9.\n').replace('2. Left paraspinal mass at D9.', '2. Splenomegaly.');
    const [state] = impressionStates(language.read(off), language.lexicon);
    assert.deepEqual([state?.changes, state?.unsupported], [2, 1]);
    assert.deepEqual(impressionStates(language.read('Masses D3 to D8.'), language.lexicon), []);
  });

  it('counts differences that a person has to settle', () => {
    const text = 'FINDINGS\nNo cord compression.\n\nIMPRESSION\n1. Severe cord compression.\n';
    const [state] = impressionStates(language.read(text), language.lexicon);
    assert.deepEqual([state?.changes, state?.unsettled, state?.unsupported], [0, 1, 0]);
  });

  it('counts each item that is to be added, and no mark that is used up', () => {
    const changes = (impression: string): number | undefined =>
      impressionStates(
        language.read(`FINDINGS\nCord compression at D5. Left paraspinal mass at D9 measuring 4.1 cm.\n\nIMPRESSION\n${impression}`),
        language.lexicon,
      )[0]?.changes;
    for (const empty of ['', '- \n', '1.\n']) assert.equal(changes(empty), 2);
    assert.equal(changes('1. Cord compression at D5.\n2.\n'), 1);
    assert.equal(changes('1. Cord compression at D6.\n'), 2);
  });

  it('names what each item rests on', () => {
    const hints = supportHints(language.read(REPORT), language.lexicon);
    assert.deepEqual(
      hints.map(({ offset, words }) => `${REPORT.slice(0, offset).split('\n').at(-1)} <- ${words}`),
      [
        '1. Canal narrowing <- canal narrowing D4 to D7',
        '1. Canal narrowing and cord compression <- cord compression D4 to D7',
        '1. Canal narrowing and cord compression at D4-D7 from extradural masses <- mass D3 to D8',
        '2. Left paraspinal mass <- mass D9',
      ],
    );
  });
});

describe('the next item', () => {
  const written = (marked: string): string[] => {
    const { reading, offset, text } = at(marked);
    return nextItems(reading, offset, language.lexicon).map(({ range, words }) => {
      const after = text.slice(0, range.start) + words + text.slice(range.end);
      return after.slice(after.lastIndexOf('\n', range.start - 1) + 1).split('\n')[0] ?? '';
    });
  };
  const lacking = (line: string): string => REPORT.replace('2. Left paraspinal mass at D9.', line);

  it('is what the impression lacks, with the mark of the list', () => {
    assert.deepEqual(written(lacking('|')), ['2. Left paraspinal mass at D9.']);
    assert.deepEqual(written(lacking('2. |')), ['2. Left paraspinal mass at D9.']);
    assert.deepEqual(written(lacking('2.|')), ['2. Left paraspinal mass at D9.']);
    assert.deepEqual(written(lacking('- |')), ['- Left paraspinal mass at D9.']);
  });
  it('goes on with what is typed', () => assert.deepEqual(written(lacking('2. Left pa|')), ['2. Left paraspinal mass at D9.']));
  it('begins an impression', () =>
    assert.deepEqual(written('FINDINGS\nCord compression at D5 from an extradural mass D4 to D6.\n\nIMPRESSION\n|'), [
      '1. Extradural mass from D4 to D6 causing cord compression at D5.',
    ]));
  it('is none where nothing lacks, within a line, or elsewhere', () => {
    assert.deepEqual(written(REPORT.replace('at D9.\n', 'at D9.\n|').replace('D9.\n|\n', 'D9.\n\n')), []);
    assert.deepEqual(written(lacking('2. Le|ft')), []);
    assert.deepEqual(written(lacking('').replace('FINDINGS\n', 'FINDINGS\n|')), []);
    assert.deepEqual(written(lacking('2. Right|')), []);
  });
});
