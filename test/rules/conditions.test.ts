import assert from 'node:assert/strict';
import { make, problems, words } from './one-rule.ts';

describe('a denial with a grade', () => {
  const fires = (pattern: string, text: string): boolean => words(`when ${pattern}\nhint M`, text).length > 0;

  it('takes what denies that grade, alone or with all others', () => {
    assert.ok(fires('no severe canal narrowing', 'No severe canal narrowing at D5.'));
    assert.ok(fires('no severe canal narrowing', 'No canal narrowing at D5.'));
    assert.ok(fires('canal narrowing called C, denied', 'No canal narrowing at D5.'));
    assert.ok(!fires('no severe canal narrowing', 'No mild canal narrowing at D5.'));
    assert.ok(!fires('no severe canal narrowing', 'No new canal narrowing at D5.'));
    assert.ok(!fires('no severe canal narrowing', 'Severe canal narrowing at D5.'));
  });

  it('is no denial of the finding', () => assert.ok(!fires('no canal narrowing', 'No severe canal narrowing at D5.')));
});

describe('the number of findings in a group', () => {
  const rule = 'when all masses called M\nand number of findings in M over most-few\nmark head of M\nhint M';
  const text = 'Mass at D5. Mass at D7. Mass at D9. No mass at L1.';

  it('is that of the findings taken together', () => {
    const own = `parameter most-few 2\n${rule}`;
    assert.deepEqual(words(own, text), ['Mass']);
    assert.deepEqual(words(own, text, { 'most-few': 3 }), []);
    assert.deepEqual(words(own.replace('over', 'under'), 'Multiple masses.'), ['masses']);
  });
});

describe('conditions on notes', () => {
  it('match notes like findings, anywhere or in one part', () => {
    const rule = 'when procedure splenectomy called P\nand structure spleen called S, in findings\nmark head of S\nerror {S} after {P}.';
    assert.deepEqual(words(rule, 'History: Post splenectomy.\nFINDINGS\nSpleen is enlarged.'), ['Spleen']);
    assert.deepEqual(words(rule, 'History: No splenectomy.\nFINDINGS\nSpleen is enlarged.'), []);
    assert.deepEqual(words('when disorder blood disorder called D\nhint {D}', 'History: Thalassaemia intermedia.'), [
      'Thalassaemia intermedia',
    ]);
    assert.deepEqual(words('when grade ESCC called G at L\nand value of G is 0 or 1c\nhint M', 'ESCC 2 at D5. ESCC 1c at D7.'), [
      'ESCC 1c',
    ]);
  });

  it('ask for the same note and the same finding elsewhere', () => {
    const sequence =
      'when any sequence called S in findings\nand any sequence in technique\nunless the same note as S in technique\nhint {S}';
    assert.deepEqual(words(sequence, 'Technique: T1, T2.\nFINDINGS\nBlooming on SWI.'), ['SWI']);
    assert.deepEqual(words(sequence, 'Technique: T1, SWI.\nFINDINGS\nBlooming on SWI.'), []);
    const question = 'when any question called Q\nunless any mention of the same finding as Q in report\nhint {Q}';
    assert.deepEqual(words(question, 'History: ? cord compression.\nFINDINGS\nMass at D5.'), ['cord compression']);
    assert.deepEqual(words(question, 'History: ? cord compression.\nFINDINGS\nNo cord compression.'), []);
  });

  it('mean by a narrower name no more than it says', () => {
    const kinds = (head: string, text: string) => words(`when ${head} called A\nhint M`, text);
    assert.deepEqual(kinds('advice contrast-enhanced MRI', 'MRI of the spine is advised.'), []);
    assert.deepEqual(kinds('advice contrast-enhanced MRI', 'Contrast-enhanced MRI is advised.'), ['Contrast-enhanced MRI']);
    assert.deepEqual(kinds('advice MRI', 'Contrast-enhanced MRI is advised.'), ['Contrast-enhanced MRI']);
    const agent = 'contrast agent iodinated contrast in technique';
    assert.deepEqual(kinds(agent, 'Technique: Gadobutrol.\nFINDINGS\nMass.'), []);
    assert.deepEqual(kinds(agent, 'Technique: Iodinated contrast.\nFINDINGS\nMass.'), ['Iodinated contrast']);
  });

  it('order names that stand within one phrase', () => {
    const size = 'when mass called M\nand measurement size called Z, later than M, in the same statement as M\nhint M';
    assert.deepEqual(words(size, 'Mass of 3 cm at D5.'), ['Mass']);
    assert.deepEqual(words(size, 'A 3 cm mass at D5.'), []);
    const earlier = 'when measurement size called Z\nand mass earlier than Z\nhint M';
    assert.deepEqual(words(earlier, 'A 3 cm mass at D5.'), []);
  });

  it('say so when the vocabulary does not know a name', () => {
    assert.deepEqual(problems('when procedure splenectmy\nhint M')[0], '"splenectmy" names no procedure that the vocabulary knows.');
    assert.deepEqual(problems('when lab value haemoglobin called H\nhint M'), []);
  });
});

