import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dictationWithin } from '../../language/dictation/within.ts';
import { applyEdits } from '../../language/text/edit.ts';
import type { Span } from '../../language/text/span.ts';
import { lexicon } from './lexicon.ts';

const RUNS = Number(process.env.EMH_RUNS ?? 200);

const changed = (text: string, part: Span, goesOn = false): string =>
  applyEdits(
    text,
    dictationWithin(text, part, lexicon, goesOn).map(({ original, written }) => ({ range: original, text: written })),
  );

/** Changes what stands between two `|`. */
function within(marked: string, goesOn = false): string {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1) - 1;
  return changed(marked.replaceAll('|', ''), { start, end }, goesOn);
}

describe('dictation within a text', () => {
  it('changes that part alone', () => {
    assert.equal(
      within('FINDINGS\nliver is normal period\n|spleen is normal period|\nkidneys are normal period'),
      'FINDINGS\nliver is normal period\nSpleen is normal.\nkidneys are normal period',
    );
  });

  it('goes on with the sentence before it', () => {
    assert.equal(within('FINDINGS\nThere is a mass |at d four to d six period |', true), 'FINDINGS\nThere is a mass at D4 to D6. ');
  });

  it('has no full stop at its end where it goes on, but a spoken one', () => {
    assert.equal(within('FINDINGS\n|there is a mass |', true), 'FINDINGS\nThere is a mass ');
    assert.equal(within('FINDINGS\n|there is a mass at d four |', true), 'FINDINGS\nThere is a mass at D4 ');
    assert.equal(within('FINDINGS\n|there is a mass at d four |'), 'FINDINGS\nThere is a mass at D4. ');
    assert.equal(within('FINDINGS\n|there is a mass period |', true), 'FINDINGS\nThere is a mass. ');
  });

  it('leaves what was written with care', () => {
    const report = 'FINDINGS\n|Mass at D4 to D6, T2 hyperintense.|\n';
    assert.equal(within(report), report.replaceAll('|', ''));
  });

  it('never changes what is outside of its part, for any text', () => {
    const words = fc.constantFrom(
      'mass ',
      'at d four ',
      'period ',
      'comma ',
      '\n',
      'Liver normal. ',
      'two point five centimeters ',
      '. ',
      'FINDINGS\n',
    );
    const text = fc.array(words, { maxLength: 20 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.boolean(), (all, a, b, goesOn) => {
        const [start = 0, end = 0] = [a % (all.length + 1), b % (all.length + 1)].sort((one, other) => one - other);
        const out = changed(all, { start, end }, goesOn);
        assert.ok(out.startsWith(all.slice(0, start)) && out.endsWith(all.slice(end)));
      }),
      { numRuns: RUNS },
    );
  });
});
