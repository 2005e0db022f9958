import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MR_INTENSITIES, REFERENCE_TISSUES, SEQUENCES, SIGNAL_PATTERNS } from '../../language/assist/signal-patterns.ts';
import { USUAL_TOPICS } from '../../language/assist/topics.ts';
import { assist, checkCompletion, checkNothing, checkTaken, completionsAt, inFindings, language } from './check.ts';

const inImpression = (item: string): string =>
  `Exam: MRI dorsal spine\n\nFINDINGS\nMasses D3 to D8. Cord compression at D4-D7.\n\nIMPRESSION\n1. ${item}`;

describe('completion of levels', () => {
  it('goes down from the level that a range begins with, in its notation', () => {
    checkCompletion(inFindings('Masses D4 to |'), ['D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'L1']);
    checkCompletion(inFindings('Masses from T10 to |'), ['T11', 'T12', 'L1', 'L2']);
    checkCompletion(inFindings('Masses T4-|'), ['T5', 'T6']);
    checkCompletion(inFindings('Masses d10 to |'), ['d11', 'd12', 'l1']);
    checkCompletion(inFindings('Disc bulge L4/|'), ['L5']);
  });

  it('has those of the examined region first', () => {
    checkCompletion('Exam: MRI lumbar spine\n\nFINDINGS\nMasses D11 to |', ['L1', 'L2', 'L3', 'L4', 'L5', 'D12', 'S1']);
    checkCompletion('Exam: MRI whole spine\n\nFINDINGS\nMasses T11 to |', ['T12', 'L1', 'L2']);
    const labels = completionsAt('Exam: MRI cervical spine\n\nFINDINGS\nMasses C3 to |').map(({ label }) => label);
    assert.deepEqual([labels[0], labels.indexOf('C3'), labels.indexOf('C2')], ['C4', -1, -1]);
  });

  it('opens by itself behind the blank that was typed', () => {
    checkCompletion(inFindings('Masses D4 to |'), ['D5'], true);
    checkCompletion(inFindings('Masses D4 at levels |'), ['D1'], true);
  });

  it('goes on with what was begun', () => {
    checkCompletion(inFindings('Masses D4 to D1|'), ['D10', 'D11', 'D12']);
    checkTaken(inFindings('Masses D4 to d|'), 'd7', 'Masses D4 to d7');
    checkTaken(inFindings('Masses D3-1|'), 'D12', 'Masses D3-12');
    checkTaken(inFindings('Masses D4 to D|8 and ribs'), 'D7', 'Masses D4 to D7 and ribs');
  });

  it('stands behind words that a level follows', () => {
    for (const words of ['at', 'from', 'level', 'levels', 'at the level of'])
      checkCompletion(inFindings(`D3. Cord compression ${words} |`), ['D1', 'D2']);
    checkCompletion('Exam: MRI\n\nFINDINGS\nT7 and T9 masses. Cord compression at |', ['T1', 'T2']);
    checkNothing(inFindings('masses, |'), true);
  });

  it('offers the places of the findings first in the impression', () => {
    checkCompletion(inImpression('Cord compression at |'), ['D3 to D8', 'D4 to D7', 'D1']);
  });
});

describe('completion of signal', () => {
  it('offers intensities and whole patterns behind sequences', () => {
    for (const words of ['Masses T1', 'Masses T1 and T2', 'T2', 'The mass is STIR', 'T2-weighted'])
      checkCompletion(inFindings(`${words} |`), ['isointense', 'hypointense', 'hyperintense', 'intermediate signal'], true);
    const names = completionsAt(inFindings('Masses T1 |')).filter(({ kind }) => kind === 'pattern');
    assert.deepEqual(
      names.map(({ label }) => label.split(':')[0]),
      SIGNAL_PATTERNS.map(({ name }) => name),
    );
  });

  it('writes a pattern over the sequences that it begins with', () => {
    const { name, text } = SIGNAL_PATTERNS[0] ?? { name: '', text: '' };
    checkTaken(inFindings('Masses T1 and T2 a|'), `${name}: ${text}`, `Masses ${text}`);
  });

  it('offers reference tissues, other sequences, stronger grades', () => {
    checkCompletion(inFindings('Isointense to |'), ['cord', 'muscle'], true);
    checkCompletion(inFindings('T1 and |'), ['T2', 'STIR'], true);
    checkCompletion(inFindings('Mild to |'), ['moderate', 'severe'], true);
  });

  it('leaves T1 the vertebra alone, and exams without signal', () => {
    checkNothing(inFindings('Lesion at T1 |'), true);
    checkNothing(inFindings('Isointense to cord on T1 and T2 |'), true);
    checkNothing('Exam: CT thorax\n\nFINDINGS\nMass T1 |', true);
    checkNothing('Exam: MRI\nTechnique: Sagittal T1 |', true);
  });

  it('is worded in what the reader understands', () => {
    for (const { text } of SIGNAL_PATTERNS) {
      const [finding] = language.read(inFindings(`Extradural mass, ${text}.`)).reports[0]?.findings ?? [];
      assert.equal(finding?.kind, 'mass', text);
      const sequences = [...text.matchAll(/\b(T1|T2|STIR)(?!\*)\b/g)].map(([sequence]) => sequence);
      for (const sequence of sequences) assert.ok(finding?.signal[sequence], `${sequence} in: ${text}`);
      assert.ok(finding?.enhancement, `enhancement in: ${text}`);
    }
    for (const tissue of REFERENCE_TISSUES) {
      const [finding] = language.read(inFindings(`Mass T1 isointense to ${tissue}.`)).reports[0]?.findings ?? [];
      assert.ok(finding?.signal.T1?.reference, tissue);
    }
    for (const id of MR_INTENSITIES) assert.ok(language.lexicon.term(id, 'intensity'), id);
    for (const id of SEQUENCES) assert.ok(language.lexicon.term(id, 'sequence'), id);
  });
});

describe('completion behind a finding', () => {
  const details = (marked: string, typed = false): string[] => [
    ...new Set(
      completionsAt(marked, typed)
        .filter(({ kind }) => kind === 'attribute')
        .map(({ detail }) => detail),
    ),
  ];

  it('offers what its frame has and is still missing, the most useful first', () => {
    assert.deepEqual(details(inFindings('Extradural mass |'), true), [
      'levels',
      'side',
      'signal',
      'size',
      'shape',
      'enhancement',
      'change',
    ]);
    assert.deepEqual(details(inFindings('Left lobulated mass at D4, |')), ['signal', 'size', 'enhancement', 'change']);
    assert.deepEqual(details(inFindings('Canal narrowing |')), ['levels', 'severity', 'size', 'change']);
    assert.deepEqual(details(inFindings('Severe canal narrowing at D4/D5 |')), ['size', 'change']);
  });

  it('offers of what is denied only where it is not', () =>
    assert.deepEqual(details(inFindings('No cord compression |')), ['levels', 'side']));

  it('words signal as the modality does', () => {
    const signal = (exam: string): string[] =>
      completionsAt(`Exam: ${exam}\n\nFINDINGS\nMass |`)
        .filter(({ detail }) => detail === 'signal')
        .map(({ label }) => label);
    assert.deepEqual(signal('MRI dorsal spine'), ['T1', 'T2']);
    assert.deepEqual(signal('CT thorax'), ['hypodense', 'isodense', 'hyperdense']);
    assert.deepEqual(signal('Ultrasound abdomen'), ['hypoechoic', 'isoechoic', 'hyperechoic']);
  });

  it('goes on with what was begun', () => {
    checkTaken(inFindings('Extradural mass l|'), 'lobulated', 'Extradural mass lobulated');
    checkTaken(inFindings('Extradural mass mea|'), 'measuring', 'Extradural mass measuring ');
    checkTaken(inFindings('Extradural mass | with cord compression.'), 'at', 'Extradural mass at  with cord compression.');
  });

  it('is worded in what the reader understands of that finding', () => {
    for (const exam of ['MRI dorsal spine', 'CT dorsal spine', 'Ultrasound abdomen']) {
      const start = `Exam: ${exam}\n\nFINDINGS\nExtradural mass `;
      const more: Readonly<Record<string, string>> = { at: 'D4', from: 'D4 to D7', measuring: '12 mm', T1: 'isointense', T2: 'isointense' };
      const items = completionsAt(`${start}|`).filter(({ kind }) => kind === 'attribute');
      assert.ok(items.length > 10);
      for (const { insertText, label, detail } of items) {
        const [finding, ...others] = language.read(`${start}${insertText}${more[label] ?? ''}.`).reports[0]?.findings ?? [];
        const part = detail === 'shape' ? 'morphology' : detail;
        assert.ok(finding?.where[part as 'size'] !== undefined && others.length === 0, `${exam}: ${insertText}`);
      }
    }
  });

  it('is still where no finding ends, and for a typed comma', () => {
    for (const words of ['Mass of |', 'Mass, |', 'No |', 'Mass. |', 'The patient |'])
      assert.deepEqual(details(inFindings(words), true), [], words);
    assert.deepEqual(details('Exam: MRI\nHistory: Mass |'), []);
  });
});

describe('completion at the start of a line', () => {
  it('begins an empty document with its header', () => {
    checkCompletion('|', ['Exam', 'Date', 'Patient', 'History', 'Technique', 'Comparison']);
    checkTaken('|', 'Exam', 'Exam: ');
    checkTaken('Exa|: MRI', 'Exam', 'Exam: MRI');
  });

  it('offers what is not there yet', () => {
    checkCompletion('Exam: MRI dorsal spine\nDate: 2021-03-02\n|', ['Patient', 'History']);
    const labels = completionsAt('Exam: MRI\n\nFINDINGS\nSpinal canal: Mass.\n|').map(({ label }) => label);
    assert.ok(!labels.includes('Spinal canal') && !labels.includes('FINDINGS') && !labels.includes('Date'));
    assert.ok(labels.includes('Spinal cord') && labels.includes('IMPRESSION'));
  });

  it('writes headings as the report does', () => {
    checkTaken('Exam: MRI\n\nFindings:\nMass.\n\nimp|', 'Impression', 'Impression:');
    checkTaken('Exam: MRI\n\nFINDINGS\nMass.\n\nconc|', 'CONCLUSION', 'CONCLUSION');
  });

  it('offers modalities, then regions, for the exam', () => {
    checkCompletion('Exam: |', ['MRI', 'CT'], true);
    checkCompletion('Exam: MRI |', ['cervical spine', 'thoracic spine'], true);
  });

  it('has only topics that the lexicon knows as sites', () => {
    const unknown = USUAL_TOPICS.filter(
      ({ label }) => !language.lexicon.match(label.toLowerCase(), 0)?.senses.some(({ term }) => term.category === 'site'),
    );
    assert.deepEqual(unknown, []);
  });
});

describe('completion of terms', () => {
  it('finds a term by its beginning, also over several words', () => {
    checkCompletion(inFindings('Mild cord comp|'), ['cord compression']);
    checkTaken(inFindings('Mild cord comp|'), 'cord compression', 'Mild cord compression');
    checkTaken(inFindings('cord comp|resion at D4'), 'cord compression', 'cord compression at D4');
  });

  it('finds a term by synonym and abbreviation', () => {
    const item = completionsAt(inFindings('scc|')).find(({ term }) => term?.id === 'cord-compression');
    assert.equal(item?.insertText, 'cord compression');
    assert.equal(item?.filterText.toLowerCase(), 'scc');
    assert.equal(completionsAt(inFindings('SCC|')).find(({ term }) => term?.id === 'cord-compression')?.insertText, 'cord compression');
  });

  it('keeps the letter case that was typed', () => {
    checkTaken(inFindings('Cord comp|'), 'Cord compression', 'Cord compression');
    checkTaken(inFindings('CORD COMP|'), 'CORD COMPRESSION', 'CORD COMPRESSION');
    assert.ok(completionsAt(inFindings('sti|')).some(({ insertText }) => insertText === 'STIR'));
  });

  it('keeps inflected words as their writer began them', () => {
    assert.ok(completionsAt(inFindings('Mass sligh|')).some(({ insertText }) => insertText.startsWith('slight')));
  });

  it('works in a broken line', () => {
    checkCompletion(inFindings('Mass ,, [ D4 to ) cord comp| \t " x'), ['cord compression']);
  });

  it('is still where nothing is asked', () => {
    for (const words of ['Mass of |', 'No |', 'with |', 'Masses D4, |']) checkNothing(inFindings(words), true);
    checkNothing(inFindings('The patient says "cord comp|"'));
    checkNothing(inFindings('Mass. // cord comp|'));
  });
});

describe('completion in comments', () => {
  it('offers the directive and rule ids', () => {
    checkTaken(inFindings('// e|'), 'emh-ignore', '// emh-ignore ');
    checkTaken(
      inFindings('// emh-ignore cord-comp|'),
      'cord-compression-without-canal-narrowing',
      '// emh-ignore cord-compression-without-canal-narrowing',
    );
    checkTaken(inFindings('// emh-ignore level-invalid, |'), 'level-invalid', '// emh-ignore level-invalid, level-invalid');
    checkNothing(inFindings('// emh-ignore level-invalid: because |'));
  });
});

describe('completion of any text', () => {
  it('answers at every place', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'D4',
        ' to ',
        '-',
        'T1',
        ' and ',
        'mass',
        'isointense',
        ' at ',
        '\n',
        '\r\n',
        ': ',
        'FINDINGS',
        'Exam',
        '"',
        '// ',
        '1. ',
        '🦴',
        '.',
        '[',
      ),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(pieces, fc.nat(), fc.boolean(), (parts, at, asked) => {
        const text = parts.join('');
        const offset = at % (text.length + 1);
        const { items } = assist.complete(language.read(text), { offset, asked });
        for (const { replace } of items) {
          assert.ok(replace.start <= offset && offset <= replace.end && replace.end <= text.length);
          assert.ok(!/[\r\n]/.test(text.slice(replace.start, replace.end)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('completion of what was told', () => {
  const TOLD = 'Result (cord compression at D4-D7) telephoned to [name] ([telephone]) on [date] at [time].';
  const LABEL = 'Critical result, by telephone';
  const offered = (marked: string): boolean => completionsAt(marked).some(({ kind }) => kind === 'communication');
  const impression = (items: string): string =>
    `Exam: MRI dorsal spine\n\nFINDINGS\nMasses D3-D8. Cord compression at D4-D7.\n\nIMPRESSION\n${items}`;

  it('writes the sentence in a new item, with the number of a bare line', () => {
    checkTaken(impression('1. Cord compression at D4-D7.\n2. |'), LABEL, `2. ${TOLD}`);
    checkTaken(impression('1. Cord compression at D4-D7.\n|'), LABEL, `2. ${TOLD}`);
    checkTaken(impression('- Cord compression at D4-D7.\n- Crit|'), LABEL, `- ${TOLD}`);
    checkTaken(impression('1. Cord compression at D4-D7.\n2. Res|'), LABEL, `2. ${TOLD}`);
  });

  it('leaves the words behind the cursor a sentence of their own', () => {
    checkTaken(impression('1. Cord compression at D4-D7.\n2. |Hepatomegaly.'), LABEL, `2. ${TOLD} Hepatomegaly.`);
    checkTaken(impression('1. Cord compression at D4-D7.\n2. Res|'), LABEL, `2. ${TOLD}`);
  });

  it('writes it under its heading, with the findings that are critical', () => {
    checkTaken(impression('1. Cord compression at D4-D7.\n\nCOMMUNICATION\n|'), LABEL, TOLD);
    checkTaken(
      'Exam: CT\n\nFINDINGS\nNo mass.\n\nCOMMUNICATION\n|',
      LABEL,
      'Result telephoned to [name] ([telephone]) on [date] at [time].',
    );
  });

  it('is not offered where it is told already, where nothing is critical, where nothing is new, or inside a sentence', () => {
    assert.ok(!offered(impression('1. Cord compression at D4-D7.\n2. Result telephoned to Dr X at 14:05.\n3. |')));
    assert.ok(!offered('Exam: MRI\n\nFINDINGS\nPresacral mass. No cord compression.\n\nIMPRESSION\n1. Presacral mass.\n2. |'));
    assert.ok(!offered('Exam: MRI\n\nFINDINGS\nUnchanged cord compression at D5.\n\nIMPRESSION\n1. |'));
    assert.ok(!offered(impression('1. Cord compression with |')));
    assert.ok(!offered(inFindings('Cord compression at D5.\n|')));
  });
});