describe('conditions on numbers', () => {
  it('compare sizes and numbers with limits', () => {
    assert.deepEqual(words('when mass called M\nand size of M over 12 cm\nhint M', 'Mass of 13 cm. Mass of 11 cm.'), ['13 cm']);
    assert.deepEqual(words('when any attenuation called H\nand number of H under -10\nhint M', 'Fat, -60 HU. Mass, 40 HU.'), ['60 HU']);
    assert.deepEqual(words('when cord compression called C\nand C spans over 2 levels\nhint M', 'Cord compression D2-D9.'), ['D2-D9']);
    assert.deepEqual(words('when cord compression called C\nand C spans over 2 levels\nhint M', 'Cord compression D2.'), []);
  });

  it('keep the sign of a number in a message', () => {
    const messages = make('when any attenuation called H\nhint {number of H} HU.').read('Fat of -60 HU.').diagnostics;
    assert.deepEqual(
      messages.map(({ message }) => message),
      ['-60 HU.'],
    );
  });

  it('take parameters from outside', () => {
    const rule = 'parameter spleen-mm 120\nwhen any finding called F\nand size of F over spleen-mm\nhint Over {spleen-mm} mm.';
    assert.deepEqual(words(rule, 'Splenic mass of 13 cm.'), ['13 cm']);
    assert.deepEqual(words(rule, 'Splenic mass of 13 cm.', { 'spleen-mm': 140 }), []);
    assert.equal(make(rule, { 'spleen-mm': 125 }).read('Splenic mass of 13 cm.').diagnostics[0]?.message, 'Over 125 mm.');
    assert.match(problems('when mass called M\nand size of M over spleen-mm\nhint M').join(), /neither a number nor a parameter/);
    assert.match(problems('parameter Spleen 3\nwhen mass\nhint M').join(), /A parameter has a name/);
  });

  it('compare a size with the one before, and dates with the exam', () => {
    const growth = (way: string) => `when mass called M\nand size of M ${way} over 20\nhint M`;
    assert.deepEqual(words(growth('grew'), 'Mass, 5.2 cm (previously 3.1 cm).'), ['5.2 cm']);
    assert.deepEqual(words(growth('shrank'), 'Mass, 5.2 cm (previously 3.1 cm).'), []);
    assert.deepEqual(words(growth('changed'), 'Mass, 3.1 cm (previously 3.0 cm).'), []);
    const dated = 'when any prior study called P\nand date of P after exam date\nhint {date of P}, {exam date}';
    assert.deepEqual(words(dated, 'Date: 02/03/2024\nComparison: CT 05/03/2024.\nFINDINGS\nMass.'), ['05/03/2024']);
    assert.deepEqual(words(dated, 'Date: 05/03/2024\nComparison: CT 02/03/2024.\nFINDINGS\nMass.'), []);
  });
});

