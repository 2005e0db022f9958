import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';

describe('files that a command writes beside the reports', () => {
  const REPORT = 'FINDINGS\nCord compression at D4 to D7.\nIMPRESSION\n1. Cord compression at D4 to D8.\n';
  const cwd = folderWith({ 'a.emh': REPORT, 'b.ndjson': `${JSON.stringify({ id: 1, text: REPORT })}\n` });

  it('are no reports when the same is run again', async () => {
    const words = ['check', '.', '--format', 'ndjson', '--output', 'results.ndjson', '--write-baseline', 'known.txt'];
    const first = await emh(words, { cwd });
    const results = readFileSync(join(cwd, 'results.ndjson'), 'utf8');
    assert.deepEqual(await emh(words, { cwd }), first);
    assert.equal(first.code, 1);
    assert.equal(readFileSync(join(cwd, 'results.ndjson'), 'utf8'), results);
    // What is known is no report either; results of another run are.
    const again = await emh(['check', '.', '--baseline', 'known.txt', '--output', 'results.ndjson'], { cwd });
    assert.deepEqual([again.code, again.err], [0, '']);
  });

  it('are never files that are to be read', async () => {
    for (const words of [
      ['check', 'a.emh', '--output', './a.emh'],
      ['check', 'a.emh', 'b.ndjson', '--write-baseline', 'b.ndjson'],
      ['stats', 'b.ndjson', '--output', 'b.ndjson'],
    ]) {
      const { code, err } = await emh(words, { cwd });
      assert.equal(code, 2);
      assert.match(err, /is read, and cannot be the file of --/);
    }
    assert.equal(readFileSync(join(cwd, 'a.emh'), 'utf8'), REPORT);
  });

  it('hold the page of the statistics of their folder', async () => {
    writeFileSync(join(cwd, 'decisions.jsonl'), '');
    const words = ['stats', '.', '--json', '--decisions', 'decisions.jsonl', '--output', 'numbers.ndjson'];
    await emh(words, { cwd });
    const numbers = readFileSync(join(cwd, 'numbers.ndjson'), 'utf8');
    await emh(words, { cwd });
    assert.equal(readFileSync(join(cwd, 'numbers.ndjson'), 'utf8'), numbers);
  });
});
