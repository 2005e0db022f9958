import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileRules } from '../../language/rules/compile.ts';
import { parseClause } from '../../language/rules/parse-clause.ts';
import { handReader } from './hand-made.ts';

const rule = (lines: string, id = 'a-rule') => `rule ${id}\ntitle T\nbecause B\ngood Splenomegaly.\nbad [Splenomegaly].\n${lines}\n`;
const compile = (...texts: string[]) =>
  compileRules(
    texts.map((text, i) => ({ name: `${i}.emhr`, text })),
    handReader,
  );
const problems = (lines: string) => compile(rule(lines)).problems.map(({ line, message }) => `${line}: ${message}`);

describe('the rule language', () => {
  it('reads the rule of its own reference', () => {
    const { rules, problems } = compile(
      [
        '# for people',
        'rule cord-compression-without-canal-narrowing',
        'title    Cord compression without canal narrowing',
        'when     cord compression at L',
        'expect   canal narrowing overlapping L',
        'warning  Cord compression at {L} is stated without canal narrowing there.',
        'fix      add finding: Spinal canal narrowing at {L}.',
        'because  A mass compresses the cord by narrowing the canal',
        '         around it first.',
        'good     Canal narrowing and cord compression at D5.',
        'bad      Cord compression at [D5].',
      ].join('\r\n'),
    );
    assert.deepEqual(problems, []);
    assert.equal(rules[0]?.because, 'A mass compresses the cord by narrowing the canal around it first.');
    const { line, text, marks } = rules[0]?.bad[0] ?? {};
    assert.deepEqual({ line, text, marks }, { line: 11, text: 'Cord compression at D5.', marks: [{ start: 20, end: 22 }] });
    assert.deepEqual(rules[0]?.mark, { type: 'part', part: 'levels', of: '' });
  });

  it('keeps the lines and the indent of a report in a block', () => {
    const { rules } = compile('rule a\nwhen mass\nhint M\nbad\n  FINDINGS\n  Canal: [mass]\n\n    at D5, \\[size\\].\n\ngood No mass.\n');
    assert.equal(rules[0]?.bad[0]?.text, 'FINDINGS\nCanal: mass\n\n  at D5, [size].');
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['when cord compresion at L\nerror M', '6: "cord compresion" names no finding that the vocabulary knows.'],
    ['when mass called\nerror M', '6: The line ends too early after "called".'],
    ['when mass called M called\nerror M', '6: The line ends too early after "called".'],
    ['when mass at L\nexpect mass overlapping K\nerror M', '7: Nothing above is called K.'],
    ['when mass at L\nerror Levels {K} differ.', '7: Nothing above is called K.'],
    ['when mass at L\nerror Levels {levels} differ.', '7: {levels} says nothing in a message.'],
    ['when mass\nexpct mass\nerror M', '7: "expct" begins no line of a rule (did you mean `expect`?).'],
    ['when mass below T99\nerror M', '6: "T99" is no vertebral level.'],
    ['when mass "\nerror M', '6: """ has no meaning in a rule.'],
    ['when exam is fluoroscopy\nerror M', '6: "fluoroscopy" is no kind of examination that rules know.'],
    [
      'when built-in magic\nerror M',
      '6: There is no built-in check "magic": level-invalid, level-range-reversed, disc-level-not-adjacent, level-transitional, t1-t2-ambiguous, level-notation-mixed, spelling, open-place, repeated-sentence, item-number, unused-ignore, field-unfilled, template-normal, template-topic.',
    ],
    [
      'when mass called A\nand mass called B\nand count of A within count of B\nerror M',
      '8: The count of findings cannot be compared in this way.',
    ],
    [
      'when mass called A at L\nand the same finding as L, later than A\nerror M',
      '7: L stands for the levels of a finding, not for the finding: name that by "called".',
    ],
    [
      'when mass on S\nand severity of S is mild\nerror M',
      '7: S stands for the side of a finding, not for the finding: name that by "called".',
    ],
    [
      'when mass at L\nand no impression item states L\nerror M',
      '7: L stands for the levels of a finding, not for the finding: name that by "called".',
    ],
    ['whne mass\nerror M', '6: "whne" begins no line of a rule (did you mean `when`?).'],
    ['when mass\nwarn M', '7: "warn" begins no line of a rule (did you mean `warning`?).'],
    [
      'when patient age between 5 and 10\nerror M',
      '6: "patient age between 5 and 10" names no finding that the vocabulary knows. The age is asked for by "patient age over 5" or "patient age under 5"; two lines make a range.',
    ],
    ['when mass called M\nand size of M more than 5 cm\nerror M', '7: "more" is not understood here. Write "over", as in "over 5".'],
    ['when mass called M\nand size of M > 5 cm\nerror M', '7: ">" is not understood here. Write "over", as in "over 5".'],
    [
      'when mass called A and splenomegaly called B\nerror M',
      '6: "and" is not understood here. What has to hold as well stands on a line of its own, which begins with "and".',
    ],
    [
      'when mass or splenomegaly\nerror M',
      '6: "or" is not understood here. Another way stands on a line of its own, which begins with "or".',
    ],
    ['when mass at L\nand L near D5\nerror M', '7: "near" is not understood here. Levels are compared by "levels of L near D5".'],
    ['or mass\nwhen mass\nerror M', '6: "or" needs a line "when", "and", "expect" or "unless" above it.'],
    ['when mass\nerror M\nmark colour of A', '8: "colour of A" cannot be marked.'],
    ['when mass\nfix remove A\nerror M', '7: Nothing above is called A.'],
    [
      'when mass called A\nerror M\nfix explode A',
      '8: A fix begins with "add finding:", "add impression:", "replace ... by ..." or "remove".',
    ],
    ['error M', '1: Rule a-rule has no "when" line.'],
    ['when mass', '1: Rule a-rule says nothing: it needs a line "error", "warning", "info" or "hint" with its message.'],
  ];
  for (const [lines, problem] of wrong) {
    it(`says what is wrong with ${JSON.stringify(lines.split('\n').slice(0, 2).join(' / '))}`, () => {
      assert.ok(problems(lines).includes(problem), problems(lines).join('\n'));
    });
  }

  it('takes the name of a finding for its levels and its side, and levels of levels', () => {
    for (const line of ['cord compression overlapping A', 'mass on A', 'levels of L below L2', 'levels of A within levels of L'])
      assert.deepEqual(problems(`when mass called A at L\nand ${line}\nerror M`), [], line);
  });

  it('says at which column of which line', () => {
    const { problems } = compile(
      'rule a\r\nwhen     mass\r\n  overlapping K\r\n  in findings\r\nerror    M\r\nmark     colour of A\r\nwhne x',
    );
    assert.deepEqual(
      problems.filter(({ isMinor }) => isMinor !== true).map(({ line, column }) => [line, column]),
      [
        [2, 15],
        [7, 1],
        [6, 10],
      ],
    );
  });

  it('quotes no more of a file than a person reads', () => {
    const long = '{'.repeat(5000);
    const { problems } = compile(
      `rule a\n${long}\nwhen ${long}\nwhen "${'mass '.repeat(2000)}"\nmark ${long}\nerror {${'a '.repeat(3000)}}\n${'x'.repeat(400)} y`,
    );
    assert.ok(problems.length >= 5);
    for (const { message } of problems) assert.ok(message.length <= 300, message);
  });

  it('asks for a title, a reason and examples, and runs the rule without them', () => {
    const { rules, problems } = compile('rule a\nwhen mass\nerror M\n');
    assert.equal(rules.length, 1);
    assert.deepEqual(
      problems.map((problem) => problem.message),
      ['title', 'because']
        .map((key) => `Rule a has no "${key}" line.`)
        .concat(['good', 'bad'].map((key) => `Rule a has no "${key}" example.`)),
    );
  });

  it('leaves the other rules working where a file is nonsense', () => {
    const { rules, problems } = compile(
      '%PDF-1.7 \u0000\nrule \nwhen when when\n',
      rule('when mass\nerror M'),
      '[[[\n]]]',
      rule('when nonsense\nerror M', 'other'),
    );
    assert.deepEqual(
      rules.map(({ id }) => id),
      ['a-rule'],
    );
    assert.deepEqual([...new Set(problems.map(({ file }) => file))], ['0.emhr', '2.emhr', '3.emhr']);
    assert.ok(problems.every(({ line }) => line > 0));
  });

  it('keeps the first of two rules with one id', () => {
    const { rules, problems } = compile(rule('when mass\nerror First'), rule('when mass\nerror Second'));
    assert.equal(rules.length, 1);
    assert.match(problems[0]?.message ?? '', /stands already in 0\.emhr, line 1/);
  });

  it('tells of both places where the first of two cannot be understood, and uses the second', () => {
    const { rules, problems } = compile(`${rule('when nonsense\nerror First')}\n${rule('when mass\nerror Second')}`);
    assert.deepEqual(
      problems.map(({ line, message }) => `${line}: ${message}`),
      ['6: "nonsense" names no finding that the vocabulary knows.', '9: Rule a-rule stands already in 0.emhr, line 1.'],
    );
    assert.deepEqual(
      rules.map(({ line }) => line),
      [9],
    );
  });

  it('asks for no "when" line where that could not be understood', () => {
    assert.deepEqual(problems('when nonsense\nerror M'), ['6: "nonsense" names no finding that the vocabulary knows.']);
    assert.deepEqual(problems('error M'), ['1: Rule a-rule has no "when" line.']);
  });

  it('never throws, whatever the file says', () => {
    const words = fc.constantFrom(
      'rule a',
      'when',
      'and',
      'or',
      'expect',
      'unless',
      'mass',
      ' called A',
      ' at L',
      'error',
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      'fix',
      'bad',
      '\n',
      ' ',
      'levels of A',
      'exam is',
      'no',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ').replaceAll(' \n ', '\n')),
        ),
        (text) => {
          compile(text);
          parseClause(text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
