import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguage } from '../../language/language.ts';
import type { Finding } from '../../language/meaning/finding.ts';
import { packs } from '../../packs/emh.ts';
import { drawMeasured } from '../../scripts/corpus/draw.ts';
import { type CorpusText, type Gold, readCorpus } from '../../scripts/corpus/gold.ts';
import { measure } from '../../scripts/corpus/measure.ts';
import { f1, MATTERS, newScore, scoreText } from '../../scripts/corpus/score.ts';
import { root } from '../../scripts/root.ts';

/** What the reader must not fall below: F1 by matter, and the share of words that it makes something of. */
interface Floor {
  readonly f1: Readonly<Record<string, number>>;
  readonly understood: number;
}

describe('the validation corpus', () => {
  const language = createLanguage({ packs, rules: [] });
  const folder = join(root, 'test/corpus');
  const floor = JSON.parse(readFileSync(join(folder, 'floor.json'), 'utf8')) as Floor;
  const measured = measure(language, readCorpus(folder));

  it('is read without anything thrown, every text with its gold', () => {
    assert.deepEqual(measured.thrown, []);
    assert.equal(measured.withGold, measured.texts);
    assert.ok(measured.texts >= 60);
  });

  for (const matter of MATTERS) {
    it(`is read as well as before: ${matter}`, () => {
      const least = floor.f1[matter];
      assert.ok(least !== undefined, 'no floor');
      const reached = f1(measured.score[matter]);
      const misses = measured.misses.filter((miss) => miss.matter === matter).map(({ name, words }) => `${name}: ${words}`);
      assert.ok(reached >= least, `F1 ${reached.toFixed(4)} is below ${least}\n${misses.join('\n')}`);
    });
  }

  it('has as many words understood as before', () => {
    assert.ok(measured.understood / measured.words >= floor.understood, `${measured.understood} of ${measured.words}`);
  });
});

describe('the score', () => {
  const isPart = (part: string, whole: string): boolean => part === whole || (part === 'rib-posterior' && whole === 'rib');
  const finding = (kind: string, more: Partial<Finding> = {}): Finding =>
    ({
      kind,
      presence: 'present',
      sites: [],
      levels: [],
      discs: [],
      side: null,
      severity: null,
      sizeMm: null,
      signal: {},
      enhancement: null,
      text: kind,
      ...more,
    }) as unknown as Finding;
  const gold = (kind: string, more: Partial<Gold> = {}): Gold => ({ kind, presence: 'present', ...more });
  const scored = (wanted: readonly Gold[], found: readonly Finding[]) => {
    const score = newScore();
    const misses = scoreText(score, wanted, found, isPart);
    return { ...score, main: score['kind and presence'], misses: misses.map(({ words }) => words) };
  };

  it('wants a finding of its own for each entry', () => {
    const { main, misses } = scored([gold('mass'), gold('mass', { sites: ['liver'] })], [finding('mass', { sites: ['liver'] })]);
    assert.deepEqual(main, { wanted: 2, given: 1, right: 1 });
    assert.deepEqual(misses, ['missed mass']);
    const both = [finding('mass', { sites: ['liver'] }), finding('mass', { sites: ['spleen'] })];
    for (const found of [both, both.toReversed()])
      assert.equal(scored([gold('mass'), gold('mass', { sites: ['liver'] })], found).main.right, 2);
  });

  it('counts as wrong what no entry has, not what is said again', () => {
    const { main, misses } = scored(
      [gold('mass', { suggests: ['emh'] })],
      [finding('mass'), finding('mass'), finding('mass', { presence: 'absent' }), finding('emh'), finding('disc-bulge')],
    );
    assert.deepEqual(main, { wanted: 1, given: 2, right: 1 });
    assert.deepEqual(misses, ['wrong absent mass ("mass")']);
  });

  it('takes a part of a site for the site, and no other place', () => {
    assert.equal(scored([gold('fracture', { sites: ['rib'] })], [finding('fracture', { sites: ['rib-posterior'] })]).sites.right, 1);
    assert.equal(scored([gold('fracture', { sites: ['rib-posterior'] })], [finding('fracture', { sites: ['rib'] })]).sites.right, 0);
    assert.equal(scored([gold('fracture', { sites: ['rib'] })], [finding('fracture', { sites: ['femur'] })]).main.right, 0);
  });

  it('scores attributes that the entry states, also from a repetition', () => {
    const wanted = gold('mass', { levels: ['T4', 'T5'], sizeMm: [52, 37], signal: { T1: ['iso'], T2: ['hyper'] }, enhancement: 'avid' });
    const { levels, sizes, signal, enhancement, side, misses } = scored(
      [wanted],
      [
        finding('mass', { levels: ['T5', 'T4'], sizeMm: [37, 53], signal: { T1: { intensity: ['iso'], reference: null } } }),
        finding('mass', { enhancement: 'mild' }),
      ],
    );
    assert.deepEqual(levels, { wanted: 1, given: 1, right: 1 });
    assert.deepEqual(sizes, { wanted: 1, given: 1, right: 1 });
    assert.deepEqual(signal, { wanted: 2, given: 1, right: 1 });
    assert.deepEqual(enhancement, { wanted: 1, given: 1, right: 1 });
    assert.deepEqual(side, { wanted: 0, given: 0, right: 0 });
    assert.deepEqual(misses, ['mass: T2 hyper, not nothing ("mass")']);
  });

  it('is drawn as a table under the misses', () => {
    const text: CorpusText = { name: 'a', text: 'Mass at D4.', gold: [gold('mass', { levels: ['T5'] })] };
    const drawn = drawMeasured(measure(createLanguage({ packs, rules: [] }), [text, { name: 'b', text: 'Xyzzy.', gold: null }]));
    assert.match(drawn, /^a\n {4}levels +mass: T5, not T4 \("Mass at D4"\)\n/);
    assert.match(drawn, /^kind and presence +1 +1 +1\.000 +1\.000 +1\.000$/m);
    assert.match(drawn, /2 texts, .* words understood; nothing was thrown\.\n$/);
  });
});
