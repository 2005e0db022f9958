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
    assert.match(out, /^puzzling\.emhr:12: .*"frobnicates"[\s\S]*\n1 rule, 2 examples: \d problems?\.\n$/);
  });

  for (const name of ['missing.emhr', 'empty']) {
    it(`refuses ${name}`, async () => {
      const { code, err } = await emh(['rules', 'test', name], { cwd });
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^emh: ${name}: .*\\n$`));
    });
  }
});
