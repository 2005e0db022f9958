import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { compareReports } from '../../language/compare.ts';
import type { Report } from '../../language/meaning/report.ts';
import { shipped } from './shipped.ts';

const report = (text: string): Report => shipped.read(text).reports[0] as Report;
const changes = (prior: string, current: string): [string, string][] =>
  compareReports(report(`FINDINGS\n${prior}`), report(`FINDINGS\n${current}`)).map(({ change, prior: a, current: b }) => [
    change,
    (b ?? a)?.kind ?? '',
  ]);

describe('two reports compared', () => {
  const MASS = 'Extradural mass at D4 to D7, 30 x 12 mm.\n';

  it('do not differ in order, notation and units', () => {
    assert.deepEqual(changes(`${MASS}No pleural effusion.`, 'Extradural mass at T4-T7, 3 x 1.2 cm.'), []);
    assert.deepEqual(changes(`${MASS}Left pleural effusion.`, `Left pleural effusion.\n${MASS}`), []);
  });
  it('in what is new, also where it was denied before', () => {
    assert.deepEqual(changes(MASS, `${MASS}Cord compression at D5.`), [['new', 'cord-compression']]);
    assert.deepEqual(changes('No cord compression.', 'Cord compression at D5.'), [['new', 'cord-compression']]);
  });
  it('in what is gone, left out or denied', () => {
    assert.deepEqual(changes(`${MASS}Left pleural effusion.`, MASS), [['gone', 'pleural-effusion']]);
    assert.deepEqual(changes('Left pleural effusion.', 'No pleural effusion.'), [['gone', 'pleural-effusion']]);
  });
  it('in levels, side, severity and size', () => {
    assert.deepEqual(changes(MASS, 'Extradural mass at D4 to D8, 36 x 12 mm.'), [
      ['levels', 'mass'],
      ['larger', 'mass'],
    ]);
    assert.deepEqual(changes(MASS, 'Extradural mass at D4 to D7, 20 mm.'), [['smaller', 'mass']]);
    assert.deepEqual(changes('Mild left pleural effusion.', 'Severe right pleural effusion.'), [
      ['side', 'pleural-effusion'],
      ['severity', 'pleural-effusion'],
    ]);
  });
  it('in the numbers of ribs', () => {
    const third = 'Expansion of the left third rib.';
    assert.deepEqual(changes(third, 'Expansion of the left fifth rib.'), [['ribs', 'bone-expansion']]);
    assert.deepEqual(changes(third, `${third} Expansion of the left fourth rib.`), [['new', 'bone-expansion']]);
    assert.deepEqual(changes(`Expansion of the left fourth rib. ${third}`, third), [['gone', 'bone-expansion']]);
  });
  it('not in whether places stand together or one by one', () => {
    const [apart, together] = ['Lytic lesion of L2. Lytic lesion of L4.', 'Lytic lesions of L2 and L4.'];
    assert.deepEqual([changes(apart, together), changes(together, apart)], [[], []]);
    assert.deepEqual(changes(apart, 'Lytic lesions of L2, L3 and L4.'), [['levels', 'lytic-lesion']]);
  });
  it('in what only their impressions speak of', () => {
    const [compressed, not] = [`${MASS}IMPRESSION\n1. Cord compression at D6.`, `${MASS}IMPRESSION\n1. No cord compression.`];
    assert.deepEqual(changes(compressed, not), [['gone', 'cord-compression']]);
    assert.deepEqual(changes(not, compressed), [['new', 'cord-compression']]);
    assert.deepEqual(changes(MASS, compressed), [['new', 'cord-compression']]);
    assert.deepEqual(changes(`${MASS}IMPRESSION\n1. Extradural mass at D4 to D7.`, MASS), []);
  });
  it('not in what one of them does not state', () => assert.deepEqual(changes(MASS, 'Extradural mass at D4 to D7.'), []));

  const examples = new URL('../../examples/', import.meta.url);
  for (const name of readdirSync(examples).filter((each) => each.endsWith('.emh')))
    it(`${name} does not differ from itself`, () => {
      const own = report(readFileSync(new URL(name, examples), 'utf8'));
      assert.deepEqual(compareReports(own, own), []);
    });
});
