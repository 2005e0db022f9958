import assert from 'node:assert/strict';
import { shipped } from '../language/shipped.ts';

const report = (text: string) => shipped.read(text).reports[0] ?? assert.fail('no report');
/** `cause -> effect` of every tie, by kind. */
const causes = (text: string): string[] => {
  const { findings } = report(text);
  return findings.flatMap((f) => f.causes.map((id) => `${f.kind} -> ${findings.find((o) => o.id === id)?.kind}`));
};

describe('what a report says as a whole', () => {
  it('was examined as its leading topic says', () => {
    assert.equal(report('CT thorax: Mass.').exam.modality, 'CT');
    assert.deepEqual(report('CT thorax: Mass.').exam.regions, ['thorax']);
    assert.equal(report('Liver: Mass on CT.').exam.modality, 'CT');
    assert.equal(report('Liver: Mass.').exam.modality, null);
  });

  it('writes levels in one letter, which levels that are none do not tell', () => {
    const mixed = (text: string): string[] =>
      report(text)
        .wordProblems.filter((p) => p.kind === 'mixed')
        .map((p) => `${p.words} ${p.suggestions.join(' ')}`);
    assert.deepEqual(mixed('Masses at T14, T15, T5, D6 and D7.'), ['T5 D5']);
    assert.deepEqual(mixed('Mass at T14. Mass at D6.'), []);
  });

  it('gives the levels of a topic to what lies at them, and not to ribs and organs below it', () => {
    const levels = (text: string): string[] => report(text).findings.map((f) => `${f.kind} ${f.levels.join(' ')}${f.discs.join(' ')}`);
    assert.deepEqual(
      levels(
        'Paravertebral masses T7-T9: right 5 cm, left 3 cm.\nCanal narrowing.\nExpansion of the ribs. Hepatomegaly. Calcified spleen.',
      ),
      ['mass T7 T8 T9', 'canal-narrowing T7 T8 T9', 'bone-expansion ', 'hepatomegaly ', 'calcification '],
    );
    assert.deepEqual(levels('T11-T12: Disc bulge. Hepatomegaly.'), ['disc-bulge T11-T12', 'hepatomegaly ']);
  });

  it('ties a cause that is said to be located somewhere', () =>
    assert.deepEqual(causes('Compression of the cord at D5 by a posteriorly located epidural mass.'), ['mass -> cord-compression']));

  it('ties an effect to the cause in its own sentence alone', () =>
    assert.deepEqual(causes('Presacral mass. L4-5 disc bulge indenting the thecal sac.'), ['disc-bulge -> thecal-sac-compression']));
});
