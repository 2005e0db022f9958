import assert from 'node:assert/strict';
import { emh, folderWith } from './harness.ts';

const RULES = `rule impossible-level
title    A level that is none
when     built-in level-invalid
error    "{words}" is no level.
because  There are twelve.
source   Anatomy.
good     Mass at D4.
bad      Mass at [D14].
`;

describe('emh rules', () => {
  const cwd = folderWith({
    'rules/a.emhr': RULES,
    'rules/readme.md': 'x',
    'failing.emhr': RULES.replace('good     Mass at D4.', 'good     Mass at D15.').replace('at [D14]', '[at] D14'),
    'puzzling.emhr': `${RULES}\n${RULES.replace('impossible-level', 'other').replace('when     built-in level-invalid', 'when     frobnicates')}`,
    'empty/x.txt': '',
    'nonsense.emhr': 'Mass at D4.\n  indented\n[[[\n',
    'report.emh': 'FINDINGS\nMass at D4.\nrule out metastasis\n',
    'twins/a.emhr': RULES.replace('built-in level-invalid', 'frobnicates'),
    'twins/b.emhr': `# Two more.\n${RULES}\n${RULES}`,
  });

  it('lists the rules that ship', async () => {
    const { code, out } = await emh(['rules', 'list'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^rule +severity +title\n/);
    assert.match(out, /^level-invalid +error +\S/m);
    assert.match(out, /\n\d+ rules\.\n$/);
  });

  it('lists the rules of files', async () => {
    const { out } = await emh(['rules', 'list', 'rules'], { cwd });
    assert.equal(out, 'rule              severity  title\nimpossible-level  error     A level that is none\n\n1 rule.\n');
  });

  it('lists as JSON', async () => {
    const { out } = await emh(['rules', 'list', '--json', 'rules/a.emhr'], { cwd });
    assert.deepEqual(JSON.parse(out), [
      {
        id: 'impossible-level',
        file: 'rules/a.emhr',
        line: 1,
        severities: ['error'],
        parameters: [],
        title: 'A level that is none',
        because: 'There are twelve.',
        source: 'Anatomy.',
        good: ['Mass at D4.'],
        bad: ['Mass at D14.'],
      },
    ]);
  });

  it('runs the examples of the rules that ship', async () => {
    const { code, out } = await emh(['rules', 'test'], { cwd });
    assert.match(out, /^\d+ rules, \d+ examples: all pass\.\n$/);
    assert.equal(code, 0);
  });

  it('runs the examples of files', async () => {
    assert.deepEqual(await emh(['rules', 'test', 'rules'], { cwd }), { code: 0, out: '1 rule, 2 examples: all pass.\n', err: '' });
  });

  it('tells which fail', async () => {
    const { code, out } = await emh(['rules', 'test', 'failing.emhr'], { cwd });
    assert.equal(code, 1);
    assert.equal(
      out,
      `failing.emhr:7: good example of impossible-level fires at [D15]
    Mass at D15.
failing.emhr:8: bad example of impossible-level should fire at [at], but fires at [D14]
    Mass at D14.
1 rule, 2 examples: 2 examples failed.
`,
    );
  });

  it('tells which rules cannot be understood', async () => {
    const { code, out } = await emh(['rules', 'test', 'puzzling.emhr'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^puzzling\.emhr:12:10: .*"frobnicates"[\s\S]*\n1 rule, 2 examples: \d problems?\.\n$/);
    assert.doesNotMatch(out, /has no "when" line/);
  });

  it('tells where a file is nonsense', async () => {
    assert.deepEqual(await emh(['rules', 'test', 'nonsense.emhr'], { cwd }), {
      code: 1,
      out: 'nonsense.emhr:1:1: "Mass" stands before the first "rule" line.\nnonsense.emhr:3:1: "[[[" stands before the first "rule" line.\n0 rules, 0 examples: 2 problems.\n',
      err: '',
    });
  });

  it('lists the rules that can be understood, and tells of the others aside', async () => {
    const { code, out, err } = await emh(['rules', 'list', '--json', 'puzzling.emhr'], { cwd });
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(out).map(({ id }: { id: string }) => id),
      ['impossible-level'],
    );
    assert.match(err, /^emh: puzzling\.emhr:12:10: .*"frobnicates"/);
  });

  it('tells of each rule that stands already elsewhere, understood or not', async () => {
    const { code, out } = await emh(['rules', 'test', 'twins'], { cwd });
    assert.equal(code, 1);
    assert.deepEqual(out.match(/.* stands already .*/g), [
      'twins/b.emhr:2:6: Rule impossible-level stands already in twins/a.emhr, line 1.',
      'twins/b.emhr:11:6: Rule impossible-level stands already in twins/a.emhr, line 1.',
    ]);
    assert.match(out, /\n1 rule, 2 examples: 3 problems\.\n$/);
  });

  for (const action of ['list', 'test']) {
    for (const name of ['missing.emhr', 'empty', 'report.emh', 'rules/readme.md']) {
      it(`${action} refuses ${name}`, async () => {
        const { code, out, err } = await emh(['rules', action, name], { cwd });
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, new RegExp(`^emh: ${name}: .*\\n$`));
      });
    }
  }
});
