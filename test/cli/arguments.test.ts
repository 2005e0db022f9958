import assert from 'node:assert/strict';
import { emh, fakeLanguage } from './harness.ts';

const language = fakeLanguage({});

describe('the command line', () => {
  it('gives help for itself and for each command', async () => {
    const { code, out } = await emh(['--help']);
    assert.equal(code, 0);
    const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1]);
    assert.deepEqual(names, [
      'check',
      'findings',
      'diff',
      'review',
      'stats',
      'sync',
      'format',
      'map',
      'preview',
      'dictate',
      'new',
      'templates',
      'migrate',
      'lexicon',
      'rules',
      'mutate',
      'serve',
    ]);
    for (const name of names) {
      const help = await emh([name ?? '', '--help']);
      assert.equal(help.code, 0);
      assert.match(help.out, new RegExp(`^Usage: emh ${name} `, 'm'));
      assert.deepEqual(await emh(['help', name ?? '']), help);
      assert.deepEqual(await emh([name ?? '', 'x', '-h']), help);
    }
  });

  it('gives the version', async () => {
    assert.match((await emh(['--version'])).out, /^emh \S+/);
  });

  it('shows its help on standard error where no command is named', async () => {
    const { code, out, err } = await emh([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /Usage: emh COMMAND/);
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['chek', /^emh: unknown command chek; did you mean check\? \(see emh --help\)\n$/],
    ['serv', /did you mean serve/],
    ['frobnicate', /^emh: unknown command frobnicate \(see emh --help\)\n$/],
    ['--frobnicate', /^emh: unknown option --frobnicate \(see emh --help\)\n$/],
    ['check', /check needs a file/],
    ['check --fromat json x', /^emh: unknown option --fromat; did you mean --format\? \(see emh check --help\)\n$/],
    ['check -x y', /unknown option -x/],
    ['check --format xml x', /--format is text or json or .* or html, not 'xml'/],
    ['check --format', /--format needs a value: --format text\|json/],
    ['check x --format --quiet', /--format needs a value/],
    ['check --format json --format text x', /--format is given twice/],
    ['check --quiet=yes x', /--quiet takes no value/],
    ['check --max-warnings many x', /--max-warnings is a number from 0, not 'many'/],
    ['check --__proto__ x', /unknown option --__proto__/],
    ['findings', /findings needs a file/],
    ['findings a b', /findings takes one file/],
    ['sync', /sync needs a file/],
    ['sync --check --write x', /either checks or writes/],
    ['sync --write -', /standard input cannot be written to/],
    ['rules', /rules needs list, explain, docs or test/],
    ['rules explode', /rules can list, explain, write docs or test, not 'explode'/],
    ['rules explain', /rules explain needs the id of a rule/],
    ['rules explain level-drift --json', /--json belongs to list/],
    ['rules test --json', /--json belongs to list/],
    ['serve', /serve needs --stdio, --pipe=NAME, --socket=PORT or --prepare/],
    ['serve --stdio --socket 5', /takes one of --stdio and --socket/],
    ['serve --socket 70000', /a port from 1 to 65535, not '70000'/],
  ];
  for (const [words, expected] of wrong) {
    it(`refuses: emh ${words}`, async () => {
      const { code, out, err } = await emh(words.split(' '), { language });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, expected);
      assert.equal(err.split('\n').length, 2, 'one line');
    });
  }

  it('takes a file whose name begins with a hyphen behind --', async () => {
    assert.match((await emh(['check', '--', '--odd.emh'], { language })).err, /^emh: --odd\.emh: no such file/);
  });

  it('tells an error of its own in one line, and where only on request', async () => {
    const broken = fakeLanguage({
      diagnostics: () => {
        throw new TypeError('x is not\na function');
      },
    });
    const seen = await emh(['check', '-'], { language: broken, stdin: 'Mass.' });
    assert.equal(seen.code, 2);
    assert.match(seen.err, /^emh: <stdin>: internal error, .*TypeError: x is not a function\n$/);
    const debugging = await emh(['check', '-'], { language: broken, stdin: 'Mass.', env: { EMH_DEBUG: '1' } });
    assert.match(debugging.err, /arguments\.test\.ts/);
  });
});
