import assert from 'node:assert/strict';
import { emh, folderWith } from './harness.ts';

describe('emh diff', () => {
  const cwd = folderWith({
    'prior.emh': 'FINDINGS\nExtradural mass at D4 to D7, 30 x 12 mm.\nLytic lesion of L2.\n',
    'current.emh': 'FINDINGS\nCord compression at D6.\nExtradural mass at D4 to D8, 36 x 12 mm.\n',
    'two.emh': 'FINDINGS\nMass at D4.\n---\nFINDINGS\nMass at D5.\n',
  });

  it('draws findings that are new, gone, at other levels, larger, with their places', async () => {
    const { code, out, err } = await emh(['diff', 'prior.emh', 'current.emh'], { cwd });
    assert.equal(err, '');
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        '+ new       cord-compression: "Cord compression at D6" (current.emh:2:1)',
        '~ levels    mass: D4 to D7 -> D4 to D8 (prior.emh:2:1, current.emh:3:1)',
        '> larger    mass: 30 x 12 mm -> 36 x 12 mm (prior.emh:2:1, current.emh:3:1)',
        '- gone      lytic-lesion: "Lytic lesion of L2" (prior.emh:3:1)',
        '',
      ].join('\n'),
    );
  });

  it('ends with 0 where nothing differs', async () => {
    assert.deepEqual(await emh(['diff', 'prior.emh', 'prior.emh'], { cwd }), { code: 0, out: 'No finding differs.\n', err: '' });
  });

  it('prints JSON', async () => {
    const { out } = await emh(['diff', 'prior.emh', 'current.emh', '--json'], { cwd });
    const [first, second] = JSON.parse(out);
    assert.deepEqual([first.change, first.prior, first.current.kind], ['new', null, 'cord-compression']);
    assert.deepEqual(second.prior.levels, ['T4', 'T5', 'T6', 'T7']);
  });

  it('refuses what cannot be compared', async () => {
    assert.match((await emh(['diff', 'prior.emh'], { cwd })).err, /^emh: diff needs two files/);
    assert.match((await emh(['diff', 'prior.emh', 'two.emh'], { cwd })).err, /1 and 2 reports cannot be compared/);
    assert.equal((await emh(['diff', 'prior.emh', 'none.emh'], { cwd })).code, 2);
  });
});
