import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPage } from '../../exchange/mrrt/check.ts';
import { exportMrrt } from '../../exchange/mrrt/export.ts';
import { importMrrt } from '../../exchange/mrrt/import.ts';
import { readPage } from '../../exchange/mrrt/page.ts';
import type { Template } from '../../language/template/template.ts';
import { language } from '../template/sample.ts';
import { arbitraryTemplate } from './arbitrary-template.ts';
import { shapeOf } from './template-shape.ts';

const { templates, lexicon } = language;

const exported = (template: Template) => exportMrrt(template, { library: templates.get, lexicon, date: '2024-06-30' });

/** The template of the file that a template is written as. */
function thereAndBack(template: Template): Template {
  const { text } = exported(template);
  assert.ok(text !== null);
  const back = importMrrt({ name: 'back.html', text }, lexicon);
  assert.ok(back.text !== null, JSON.stringify(back.notices));
  assert.deepEqual(back.notices, []);
  return templates.read({ name: template.file, text: back.text });
}

describe('a template that is written as MRRT and read back', () => {
  for (const template of templates.all)
    it(`is ${template.name}, letter for letter`, () => assert.equal(thereAndBack(template).text, template.text));

  it('keeps every rule of the format', () => {
    for (const template of templates.all) assert.deepEqual(checkPage(readPage(exported(template).text ?? '')).faults, [], template.name);
  });

  it('may use what is not there, or itself', () => {
    const text = 'Template: round\n\n[use round] [use round]\n[use none]\n';
    const circle = templates.read({ name: 'round.emht', text });
    const { text: html, notices } = exportMrrt(circle, {
      library: (name) => (name === 'round' ? circle : undefined),
      lexicon,
      date: '2024-06-30',
    });
    assert.ok((html ?? '').length < 2_000_000);
    assert.ok(notices.some(({ message }) => message.startsWith('The template "none" is not known here')));
    assert.equal(importMrrt({ name: 'back.html', text: html ?? '' }, lexicon).text, text);
  });

  it('is the same template, whatever it is, and from then on letter for letter', () => {
    let written = 0;
    fc.assert(
      fc.property(arbitraryTemplate, (text) => {
        const template = templates.read({ name: 'own.emht', text });
        const { text: html, notices } = exported(template);
        if (html === null) {
          assert.deepEqual(
            notices.map(({ kind, message }) => [kind, message]),
            template.problems.filter(({ rule }) => rule === 'template-syntax').map(({ message }) => ['error', message]),
          );
          return;
        }
        written++;
        assert.deepEqual(checkPage(readPage(html)).faults, []);
        const back = thereAndBack(template);
        assert.deepEqual(shapeOf(back), shapeOf(templates.read({ name: 'own.emht', text: withEnd(text) })));
        assert.equal(thereAndBack(back).text, back.text);
      }),
      { numRuns: Number(process.env.EMH_RUNS ?? 400) },
    );
    assert.ok(written > 100, `${written} of them could be written`);
  });
});

/** The last line has a line break. */
const withEnd = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
