import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { normaliseDictation } from '../../language/dictation/dictation.ts';
import { applyEdits } from '../../language/text/edit.ts';
import { lexicon } from './lexicon.ts';

const SAID =
  'mass no cord the spleen is normal enlarged liver colon sigmoid period comma full stop new line paragraph hyphen dash slash open close paren literal numeral caps all two three five point by centimeters mm percent hounsfield units minus one hundred and d four t l s c tee see to findings impression number scratch that um isn’t there on hyperintense weighted star c71 t121 march of time month a Liver MRI D5 FINDINGS IMPRESSION: 1. 2. approx. vs. e.g. [] " é ß 𝒳 . , : ; ? ! ( ) - / // stir ewing although which seen at in grade b it technique'.split(
    ' ',
  );
const token = fc.tuple(fc.constantFrom(...SAID, '\n', '\n\n', '\r\n', '\t'), fc.constantFrom(' ', ' ', ' ', '', '\n'));
const dictated = fc.array(token, { maxLength: 40 }).map((list) => list.map((pair) => pair.join('')).join(''));
const anything = fc.oneof(dictated, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
const RUNS = Number(process.env.EMH_RUNS ?? 400);
const normalise = (text: string) => normaliseDictation(text, lexicon);

describe('dictation of any text', () => {
  it('is settled: normalising again changes nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = normalise(text).text;
        const twice = normalise(once);
        assert.equal(twice.text, once);
        assert.deepEqual(twice.changes, []);
      }),
      { numRuns: RUNS },
    );
  });

  it('lists every change: applied as edits they give the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: result, changes } = normalise(text);
        let last = 0;
        for (const { original, words } of changes) {
          assert.ok(last <= original.start && original.start <= original.end && original.end <= text.length);
          assert.equal(text.slice(original.start, original.end).trim(), words);
          last = original.end;
        }
        assert.equal(
          applyEdits(
            text,
            changes.map(({ original, written }) => ({ range: original, text: written })),
          ),
          result,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('finds the way back: never backwards, and exactly for what stayed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: result, changes, toOriginal } = normalise(text);
        let last = 0;
        for (let i = 0; i <= result.length; i++) {
          const at = toOriginal(i);
          assert.ok(at >= last && at <= text.length);
          last = at;
        }
        let grown = 0;
        let from = 0;
        for (const { original, written } of [...changes, { original: { start: text.length, end: text.length }, written: '' }]) {
          for (let at = from; at < original.start; at++) assert.equal(toOriginal(at + grown), at);
          grown += written.length - (original.end - original.start);
          from = original.end;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('grows with the text, not faster', () => {
    for (const unit of [
      'the spleen is enlarged no ascites ',
      'comma ',
      'one hundred and ',
      'mass scratch that ',
      'five by ',
      'd four to ',
      'a',
      '. ',
      'the ',
    ])
      normalise(unit.repeat(20_000));
    normalise(`${'mass '.repeat(20_000)}${'scratch that '.repeat(20_000)}`);
  });
});

describe('report text written with care', () => {
  const examples = new URL('../../examples/', import.meta.url);
  for (const name of readdirSync(examples).filter((file) => /\.(emh|txt)$/.test(file)))
    it(`${name} comes through byte for byte`, () => {
      const text = readFileSync(new URL(name, examples), 'utf8');
      assert.deepEqual(normalise(text).changes, []);
    });

  it('of any making comes through byte for byte', () => {
    const head = fc.constantFrom(
      'cord compression',
      'paraspinal mass',
      'two extradural masses',
      'splenomegaly',
      'sigmoid colon polyp',
      'T2-weighted hyperintensity',
    );
    const place = fc.constantFrom(
      '',
      ' at D4 to D7',
      ' at L5-S1',
      ' in the ascending colon',
      ', 5.2 x 3.7 cm',
      ' over a period of 3 months',
      ' of the third rib',
    );
    const begin = fc.constantFrom('There is ', 'No ', 'Mild ', 'Left ', 'Five ', 'One of the ');
    const sentence = fc.tuple(begin, head, place).map(([a, b, c]) => `${a}${b}${c}.`);
    const body = fc.array(sentence, { minLength: 1, maxLength: 6 });
    const report = fc
      .tuple(body, body, fc.constantFrom('\n', '\r\n'), fc.constantFrom(' ', '\n  '))
      .map(([findings, items, end, gap]) =>
        [
          'Exam: CT thorax',
          'Date: 2021-02-27',
          '',
          'FINDINGS',
          `Spine: ${findings.join(gap)}`,
          '',
          'IMPRESSION',
          ...items.map((item, i) => `${i + 1}. ${item}`),
          '',
        ].join(end),
      );
    fc.assert(
      fc.property(report, (text) => assert.deepEqual(normalise(text).changes, [])),
      { numRuns: RUNS },
    );
  });
});

describe('what a change says', () => {
  it('names the words, what they became and why', () => {
    const { text, changes } = normalise("the mass isn't at d four period");
    assert.deepEqual(
      [text, changes],
      [
        'The mass is not at D4.',
        [
          { original: { start: 0, end: 3 }, words: 'the', written: 'The', why: 'capital' },
          { original: { start: 9, end: 14 }, words: "isn't", written: 'is not', why: 'contraction' },
          { original: { start: 18, end: 24 }, words: 'd four', written: 'D4', why: 'level' },
          { original: { start: 24, end: 31 }, words: 'period', written: '.', why: 'mark' },
        ],
      ],
    );
  });

  it('lists what was taken back', () => {
    const { changes } = normalise('no mass period no ascites scratch that ascites');
    assert.deepEqual(
      changes.filter(({ why }) => why === 'undo').map(({ words }) => words),
      ['no ascites scratch that'],
    );
  });
});