describe('conditions on place, patient and words', () => {
  it('ask where levels lie, and what the exam covers', () => {
    const low = 'when cord compression called C\nand levels of C below L2\nmark levels of C\nhint M';
    assert.deepEqual(words(low, 'Cord compression at L4. Cord compression at D5.'), ['L4']);
    const outside = 'when any finding called F, with levels\nand exam does not cover F\nhint {regions}';
    assert.deepEqual(words(outside, 'Exam: MRI dorsal spine\nFINDINGS\nDisc protrusion at L5-S1.').length, 1);
    assert.deepEqual(words(outside, 'Exam: MRI dorsal spine\nFINDINGS\nDisc protrusion at D12-L1.'), []);
  });

  it('ask for positions and directions', () => {
    const towards =
      'when mass called M\nand cord displacement called C\nand C is displaced towards M\nmark direction of C\nhint {direction of C}';
    assert.deepEqual(words(towards, 'Posterior epidural mass displaces the cord posteriorly.'), ['posteriorly']);
    assert.deepEqual(words(towards, 'Posterior epidural mass displaces the cord anteriorly.'), []);
    assert.deepEqual(words('when extradural mass called M, without position\nhint M', 'Posterior extradural mass at D5.'), []);
  });

  it('ask for sex and age', () => {
    const text = 'Patient: 2-year-old male\nFINDINGS\nMass.';
    assert.deepEqual(words('when patient is male\nand patient age under 5\nmark patient age\nhint {age} {sex}', text), ['2-year']);
    assert.deepEqual(words('when patient is female\nmark patient sex\nhint M', text), []);
    assert.deepEqual(words('when patient age over 5\nmark patient age\nhint M', 'Mass.'), []);
  });

  it('fire at each place of words, and name it', () => {
    const rule = 'when report mentions "SCC" or "SCA"\nhint Expand {mention}.';
    assert.deepEqual(words(rule, 'Known SCA with SCC. SCAN.'), ['SCA', 'SCC']);
    assert.equal(make(rule).read('Known SCA.').diagnostics[0]?.message, 'Expand SCA.');
  });

  it('ask for the sentence of a mention, and keep the mention', () => {
    const rule = 'when report mentions "SCC"\nand statement of the mention mentions "known"\nhint Expand {mention}.';
    assert.deepEqual(words(rule, 'SCC at D5. Known SCC of the lung.'), ['SCC']);
    assert.equal(make(rule).read('SCC at D5. Known SCC of the lung.').diagnostics[0]?.range.start, 17);
    assert.deepEqual(words(rule, 'SCC at D5. Known carcinoma.'), []);
    assert.deepEqual(words('when report mentions "SCC"\nunless statement of the mention mentions "known"\nhint M', 'Known SCC.'), []);
    assert.match(problems('when report mentions "SCC"\nand statement of mentions "known"\nhint M').join(), /not understood here/);
  });

  it('compare sites', () => {
    const rule =
      'when mass called M in impression\nunless structure spleen or liver called X, in findings\nwhile sites of X agrees with sites of M\nhint M';
    assert.deepEqual(words(rule, 'FINDINGS\nThe spleen is large.\nIMPRESSION\nMass of the spleen.'), []);
    assert.deepEqual(words(rule, 'FINDINGS\nThe liver is large.\nIMPRESSION\nMass of the spleen.'), ['Mass']);
    assert.deepEqual(
      words('when mass called M\nand splenomegaly called S\nand sites of M differ from sites of S\nhint M', 'Mass. Splenomegaly.'),
      [],
    );
  });

  it('name in a message what only one way binds', () => {
    const rule = 'when mass called M\nwhile M has side\nor splenomegaly called S\nwarning {M}{S}.\nmark head of S';
    const messages = (text: string) =>
      make(rule)
        .read(text)
        .diagnostics.map(({ message }) => message);
    assert.deepEqual([messages('Left mass.'), messages('Splenomegaly.')], [['Mass.'], ['Splenomegaly.']]);
  });

  it('report a comment that silences nothing', () => {
    const rules = 'when cord compression\nhint M\n\nrule unused-ignore\nwhen built-in unused-ignore\nhint {words}';
    assert.deepEqual(words(rules, '// emh-ignore a-rule: graded elsewhere\nCord compression at D5.'), []);
    assert.deepEqual(words(rules, '// emh-ignore a-rule: graded elsewhere\nMass at D5.'), ['a-rule']);
    assert.deepEqual(words(rules, '// emh-ignore other-rule: a slip\nMass at D5.'), ['other-rule']);
  });
});
