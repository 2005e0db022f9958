import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emh, folderWith } from './harness.ts';

const REPORT = `FINDINGS
Left paraspinal mass at D5.

IMPRESSION
1. Left paraspinal mass at D5.
`;

describe('emh mutate', () => {
  const cwd = folderWith({ 'report.emh': REPORT, 'rules.emhr': '' });

  it('prints the record, with the text of each mutant', async () => {
    const { code, out } = await emh(['mutate', 'report.emh', '--class', 'side-swap', '--json'], { cwd });
    assert.equal(code, 0);
    const [mutant, ...more] = JSON.parse(out);
    assert.equal(more.length, 0);
    assert.equal(mutant.class, 'side-swap');
    assert.equal(mutant.source, 'report.emh');
    const { range, words, rules } = mutant.injected;
    assert.equal(words, 'Right');
    assert.equal(mutant.text.slice(range.start, range.end), words);
    assert.ok(rules.includes('side-drift-impression'));
  });

  it('draws a table for a person', async () => {
    const { out, err } = await emh(['mutate', 'report.emh', '--class', 'side-swap', '--class', 'impossible-level'], { cwd });
    assert.match(out, /^source +class +words +what\nreport\.emh +side-swap +Right /);
    assert.equal(err, '2 mutants.\n');
  });

  it('says why there are none', async () => {
    const { code, err } = await emh(['mutate', '-'], { stdin: 'Thank you.' });
    assert.deepEqual([code, err], [0, '0 mutants: nothing was found in these texts that such a mistake could be put into.\n']);
  });

  it('writes mutants and their record, and overwrites nothing', async () => {
    const { code } = await emh(['mutate', 'report.emh', '--class', 'side-swap', '--out', 'made'], { cwd });
    assert.equal(code, 0);
    assert.deepEqual(readdirSync(join(cwd, 'made')).sort(), ['001-side-swap-report.emh', 'mutants.json']);
    const [entry] = JSON.parse(readFileSync(join(cwd, 'made/mutants.json'), 'utf8'));
    assert.equal(entry.file, '001-side-swap-report.emh');
    assert.equal(readFileSync(join(cwd, 'report.emh'), 'utf8'), REPORT);
    const again = await emh(['mutate', 'report.emh', '--class', 'side-swap', '--out', 'made'], { cwd });
    assert.deepEqual([again.code, again.err], [2, 'emh: made: cannot be written: files of these names are there already\n']);
  });

  it('refuses what is no class, and tells of a file that is not there', async () => {
    assert.equal((await emh(['mutate', 'report.emh', '--class', 'nonsense'], { cwd })).code, 2);
    assert.equal((await emh(['mutate'], { cwd })).code, 2);
    const { code, err } = await emh(['mutate', 'missing.emh'], { cwd });
    assert.deepEqual([code, err], [2, 'emh: missing.emh: no such file or folder\n0 mutants.\n']);
  });
});
