import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { byteLines } from '../../cli/byte-lines.ts';
import { run } from '../../cli/run.ts';
import { root } from '../../scripts/root.ts';
import { emh, folderWith } from './harness.ts';
import { LINE_BY_LINE, slowReader } from './slow-reader.ts';

const records = async (stdin: string | Uint8Array, ...words: string[]) => {
  const { code, out, err } = await emh(['findings', '--ndjson', ...words], { stdin });
  assert.equal(code, 0);
  assert.equal(err, '');
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
};

describe('emh findings --ndjson', () => {
  it('answers each text with its findings, in order, the id first', async () => {
    const { out } = await emh(['findings', '--ndjson'], {
      stdin: '{"text":"Mass at D4.","id":"a"}\n{"id":{"x":1},"text":"No pleural effusion.","7":8,"study":"S"}\n',
    });
    const [first = '', second = '', end] = out.split('\n');
    assert.match(first, /^\{"id":"a","version":1,"reports":\[/);
    assert.match(second, /^\{"id":\{"x":1\},"7":8,"study":"S","version":1,"reports":\[/);
    assert.equal(end, '');
    assert.equal(JSON.parse(first).reports[0].findings[0].kind, 'mass');
    assert.equal(JSON.parse(second).reports[0].findings[0].presence, 'absent');
    assert.equal('text' in JSON.parse(first), false);
  });

  it('gives what --json gives', async () => {
    const text = 'FINDINGS\nCord compression at D4 to D7.\nIMPRESSION\n1. Cord compression.\n';
    const { out } = await emh(['findings', '-', '--json'], { stdin: text });
    assert.deepEqual(await records(JSON.stringify({ id: 1, text })), [{ id: 1, ...JSON.parse(out) }]);
  });

  it('has `error` in no record but that of a failure', async () => {
    const [good, bad] = await records('{"id":"a","text":"Mass.","error":"kept","study":"S"}\n{"id":"b","error":"kept"}\n');
    assert.equal('error' in good, false);
    assert.equal(good.study, 'S');
    assert.equal(bad.error.code, 'no-text');
  });

  it('keeps numbers as they are written, in the id and in every other key', async () => {
    const line = '{"id":1.50,"accession":20240312000123456789,"a":[{"id":1e400,"x":-0}],"n":7,"small":0.10}';
    const { out } = await emh(['findings', '--ndjson'], { stdin: `${line.slice(0, -1)},"text":"Mass at D4, 2.5 cm."}` });
    assert.ok(out.startsWith(`${line.slice(0, -1)},"version":1,`), out.slice(0, 200));
    const long = await emh(['findings', '--ndjson'], { stdin: '{"a":{"id":1.5},"id":12345678901234567890,"text":"","b":{"id":2.5}}' });
    assert.match(long.out, /^\{"id":12345678901234567890,"a":\{"id":1\.5\},"b":\{"id":2\.5\},/);
  });

  it('gives a record for a line that it cannot read, and goes on', async () => {
    const lines = ['nope', '[1]', '"x"', 'null', '{"id":3}', '{"id":4,"text":5}', '{"id":5,"text":"Mass at D4."}', '{"id":6,"text":"Mass'];
    assert.deepEqual(
      (await records(lines.join('\n'))).map(({ id, error }) => [id, error?.code ?? null, error?.line ?? null]),
      [
        [null, 'invalid-json', 1],
        [null, 'not-an-object', 2],
        [null, 'not-an-object', 3],
        [null, 'not-an-object', 4],
        [3, 'no-text', 5],
        [4, 'no-text', 6],
        [5, null, null],
        [null, 'invalid-json', 8],
      ],
    );
    const bytes = Buffer.concat([Buffer.from('{"id":1,"text":"'), Buffer.from([0xff]), Buffer.from('"}\n{"id":2,"text":"x"}\n')]);
    assert.deepEqual(
      (await records(bytes)).map(({ id, error }) => [id, error?.code]),
      [
        [null, 'invalid-utf8'],
        [2, undefined],
      ],
    );
  });

  it('takes CRLF, blank lines, a byte order mark, and no line break at the end', async () => {
    assert.deepEqual(
      (await records('\ufeff{"id":1,"text":"a"}\r\n\r\n  \n{"id":2,"text":"b"}')).map(({ id }) => id),
      [1, 2],
    );
    assert.deepEqual(await records(''), []);
  });

  it('reads a file', async () => {
    const cwd = folderWith({ 'many.ndjson': '{"id":1,"text":"Mass at D4."}\n' });
    assert.match((await emh(['findings', '--ndjson', 'many.ndjson'], { cwd })).out, /"kind":"mass"/);
    assert.deepEqual(await emh(['findings', '--ndjson', 'none.ndjson'], { cwd }), {
      code: 2,
      out: '',
      err: 'emh: none.ndjson: no such file or folder\n',
    });
    assert.equal((await emh(['findings', '--ndjson', '--json'], { cwd })).code, 2);
  });

  it('holds no more than a line: it answers before it reads on, and waits for a slow reader', async () => {
    const { order, stdin, stdout } = slowReader();
    await run(['findings', '--ndjson'], { env: {}, cwd: root, stdin, stdout, stderr: stdout });
    assert.deepEqual(order, LINE_BY_LINE);
  });

  it('stops in silence where its reader has gone', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'findings', '--ndjson'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    const line = `${JSON.stringify({ id: 1, text: 'Mass at D4. '.repeat(50) })}\n`;
    child.stdin.write(line.repeat(2000));
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(err, '');
    assert.equal(code, 141);
  });
});

describe('lines of bytes', () => {
  const lines = async (most: number, ...chunks: string[]): Promise<(string | null)[]> => {
    const source = (async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk);
    })();
    const out: (string | null)[] = [];
    for await (const line of byteLines(source, most)) out.push(line === null ? null : Buffer.from(line).toString());
    return out;
  };

  it('are the same however the bytes come', async () => {
    assert.deepEqual(await lines(99, 'ab\r', '\ncd', 'ef', '\n', '\n', 'x'), ['ab', 'cdef', '', 'x']);
    assert.deepEqual(await lines(99, 'ab\r\ncdef\n\nx'), ['ab', 'cdef', '', 'x']);
  });

  it('are passed over where they are too long', async () => {
    assert.deepEqual(await lines(4, 'abc', 'def', 'ghi\nok\nlonger'), [null, 'ok', null]);
  });
});
