import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/root.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

const MAIN = join(root, 'cli/main.ts');
const REPORT = 'FINDINGS\nCord compression at D4 to D7.\nIMPRESSION\n1. Cord compression at D4 to D8.\n';

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

function start(words: readonly string[], cwd: string): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [MAIN, 'check', ...words], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk));
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, err }))) };
}

describe('a run that is cut short', function () {
  this.timeout(120_000);
  const cwd = folderWith({
    'many/a.ndjson': Array.from({ length: 6000 }, (_, id) => JSON.stringify({ id, text: REPORT.replace('D4', `D${(id % 3) + 4}`) })).join(
      '\n',
    ),
    'many/b.emh': REPORT,
    'many/c.ndjson': 'nope\n',
  });
  const words = ['many', '--format', 'sarif', '--output', 'killed.sarif'];
  const wholeOf = async (format: string): Promise<string> => {
    const { code } = await start(['many', '--format', format, '--output', 'whole'], cwd).ended;
    assert.equal(code, 2);
    return readFileSync(join(cwd, 'whole'), 'utf8');
  };

  it('gives, when it is resumed after kill -9, the file of a run that was not; with two workers too', async () => {
    const { child, ended } = start(words, cwd);
    const state = join(cwd, 'killed.sarif.state');
    while (!existsSync(state) && child.exitCode === null) await setTimeout(20);
    child.kill('SIGKILL');
    await ended;
    const { done } = JSON.parse(readFileSync(state, 'utf8')) as { done: number };
    assert.ok(done > 0 && done < 6002, `killed after ${done}`);
    assert.equal(existsSync(join(cwd, 'killed.sarif')), false);
    assert.equal((await start([...words, '--resume', '--jobs', '2'], cwd).ended).code, 2);
    assert.equal(readFileSync(join(cwd, 'killed.sarif'), 'utf8'), await wholeOf('sarif'));
    assert.equal(existsSync(state), false);
    const again = await start([...words, '--resume'], cwd).ended;
    assert.deepEqual(again, { code: 0, err: 'emh: killed.sarif: is complete; there is nothing to resume\n' });
  });

  for (const [signal, jobs] of [
    ['SIGINT', '1'],
    ['SIGTERM', '2'],
  ] as const)
    it(`stops at ${signal} with --jobs ${jobs}, keeps what is done, and says how to go on`, async function () {
      if (process.platform === 'win32') this.skip();
      const own = ['many', '--format', 'csv', '--jobs', jobs, '--output', `${signal}.csv`];
      const { child, ended } = start(own, cwd);
      while (!existsSync(join(cwd, `${signal}.csv.state`)) && child.exitCode === null) await setTimeout(20);
      child.kill(signal);
      const { code, err } = await ended;
      assert.equal(code, 130);
      assert.match(err, /^emh: stopped after \d+; --resume goes on from there\n$/);
      assert.equal((await start([...own, '--resume'], cwd).ended).code, 2);
      assert.equal(readFileSync(join(cwd, `${signal}.csv`), 'utf8'), await wholeOf('csv'));
    });

  it('gives the same when two workers are killed twice over a packed CSV archive', async () => {
    const rows = Array.from({ length: 6000 }, (_, id) => `${id},"${REPORT.replace('D4', `D${(id % 3) + 4}`)}"\r\n`);
    writeFileSync(join(cwd, 'packed.csv.gz'), gzipSync(`id,report\r\n${rows.join('')}`));
    const own = ['packed.csv.gz', '--format', 'ndjson', '--jobs', '2'];
    const state = join(cwd, 'packed.out.state');
    let before = 0;
    for (const more of [[], ['--resume']]) {
      const { child, ended } = start([...own, '--output', 'packed.out', ...more], cwd);
      const doneIn = (): number => (existsSync(state) ? (JSON.parse(readFileSync(state, 'utf8')) as { done: number }).done : 0);
      while (doneIn() <= before && child.exitCode === null) await setTimeout(20);
      child.kill('SIGKILL');
      await ended;
      before = doneIn();
      assert.ok(before > 0 && before < 6000, `killed after ${before}`);
    }
    assert.equal((await start([...own, '--output', 'packed.out', '--resume'], cwd).ended).code, 1);
    assert.equal((await start([...own, '--output', 'packed.whole'], cwd).ended).code, 1);
    assert.equal(readFileSync(join(cwd, 'packed.out'), 'utf8'), readFileSync(join(cwd, 'packed.whole'), 'utf8'));
  });
});

describe('a run that cannot be gone on with', () => {
  const language = fakeLanguage({ diagnostics: () => [warning({ start: 0, end: 1 })] });
  const cwd = folderWith({ 'a.emh': 'Mass.', 'b.emh': 'Mass.' });
  const counts = { error: 0, warning: 1, info: 0, hint: 0 };
  const tally = { texts: 1, reports: 1, unread: 0, counts, rules: {} };
  const resume = async (state: object | string, part: string) => {
    writeFileSync(join(cwd, 'out.state'), typeof state === 'string' ? state : JSON.stringify(state));
    writeFileSync(join(cwd, 'out.part'), part);
    return emh(['check', '.', '--format', 'csv', '-o', 'out', '--resume'], { cwd, language });
  };
  const sound = { version: 1, asked: '["(from source)",["."],[["format",["csv"]]]]', bytes: 2, done: 1, tally, drawn: [], some: true };

  it('is told so: another run, a damaged state, a part that is too short, an archive that has changed', async () => {
    for (const [state, part, expected] of [
      [{ ...sound, asked: 'x' }, 'abc', /is of a run with other paths, options or version; run without --resume/],
      ['{', 'abc', /is damaged; run without --resume/],
      [sound, 'a', /is shorter than its state says/],
      [{ ...sound, names: 1 }, 'abc', /the archive has changed/],
    ] as const) {
      const { code, err } = await resume(state, part);
      assert.equal(code, 2);
      assert.match(err, expected);
    }
  });

  it('a disk that is full', async function () {
    if (!existsSync('/dev/full')) this.skip();
    symlinkSync('/dev/full', join(cwd, 'full.part'));
    const { code, err } = await emh(['check', '.', '-o', 'full'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err, 'emh: full: cannot be written: no space left\n');
    assert.equal(existsSync(join(cwd, 'full')), false);
  });

  it('a file that cannot be written', async () => {
    const { code, err } = await emh(['check', '.', '-o', 'none/out'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err, 'emh: none/out: cannot be written: no such file or folder\n');
  });
});
