import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { folderWith } from './harness.ts';

const MAIN = join(root, 'cli/main.ts');
const EXAMPLE = join(root, 'examples/case-1-mri-spine.flawed.emh');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a process of its own. With `closes`, its reader goes away after the first piece of output. */
function emh(words: readonly string[], { stdin = '', closes = false, stdout = 'pipe' as 'pipe' | number } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['pipe', stdout, 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk;
      if (closes) child.stdout?.destroy();
    });
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(stdin);
  });
}

describe('emh as a process', () => {
  const folder = folderWith({ 'many.emh': 'FINDINGS\nMass at D4.\n---\n'.repeat(4000) });

  it('reads a file and ends with a code', async () => {
    const { code, out, err } = await emh(['findings', EXAMPLE, '--json']);
    assert.equal(err, '');
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).version, 1);
  });

  it('draws what is wrong in a flawed example', async () => {
    const { code, out, err } = await emh(['check', EXAMPLE]);
    assert.equal(err, '');
    assert.equal(code, 1);
    assert.match(out, /:18:37: error: .*\[level-drift\]\n(?:.*\n)*? +18 \| .*from D3 to D10,\n +\| +\^{9}\n/);
  });

  it('reads standard input', async () => {
    const { code, out } = await emh(['findings', '-'], { stdin: 'FINDINGS\nCord compression at D4.\n' });
    assert.equal(code, 0);
    assert.match(out, /cord-compression/);
  });

  it('ends with 2 and one line where the file is missing', async () => {
    assert.deepEqual(await emh(['check', 'no-such.emh']), { code: 2, out: '', err: 'emh: no-such.emh: no such file or folder\n' });
  });

  it('answers in order, and the same, from several threads', async function () {
    this.timeout(120_000);
    const lines = Array.from({ length: 300 }, (_, id) =>
      id % 50 === 7 ? 'nope' : JSON.stringify({ id, text: `FINDINGS\nCord compression at D${(id % 9) + 1} to D2.\n` }),
    );
    const stdin = `${lines.join('\n')}\n`;
    for (const command of ['check', 'findings']) {
      const one = await emh([command, '--ndjson'], { stdin });
      assert.deepEqual(await emh([command, '--ndjson', '--jobs', '3'], { stdin }), one);
      assert.equal(one.code, 0);
      assert.equal(one.out.split('\n').length, 301);
    }
  });

  it('says once what is wrong with a lexicon that several threads read', async () => {
    const { code, err } = await emh(['check', EXAMPLE, EXAMPLE, '--jobs', '2', '--lexicon', 'no-such.yaml']);
    assert.equal(code, 2);
    assert.equal(err, 'emh: no-such.yaml: no such file or folder\n');
  });

  it('stops in silence where its reader has gone', async function () {
    if (process.platform === 'win32') this.skip();
    const { code, err } = await emh(['findings', join(folder, 'many.emh'), '--json'], { closes: true });
    assert.equal(err, '');
    assert.equal(code, 141);
  });

  it('says so where its output cannot be written', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const { code, err } = await emh(['--help'], { stdout: openSync('/dev/full', 'w') });
    assert.equal(code, 2);
    assert.equal(err, 'emh: the output cannot be written: no space left\n');
  });

  it('serves an editor until it ends', async () => {
    const child = spawn(process.execPath, [MAIN, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let out = '';
    const answer = async (id: number): Promise<void> => {
      while (!out.includes(`"id":${id}`)) out += ((await once(child.stdout, 'data')) as [Buffer])[0];
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answer(1);
    assert.match(out, /^Content-Length: \d+\r\n\r\n\{.*"capabilities":\{/s);
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'shutdown' });
    await answer(2);
    send({ method: 'exit' });
    assert.equal(await ended, 0);
  });
});
