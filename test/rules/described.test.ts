import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguage } from '../../language/language.ts';
import { packs } from '../../packs/emh.ts';

const asks = (condition: string) =>
  createLanguage({
    packs,
    rules: [{ name: 'test.emhr', text: `rule a-rule\nwhen any finding called A in impression\nand ${condition}\nhint M` }],
  });

/** Whether the findings fulfil the condition on the one finding of the impression. */
const holds = (language: ReturnType<typeof asks>, findings: string, impression: string): boolean =>
  language.read(`FINDINGS\n${findings}\nIMPRESSION\n${impression}`).diagnostics.length > 0;

describe('what the findings describe', () => {
  it('uses the words of a finding in any form, all in one statement', () => {
    const language = asks('findings mention the words of A');
    assert.ok(holds(language, 'There is tortuosity of the aorta.', 'Tortuous aorta.'));
    assert.ok(holds(language, 'Nodular density in the lung.', 'Nodule in the lung.'));
    assert.ok(!holds(language, 'The aorta is calcified. The vessels are tortuous.', 'Tortuous aorta.'));
    assert.ok(!holds(language, 'No tortuous aorta.', 'Tortuous aorta.'));
    assert.ok(!holds(language, '', 'Tortuous aorta.'));
  });

  it('is at the place of a finding, where a site is named and neither normal nor denied', () => {
    const language = asks('findings describe the place of A');
    assert.ok(holds(language, 'The spleen is lobulated.', 'Splenomegaly.'));
    assert.ok(!holds(language, 'The spleen is normal.', 'Splenomegaly.'));
    assert.ok(!holds(language, 'No mass of the spleen.', 'Splenomegaly.'));
    assert.ok(!holds(language, 'The liver is lobulated.', 'Splenomegaly.'));
    assert.ok(holds(language, 'Irregularity through the scaphoid.', 'Fracture of the scaphoid.'), 'a word that the vocabulary lacks');
  });

  it('is at the level of a finding that has one', () => {
    const language = asks('findings describe the place of A');
    assert.ok(holds(language, 'Wedge-shaped vertebral body of L1.', 'Collapse of the L1 vertebral body.'));
    assert.ok(!holds(language, 'Coarse trabeculae of all vertebral bodies.', 'Collapse of the L1 vertebral body.'));
  });

  it('can be asked for its opposite', () => {
    const language = asks('findings do not describe the place of A');
    assert.ok(holds(language, 'The liver is lobulated.', 'Splenomegaly.'));
    assert.ok(!holds(language, 'The spleen is lobulated.', 'Splenomegaly.'));
    assert.ok(holds(asks('findings do not mention the words of A'), 'Normal.', 'Tortuous aorta.'));
  });

  it('says of any text either yes or no', () => {
    const [yes, no] = [asks('findings describe the place of A'), asks('findings do not describe the place of A')];
    const sentences = fc.array(
      fc.constantFrom('The spleen is normal.', 'No mass.', 'Coarse scaphoid.', 'Large spleen at D5.', 'Cyst of the liver.'),
    );
    fc.assert(
      fc.property(
        sentences,
        fc.constantFrom('Splenomegaly.', 'Mass of the liver.', 'Fracture of the scaphoid.'),
        (findings, impression) => {
          assert.notEqual(holds(yes, findings.join(' '), impression), holds(no, findings.join(' '), impression));
        },
      ),
      { numRuns: 60 },
    );
  });
});
