import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportPowerScribe } from '../../exchange/powerscribe/export.ts';
import { importPowerScribe } from '../../exchange/powerscribe/import.ts';
import { fieldsOf } from '../../language/syntax/fields.ts';
import type { Values } from '../../language/template/fill.ts';
import type { Template } from '../../language/template/template.ts';
import { language } from '../template/sample.ts';
import { arbitraryTemplate } from './arbitrary-template.ts';

const { templates } = language;
const write = (template: Template, values: Values = {}) =>
  exportPowerScribe(template, { library: templates.get, fill: (each, given) => templates.fill(each, given, false), values });
const read = (text: string) => importPowerScribe({ name: 'sites/My ribs.txt', text });
const body = (text: string): string => (read(text).text ?? '').split('\n\n').slice(1).join('\n\n');

describe('PowerScribe text', () => {
  it('is read with its blanks, pick lists and defaults', () =>
    assert.equal(
      read(
        'EXAM: MRI {cervical|thoracic} spine\nTECHNIQUE: [T2|STIR], *** and ____.\nFINDINGS: [C2-T1] mass <3 cm and >2 cm, <none|small> <>.\n',
      ).text,
      'Template: my-ribs\nTitle: My ribs\n\nEXAM: MRI [exam: cervical | thoracic] spine\nTECHNIQUE: [technique: T2 | STIR], [field: text] and [and: text].\nFINDINGS: [findings: text = C2-T1] mass <3 cm and >2 cm, [cm: none | small] [field 2: text].\n',
    ));

  it('is read with the type that a placeholder names, and with words that a template would take for its own', () => {
    assert.equal(body('Mass [size] at [ Levels ].'), 'Mass [mass: size] at [at: levels].\n');
    assert.equal(
      body('An "odd" [one|two] // thing\n[ a = b | c ] [if this] see [1'),
      "An 'odd' [an odd: one | two] / / thing\n[field: a equals b | c] [field 2: text = if this] see (1\n",
    );
    assert.deepEqual(
      read('[ a = b | c ] see [1').notices.map(({ kind, message }) => `${kind} ${message}`),
      [
        'lost "a = b" has marks that a field has no room for; it is "a equals b".',
        'lost Square brackets of "see [1", which are no field; they are round now.',
      ],
    );
  });

  it('is written as one report, its defaults first', () => {
    const template = templates.read({
      name: 'a.emht',
      text: 'Template: ours\nVersion: 2\nOwner: Us\n\nRibs: [side: left | right = right] [*grade: mild | severe] [t2: number 1-9 ms], [size] [seen: text = here].\n[if mass present]A mass [sic].\n[if mass absent]No mass.\n[side] again.\n',
    });
    const { text, notices } = write(template);
    assert.equal(text, 'Template: ours 2\nRibs: [right|left] [|mild|severe] [] ms, [] [here].\nNo mass.\n[right|left] again.\n');
    assert.deepEqual(
      notices.map(({ kind, message }) => `${kind} ${message}`),
      [
        'lost Lines "if mass present".',
        'lost The condition of lines "if mass absent": they always stand.',
        'lost The names of fields: side, grade, t2, size, seen.',
        'lost That fields written again have one value: each is filled in by itself.',
        'lost That fields must be filled in: grade.',
        'lost What fields ask for: t2 (number 1-9 ms), size (size).',
        'lost What it says of itself: owner.',
      ],
    );
    const other = write(template, { mass: 'present', grade: 'severe' });
    assert.equal(other.text, 'Template: ours 2\nRibs: [right|left] severe [] ms, [] [here].\nA mass (sic).\n[right|left] again.\n');
    assert.deepEqual(write(template, { grade: 'up' }).notices, [{ kind: 'error', message: 'grade is mild or severe', range: null }]);
  });

  it('keeps the name and version of a template on the way back', () => {
    const { text } = write(templates.get('mri-spine') as Template);
    assert.match(read(text ?? '').text ?? '', /^Template: mri-spine\nVersion: 1\.0\n\nExam: MRI \[/);
  });

  it('is read back with the same choices and defaults, in their order', () =>
    fc.assert(
      fc.property(arbitraryTemplate, (source) => {
        // `<b>` is a field there.
        const template = templates.read({ name: 'own.emht', text: source.replaceAll('<b>', 'b') });
        const { pieces } = templates.fill(template, {}, false);
        const wanted = pieces.flatMap(({ field }) => (field?.isOpen === true ? [field.field] : []));
        const { text } = write(template);
        const back = templates.read({ name: 'own.emht', text: read(text ?? '').text ?? '' });
        assert.deepEqual(
          fieldsOf(back.text).map(({ choices, default: usual }) => [[...new Set(choices)].sort(), usual ?? '']),
          wanted.map(({ type, choices, default: usual }) => {
            const all = type === 'choice' ? [...new Set([usual ?? '', ...choices].map(plain))] : [];
            return [all.length > 1 ? [...all].sort() : [], plain(usual ?? '')];
          }),
        );
      }),
    ));
});

const plain = (words: string): string => words.replace(/"/g, "'");
