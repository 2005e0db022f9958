import assert from 'node:assert/strict';
import { emh, fakeLanguage, folderWith, spanOf, warning } from './harness.ts';

const RULES = `rule fibroma-alone
title    A fibroma that nothing stands by
when     fibroma called F, in findings
and      exam is MR
expect   splenomegaly
while    splenomegaly later than F
or       F has levels
unless   mass
unless   cord compression
or       report mentions "benign"
warning  {F} stands alone.
because  It is a test.
good     Fibroma.
bad
  Exam: MRI
  FINDINGS
  [Fibroma].

rule fibroma-word
title    The word
when     built-in level-invalid
hint     {words} is none.
because  It is a test.
good     Fibroma.
bad      Fibroma at [D14].
`;
const REPORT = 'Exam: MRI abdomen\n\nFINDINGS\nFibroma of the liver. Nothing at D14.\n';

const DRAWN = `a.emh:4:1: warning: Fibroma stands alone. [fibroma-alone]
  4 | Fibroma of the liver. Nothing at D14.
    | ^^^^^^^
  because: It is a test.
  matched: .emh/rules/ours.emhr:3
    when     fibroma called F, in findings
             4:1 "Fibroma of the liver"
    and      exam is MR
             1:7 "MRI abdomen"
    expect   splenomegaly
    while    splenomegaly later than F
             nothing in the report fits all of this
    or       F has levels
             4:1 "Fibroma"
             does not hold
    unless   3 lines (8 to 10), looked for in vain
`;

describe('emh check --explain', () => {
  const cwd = folderWith({
    '.emh/lexicon/ours.yaml': 'version: 1\nterms:\n  - { id: fibroma, category: head, label: fibroma }\n',
    '.emh/rules/ours.emhr': RULES,
    'a.emh': REPORT,
  });

  it('shows which line of the rule matched which words, and what was looked for in vain', async () => {
    const { code, out } = await emh(['check', '--explain', 'a.emh'], { cwd });
    assert.equal(code, 1);
    assert.ok(out.includes(DRAWN), out);
    assert.ok(out.includes('\n  matched: .emh/rules/ours.emhr:21\n    when     built-in level-invalid\n             4:34 "D14"\n'), out);
  });

  it('adds to what is shown without it, and changes none of that', async () => {
    const explained = (await emh(['check', '--explain', 'a.emh'], { cwd })).out;
    const plain = (await emh(['check', 'a.emh'], { cwd })).out;
    assert.equal(explained.replace(/^ {2}matched: .*\n(?: {4}.*\n)*/gm, ''), plain);
    assert.doesNotMatch(plain, /matched/);
  });

  it('gives it as data', async () => {
    const read = async (words: readonly string[]) =>
      JSON.parse((await emh(['check', '--format', 'json', ...words, 'a.emh'], { cwd })).out)[0].diagnostics.find(
        ({ rule }: { rule: string }) => rule === 'fibroma-alone',
      );
    const { matches, ...rest } = await read(['--explain']);
    assert.deepEqual(rest, await read([]));
    assert.equal(matches.length, 8);
    assert.deepEqual(matches[0], {
      file: '.emh/rules/ours.emhr',
      line: 3,
      key: 'when',
      text: 'fibroma called F, in findings',
      part: 'when',
      asks: 'finding',
      fits: true,
      places: [
        {
          words: 'Fibroma of the liver',
          range: { start: 28, end: 48 },
          start: { line: 4, column: 1 },
          end: { line: 4, column: 21 },
        },
      ],
      parameter: null,
    });
    assert.deepEqual(
      matches.map(({ line, part, fits }: { line: number; part: string; fits: boolean }) => `${line} ${part} ${fits}`),
      [
        '3 when true',
        '4 when true',
        '5 expect false',
        '6 expect false',
        '7 expect false',
        '8 unless false',
        '9 unless false',
        '10 unless false',
      ],
    );
  });

  it('shows what a parameter is here', async () => {
    const site = folderWith({ '.emh/config.json': '{ "parameters": { "spleen-mm": 140 } }', 'a.emh': 'FINDINGS\nSplenomegaly, 13 cm.\n' });
    const { out } = await emh(['check', '--explain', 'a.emh'], { cwd: site });
    assert.match(out, /\n {4}while {4}size of F under spleen-mm\n {13}2:15 "13 cm"\n {13}spleen-mm is 140\n/);
  });

  it('keeps long words and control characters from the screen', async () => {
    const text = `wrong ${'very '.repeat(100)}\u001b[31m long`;
    const match = {
      file: 'x.emhr',
      line: 1,
      key: 'when',
      text: 'mass\u001b[31m',
      part: 'when',
      asks: 'finding',
      fits: true,
      places: [{ start: 0, end: text.length }],
      parameter: null,
    } as const;
    const language = fakeLanguage({ diagnostics: () => [warning(spanOf(text, 'wrong'), { matches: [match] })] });
    const { out } = await emh(['check', '--explain', '-'], { language, stdin: text });
    assert.match(out, /\n {4}when {5}mass\u241b\[31m\n {13}1:1 "wrong (?:very )+\S*…"\n/);
    assert.ok(!out.includes('\u001b'));
  });

  it('stands in the help', async () => {
    assert.match((await emh(['check', '--help'])).out, /--explain +below each, which line of its rule matched which words/);
  });
});
