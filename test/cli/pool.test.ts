import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import { emh, folderWith } from './harness.ts';

const REPORT = 'FINDINGS\nCord compression at D4 to D7.\nIMPRESSION\n1. Cord compression at D4 to D8.\n';
const MAIN = join(root, 'cli/main.ts');

describe('a text that takes all of the memory', function () {
  this.timeout(120_000);
  // So much is stated in it that no more than its results fill the memory that the programs below are given.
  const huge = 'Mass at D4, 12 mm. The cord is normal.\n'.repeat(80_000);
  const cwd = folderWith({
    'all/a.emh': huge,
    'all/b.ndjson': [1, 2, 3].map((id) => `${JSON.stringify({ id, text: id === 2 ? huge : REPORT })}\n`).join(''),
    'all/c.emh': REPORT,
  });

  for (const jobs of [[], ['--jobs', '2']])
    it(`is told, and the run goes on (${jobs.join(' ') || 'as it comes'})`, () => {
      const words = ['--max-old-space-size=220', MAIN, 'check', 'all', '--quiet', '--format', 'ndjson', ...jobs];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
      const lines = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map(({ file, error }) => [file, error?.code]),
        [
          ['all/a.emh', 'too-long'],
          ['all/b.ndjson#1', undefined],
          ['all/b.ndjson#2', 'too-long'],
          ['all/b.ndjson#3', undefined],
          ['all/c.emh', undefined],
        ],
        stderr,
      );
      assert.equal(status, 2);
    });
});

describe('standard input with several workers', () => {
  it('is one report among others', () => {
    const cwd = folderWith({ 'a.emh': REPORT });
    const words = [MAIN, 'check', '-', 'a.emh', '--jobs', '2', '--quiet', '--format', 'csv'];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd, input: REPORT, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>,,,error,level-drift,/m);
    assert.match(stdout, /^a\.emh,,,error,level-drift,/m);
  }).timeout(60_000);
});

describe('files of many folders among records', () => {
  it('come in their order from workers, which may wait for one folder while they do the next', async () => {
    const records = `${JSON.stringify({ id: 1, text: REPORT })}\n`.repeat(40);
    const cwd = folderWith(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          [`all/${100 + i}/a.emh`, i % 3 === 0 ? '' : REPORT],
          [`all/${100 + i}/b.ndjson`, i % 4 === 0 ? records : 'nope\n'],
        ]).flat(),
      ),
    );
    const words = ['check', 'all', '--format', 'ndjson'];
    const here = await emh(words, { cwd });
    for (const jobs of ['1', '2']) {
      const { status, stdout } = spawnSync(process.execPath, [MAIN, ...words, '--jobs', jobs], { cwd, encoding: 'utf8', timeout: 60_000 });
      assert.equal(stdout, here.out);
      assert.equal(status, here.code);
    }
  }).timeout(130_000);
});
