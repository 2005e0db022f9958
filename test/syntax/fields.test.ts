import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bracketsOf, type Field, fieldsOf, withoutFields } from '../../language/syntax/fields.ts';

const brief = ({ name, type, required, choices, default: usual, unit, low, high }: Field): string =>
  [
    `${required ? '*' : ''}${name}:${type}`,
    choices.join('|'),
    usual === null ? '' : `=${usual}`,
    low === null ? '' : `${low}-${high}`,
    unit ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');

describe('fields', () => {
  const written: Readonly<Record<string, string>> = {
    '[levels]': 'levels:levels',
    '[side = left]': 'side:side =left',
    '[*levels]': '*levels:levels',
    '[mild|moderate|severe]': ':choice mild|moderate|severe =mild',
    '[severity: mild | moderate | severe]': 'severity:choice mild|moderate|severe =mild',
    '[severity: mild | severe = severe]': 'severity:choice mild|severe =severe',
    '[*grade: 1 | 2]': '*grade:choice 1|2',
    '[|mild]': ':choice |mild =',
    '[text]': ':text',
    '[]': ':text',
    '[ ]': ':text',
    '[reader: name]': 'reader:name',
    '[heart T2*: number 1-100 ms]': 'heart t2*:number 1-100 ms',
    '[number -5 to 5 HU = 0]': 'number:number =0 -5-5 HU',
    '[number mm]': 'number:number mm',
  };
  for (const [text, field] of Object.entries(written))
    it(`reads ${text}`, () => assert.deepEqual(fieldsOf(`Mass ${text}.`).map(brief), [field]));

  for (const text of ['[sic]', '[1]', '[DATE]', '[S7: 311]', '[normal]', '"[levels]"', '[levels', 'levels]', '[le\nvels]', '[image 3: 45]'])
    it(`leaves ${JSON.stringify(text)} to the report`, () => assert.deepEqual(bracketsOf(`Mass ${text}.`), []));

  it('reads a pick list of many sentences', () => {
    const choices = Array.from({ length: 12 }, (_, n) => `${n + 1}. A sentence as long as those that templates have for normals.`);
    assert.deepEqual(fieldsOf(`Liver: [liver: ${choices.join(' | ')}]`)[0]?.choices, choices);
  });

  it('tells lines of a template from fields', () => {
    const text = '[if mass present] Mass.\n[for each mass]\n[end]\n[use normals]\n[required] Spleen: normal.';
    assert.deepEqual(
      bracketsOf(text).map(({ words, field }) => [words, field]),
      ['if mass present', 'for each mass', 'end', 'use normals', 'required'].map((words) => [words, null]),
    );
  });

  it('stands where it says, in any text', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '|', '*', ':', '=', 'side', 'levels', ' ', '\n', '"', 'é', '𝄞', '1') }),
        (text) => {
          const brackets = bracketsOf(text);
          for (const { range, words } of brackets) assert.equal(text.slice(range.start, range.end).replace(/^\[\s*|\s*\]$/g, ''), words);
          const blank = withoutFields(text, brackets);
          assert.equal(blank.length, text.length);
          assert.deepEqual(bracketsOf(blank), []);
        },
      ),
    ));
});
