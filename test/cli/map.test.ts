import assert from 'node:assert/strict';
import { emh } from './harness.ts';

const REPORT = 'FINDINGS\nMass at D4 to D6.\n';

describe('emh map', () => {
  it('draws the spine', async () => {
    const { code, out, err } = await emh(['map', '-'], { stdin: REPORT });
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.match(out, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[\s\S]*data-finding="f1"[\s\S]*<\/svg>\n$/);
  });

  it('says the same in words', async () => {
    assert.equal((await emh(['map', '-', '--words'], { stdin: REPORT })).out, 'Drawn at its levels: mass, present, levels D4 to D6.\n');
  });

  it('takes one of several reports', async () => {
    const several = `${REPORT}---\nFINDINGS\nCord compression at L1.\n`;
    assert.match((await emh(['map', '-', '--words', '--report', '2'], { stdin: several })).out, /cord compression/);
    const { code, err } = await emh(['map', '-', '--report', '3'], { stdin: several });
    assert.deepEqual([code, err], [2, 'emh: <stdin>: has no report 3; it holds 2\n']);
  });

  it('draws a spine without findings where there are none, and says so', async () => {
    const { code, out, err } = await emh(['map', '-'], { stdin: 'FINDINGS\nHepatomegaly.\n' });
    assert.equal(code, 1);
    assert.match(out, /^<svg/);
    assert.equal(err, 'emh: <stdin>: No finding of the spine with a level.\n');
  });

  it('takes one file', async () => {
    assert.equal((await emh(['map'])).code, 2);
    assert.equal((await emh(['map', 'a', 'b'])).code, 2);
  });
});
