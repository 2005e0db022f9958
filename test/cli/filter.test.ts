import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { createChecker } from '../../cli/library/check.ts';
import { run } from '../../cli/run.ts';
import { root } from '../../scripts/root.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';
import { LINE_BY_LINE, slowReader } from './slow-reader.ts';

/** Warns of each `wrong`. */
const language = fakeLanguage({
  diagnostics: (text) => [...text.matchAll(/wrong/g)].map(({ index }) => warning({ start: index, end: index + 5 })),
});

interface Answer {
  readonly id: unknown;
  readonly checked: { readonly tool: string; readonly rules: string; readonly key?: string };
  readonly diagnostics?: readonly unknown[];
  readonly error?: { readonly code: string };
}

const filter = async (stdin: string | Uint8Array, cwd = root) => {
  const seen = await emh(['check', '--ndjson'], { language, stdin, cwd });
  const lines = seen.out.split('\n');
  assert.equal(lines.pop(), '');
  return { ...seen, answers: lines.map((line) => JSON.parse(line) as Answer) };
};

describe('emh check --ndjson, the contract of a filter', () => {
  it('gives one line for each, in order, with what else the record holds', async () => {
    const stdin = '{"id":1,"text":"wrong","study":"S"}\nnope\n\n{"id":2,"text":""}\n';
    const { code, out, err, answers } = await filter(stdin);
    const [first] = out.split('\n');
    const [one, two, three, ...more] = answers;
    assert.equal(code, 0);
    assert.match(
      first ?? '',
      /^\{"id":1,"study":"S","version":1,"checked":\{.*"diagnostics":\[\{"rule":"some-rule",.*"start":\{"line":1,"column":1\}/,
    );
    const { tool, rules } = one?.checked ?? {};
    assert.deepEqual(two, {
      id: null,
      checked: { tool, rules },
      error: { code: 'invalid-json', message: 'The line is no valid JSON.', line: 2 },
    });
    assert.deepEqual(three, { id: 2, version: 1, checked: { tool, rules, key: three?.checked.key }, diagnostics: [] });
    assert.deepEqual(more, []);
    assert.deepEqual(JSON.parse(err), { tool, lines: 3, unread: 1, reports: 2, alerts: { error: 0, warning: 1, info: 0, hint: 0 } });
    assert.equal(err.split('\n').length, 2);
  });

  it('does not let findings or bad records change the exit code', async () => {
    assert.equal((await filter('{"text":"wrong"}\n')).code, 0);
    assert.equal((await filter('nope\n')).code, 0);
    assert.equal((await filter('')).code, 0);
    assert.equal((await emh(['check', '--ndjson', 'none.ndjson'], { language })).code, 2);
  });

  it('takes CRLF, no line break at the end, a line of 1 MB, and a blank of Unicode for a bad record', async () => {
    const long = JSON.stringify({ id: 3, text: `${'x '.repeat(500_000)}wrong` });
    const { answers } = await filter(
      `{"id":1,"text":"wrong"}\r\n \t\r\n{"id":2,"text":"Mass."}\r\n\u00a0\r\n${long}\r\n{"id":4,"text":"wrong"}`,
    );
    assert.deepEqual(
      answers.map(({ id, error, diagnostics }) => [id, error?.code ?? diagnostics?.length]),
      [
        [1, 1],
        [2, 0],
        [null, 'invalid-json'],
        [3, 1],
        [4, 1],
      ],
    );
  });

  it('has in each line what checked it, and a key of that and the text', async () => {
    const { answers } = await filter('{"id":1,"text":"wrong"}\n{"id":2,"text":"wrong","study":"S"}\n{"id":3,"text":"Mass."}\nnope\n');
    const [one, two, three, bad] = answers.map(({ checked }) => checked);
    assert.equal(one?.tool, 'emh (from source)');
    assert.match(one?.rules ?? '', /^[0-9a-f]{16}$/);
    assert.equal(one?.key, createHash('sha256').update(`${one?.tool}\u0000${one?.rules}\u0000wrong`).digest('hex'));
    assert.deepEqual(two, one);
    assert.notEqual(three?.key, one?.key);
    assert.deepEqual(bad, { tool: one?.tool, rules: one?.rules });
  });

  it('names other rules where the site or a lexicon has some, the same wherever they lie', async () => {
    const rule = 'rule site-rule\ntitle A rule of the site\nwarning A mass.\nwhen finding mass\n';
    const [plain, site, again, other] = ['', rule, rule, `${rule}// other\n`].map((text) =>
      folderWith(text === '' ? { 'a.emh': 'x' } : { '.emh/rules/site.emhr': text }),
    );
    const rulesIn = async (cwd = '') => (await filter('{"text":"x"}\n', cwd)).answers[0]?.checked.rules;
    const of = [await rulesIn(plain), await rulesIn(site), await rulesIn(again), await rulesIn(other)];
    assert.equal(of[0], (await filter('{"text":"x"}\n')).answers[0]?.checked.rules);
    assert.equal(of[1], of[2]);
    assert.equal(new Set(of).size, 3);
  });

  it('gives as many lines as come in that are not blank, each with its id (law)', async () => {
    const line = fc.oneof(
      fc.record({ id: fc.jsonValue(), text: fc.string(), study: fc.string() }).map((record) => JSON.stringify(record)),
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
      fc.constantFrom('', ' ', '\t', '{"id":1}', '[]'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
        const { code, answers } = await filter(lines.map((each) => each + end).join(''));
        const filled = lines.filter((each) => /[^ \t\v\f]/.test(each));
        assert.equal(code, 0);
        assert.equal(answers.length, filled.length);
      }),
      { numRuns: 100 },
    );
  });

  it('holds no more than a line: it answers before it reads on, and waits for a slow reader', async () => {
    const { order, stdin, stdout } = slowReader();
    await run(['check', '--ndjson'], { env: {}, cwd: root, stdin, stdout, stderr: { write: () => true } }, async () => language);
    assert.deepEqual(order, LINE_BY_LINE);
  });

  it('stops in silence where its reader has gone', async function () {
    this.timeout(60_000);
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'check', '--ndjson'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.write(`${JSON.stringify({ id: 1, text: 'Mass at D4. '.repeat(50) })}\n`.repeat(2000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(err, '');
    assert.equal(code, 141);
  });
});

describe('the library emh-report/check', function () {
  this.timeout(60_000);
  const flawed = { id: 'a', study: 'S', text: 'FINDINGS\nCord compression at D4 to D7.\nIMPRESSION\n1. Cord compression at D4 to D8.\n' };

  it('gives for a record, and for a line, what the filter prints', async () => {
    const { check, checkLine, tool, rules, problems } = await createChecker();
    const lines = [
      JSON.stringify(flawed),
      '{"id":12345678901234567890,"text":"Mass at D4."}',
      'nope',
      '[1]',
      '{"id":{"a":1}}',
      '{"7":8,"text":"x","error":1}',
    ];
    const { out } = await emh(['check', '--ndjson'], { stdin: lines.map((line) => `${line}\n`).join('') });
    const printed = out.split('\n').slice(0, -1);
    assert.deepEqual(
      lines.map(checkLine),
      printed.map((line) => line.replace(/,"line":\d+\}\}$/, '}}')),
    );
    assert.deepEqual(check(flawed), JSON.parse(printed[0] ?? ''));
    assert.deepEqual(check(flawed).checked, { tool, rules, key: (JSON.parse(printed[0] ?? '') as Answer).checked.key });
    assert.deepEqual(problems, []);
  });

  it('never throws', async () => {
    const { check } = await createChecker();
    const trap = {
      id: 1,
      get text(): string {
        throw new Error('no');
      },
    };
    for (const [given, code] of [
      [undefined, 'not-an-object'],
      [null, 'not-an-object'],
      ['x', 'not-an-object'],
      [[flawed], 'not-an-object'],
      [{}, 'no-text'],
      [{ text: 1 }, 'no-text'],
      [trap, 'internal'],
      [{ text: 'x'.repeat((1 << 24) + 1) }, 'too-long'],
    ] as const)
      assert.equal(check(given).error?.code, code);
    assert.equal(check({ id: 3n, text: 'Mass.' }).id, 3n);
  });

  it('uses the site of a folder, and says what is wrong in it', async () => {
    const folder = folderWith({ '.emh/config.json': '{"severities":{"no-such-rule":"off"}}', 'in/x.emh': 'x' });
    const own = await createChecker({ folder: join(folder, 'in') });
    assert.notEqual(own.rules, (await createChecker()).rules);
    assert.equal(own.problems.length, 1);
    assert.match(own.problems[0] ?? '', /config\.json:1.*no-such-rule/);
    await assert.rejects(createChecker({ lexicons: ['no-such.yaml'] }), { message: 'no-such.yaml: no such file or folder' });
  });

  it('is found by the name of its package', () => {
    const { exports } = createRequire(import.meta.url)(join(root, 'package.json')) as { exports: Record<string, Record<string, string>> };
    assert.deepEqual(exports['./check'], { types: './dist/check.d.cts', default: './dist/check.cjs' });
  });
});
