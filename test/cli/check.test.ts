import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnosticSeverity } from '../../language/text/diagnostic.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

/** Finds the words `error`, `warning`, `info` and `hint` wherever they stand. */
const language = fakeLanguage({
  diagnostics: (text) =>
    [...text.matchAll(/error|warning|info|hint/g)].map(({ index, 0: word }) =>
      warning(
        { start: index, end: index + word.length },
        {
          severity: word as DiagnosticSeverity,
          fixes: [{ title: 'Drop it', sure: true, edits: [{ range: { start: index, end: index + 1 }, text: '' }] }],
        },
      ),
    ),
});

const filesIn = (out: string): string[] => (JSON.parse(out) as { file: string }[]).map(({ file }) => file);

describe('emh check', () => {
  const cwd = folderWith({
    'reports/b.emh': 'A warning.',
    'reports/a.txt': 'Fine.',
    'reports/deep/c.EMH': 'A hint.',
    'reports/.hidden/d.emh': 'An error.',
    'reports/node_modules/e.emh': 'An error.',
    'reports/notes.md': 'An error.',
    'one.emh': 'One\r\nerror, one warning\r\nand info',
    'hints.emh': 'hint and info',
  });
  symlinkSync('..', join(cwd, 'reports/deep/up'));
  symlinkSync('../one.emh', join(cwd, 'reports/link.emh'));

  it('ends with 1 for errors and warnings, with 0 for infos and hints', async () => {
    assert.equal((await emh(['check', 'one.emh'], { cwd, language })).code, 1);
    assert.equal((await emh(['check', 'hints.emh'], { cwd, language })).code, 0);
  });

  it('ends with 2 where a rule was not finished on a report, and says which', async function () {
    this.timeout(120_000);
    const says = fakeLanguage({
      diagnostics: (text) => ['a-rule', 'b-rule'].map((unfinished) => warning({ start: 0, end: text.length }, { unfinished })),
    });
    const { code, err } = await emh(['check', 'one.emh', '--max-warnings', '9'], { cwd, language: says });
    assert.equal(code, 2);
    assert.equal(err, 'emh: one.emh: states too much for some rules, which were not finished: a-rule, b-rule\n');
    const real = await emh(['check', '-', '--format=json'], {
      stdin: `FINDINGS\n${'Left mass at D5, 2 cm.\nRight mass at D5, 3 cm.\n'.repeat(1000)}`,
    });
    assert.equal(real.code, 2);
    assert.match(real.err, /^emh: <stdin>: .*side-conflict-findings/);
    const [{ diagnostics }] = JSON.parse(real.out);
    assert.ok(diagnostics.some((each: { rule: string }) => each.rule === 'rule-unfinished'));
  });

  it('sums up', async () => {
    assert.match((await emh(['check', 'one.emh'], { cwd, language })).out, /\n1 error, 1 warning and 1 info in 1 file\.\n$/);
    assert.match((await emh(['check', 'hints.emh'], { cwd, language })).out, /\nNo errors or warnings, 1 info and 1 hint in 1 file\.\n$/);
    assert.equal((await emh(['check', 'reports/a.txt'], { cwd, language })).out, 'No errors or warnings in 1 file.\n');
  });

  it('reads folders at any depth, in the order of names, without hidden ones and circles', async () => {
    const { out } = await emh(['check', 'reports', '--format=json'], { cwd, language });
    assert.deepEqual(filesIn(out), ['reports/a.txt', 'reports/b.emh', 'reports/deep/c.EMH', 'reports/link.emh']);
  });

  it('reads no file twice, and files of any name that are named', async () => {
    const { out } = await emh(['check', 'reports/b.emh', 'reports/notes.md', './reports/b.emh', '--format=json'], { cwd, language });
    assert.deepEqual(filesIn(out), ['reports/b.emh', 'reports/notes.md']);
  });

  it('reads standard input', async () => {
    const { code, out } = await emh(['check', '-'], { cwd, language, stdin: 'An error.' });
    assert.equal(code, 1);
    assert.match(out, /^<stdin>:1:4: error: Something is wrong\. \[some-rule\]\n/);
  });

  it('--quiet leaves errors and warnings alone', async () => {
    const { out } = await emh(['check', '-q', 'one.emh', 'hints.emh'], { cwd, language });
    assert.deepEqual(
      [...out.matchAll(/^\S+:\d+:\d+: (\w+)/gm)].map((match) => match[1]),
      ['error', 'warning'],
    );
    assert.doesNotMatch(out, /file/);
    assert.equal((await emh(['check', '--quiet', 'hints.emh'], { cwd, language })).out, '');
  });

  it('--max-warnings lets so many pass, but no error', async () => {
    assert.equal((await emh(['check', 'reports/b.emh', '--max-warnings', '1'], { cwd, language })).code, 0);
    assert.equal((await emh(['check', 'reports/b.emh', '--max-warnings', '0'], { cwd, language })).code, 1);
    assert.equal((await emh(['check', 'one.emh', '--max-warnings', '9'], { cwd, language })).code, 1);
  });

  it('--format json gives offsets, lines and columns', async () => {
    const { out } = await emh(['check', 'one.emh', '--format', 'json'], { cwd, language });
    const [
      {
        diagnostics: [first],
      },
    ] = JSON.parse(out);
    assert.deepEqual(first, {
      rule: 'some-rule',
      severity: 'error',
      message: 'Something is wrong.',
      range: { start: 5, end: 10 },
      start: { line: 2, column: 1 },
      end: { line: 2, column: 6 },
      related: [],
      fixes: [
        {
          title: 'Drop it',
          sure: true,
          edits: [{ range: { start: 5, end: 6 }, start: { line: 2, column: 1 }, end: { line: 2, column: 2 }, text: '' }],
        },
      ],
      because: '',
    });
  });

  it('draws as wide as the screen, where that says how wide it is', async () => {
    const shown = async (world: object): Promise<string> =>
      (await emh(['check', '-', '--no-color'], { language, stdin: `${'word '.repeat(16)}error`, ...world })).out;
    assert.ok((await shown({ isTTY: true, columns: 60 })).includes('| …'));
    assert.ok(!(await shown({ isTTY: true, columns: 0 })).includes('…'));
    assert.ok(!(await shown({})).includes('…'));
  });

  describe('colours', () => {
    const coloured = async (words: readonly string[], world: object): Promise<boolean> =>
      (await emh(['check', 'one.emh', ...words], { cwd, language, ...world })).out.includes('\u001b[');
    it('on a terminal', async () => assert.ok(await coloured([], { isTTY: true })));
    it('nowhere else', async () => assert.ok(!(await coloured([], {}))));
    it('not with NO_COLOR', async () => assert.ok(!(await coloured([], { isTTY: true, env: { NO_COLOR: '1' } }))));
    it('an empty NO_COLOR says nothing', async () => assert.ok(await coloured([], { isTTY: true, env: { NO_COLOR: '' } })));
    it('not on a dumb terminal', async () => assert.ok(!(await coloured([], { isTTY: true, env: { TERM: 'dumb' } }))));
    it('with FORCE_COLOR', async () => assert.ok(await coloured([], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })));
    it('not with FORCE_COLOR=0', async () => assert.ok(!(await coloured([], { isTTY: true, env: { FORCE_COLOR: '0' } }))));
    it('with --color', async () => assert.ok(await coloured(['--color'], { env: { NO_COLOR: '1' } })));
    it('not with --no-color', async () => assert.ok(!(await coloured(['--no-color'], { isTTY: true, env: { FORCE_COLOR: '1' } }))));
  });
});
