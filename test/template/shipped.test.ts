import assert from 'node:assert/strict';
import { usedBy, usedWith } from '../../language/template/fill.ts';
import { aboutOf, type Template } from '../../language/template/template.ts';
import { valueText } from '../../language/template/value.ts';
import { language, samplesFor, switchesOf } from './sample.ts';

const { templates } = language;
const isPart = ({ name }: Template): boolean => templates.all.some(({ parts }) => usedBy(parts).includes(name));

/** What the checks say of a report, but for hints and infos. */
const saidOf = (text: string): string[] =>
  language
    .read(text)
    .diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, range, message }) => `${rule} at "${text.slice(range.start, range.end)}": ${message}`);

describe('the templates that ship', () => {
  it('are for the examinations that show extramedullary haematopoiesis', () =>
    assert.deepEqual(
      templates.all.filter((template) => !isPart(template)).map(({ name }) => name),
      [
        'chest-radiograph',
        'ct-abdomen-pelvis',
        'ct-thorax',
        'mri-liver-heart-iron',
        'mri-spine-follow-up',
        'mri-spine-plain',
        'mri-spine',
        'mri-whole-spine',
        'skull-radiograph',
        'ultrasound-abdomen',
      ],
    ));

  for (const template of templates.all)
    describe(template.name, () => {
      it('is without a fault, its examples included', () => assert.deepEqual(templates.check(template, 0), []));

      it('says who owns it, which version it is and when it is looked at again', () => {
        for (const key of ['owner', 'version', 'review', 'spoken'] as const) assert.notEqual(aboutOf(template, key), '', key);
      });

      if (isPart(template)) return;
      it('has at least two examples', () => assert.ok(template.examples.length >= 2));

      it('writes a clean report from each example', () => {
        for (const { name, values } of template.examples) assert.deepEqual(saidOf(templates.fill(template, values, true).text), [], name);
      });

      it('writes a clean report with each switch on, and with all', () => {
        const switches = switchesOf(template);
        for (const on of [[], ...switches.map((name) => [name]), switches]) {
          const { text, problems } = templates.fill(template, samplesFor(template, on), true);
          assert.deepEqual([problems, saidOf(text)], [[], []], `${on.join(', ')}\n${text}`);
        }
      });

      it('writes a clean report with each choice, and all its fields can be reached', () => {
        const switches = switchesOf(template);
        for (const { key, field } of usedWith(template, templates.get).flatMap(({ fields }) => [...fields.values()])) {
          const ways = field.choices.length > 0 ? field.choices : [samplesFor(template, [])[key] ?? field.default ?? ''];
          for (const way of ways) {
            const with_ = [switches, [], ...switches.map((name) => [name])].map((on) => ({ ...samplesFor(template, on, way), [key]: way }));
            const filled = with_.map((values) => templates.fill(template, values, true));
            const reached = filled.find(({ pieces }) =>
              pieces.some((piece) => piece.field?.key === key || piece.field?.key.endsWith(`.${key}`)),
            );
            assert.ok(reached, `${key} is never asked for`);
            assert.ok(reached.text.includes(valueText(field, way)), `${key} = ${way}\n${reached.text}`);
            for (const { text } of filled) assert.deepEqual(saidOf(text), [], `${key} = ${way}\n${text}`);
          }
        }
      }).timeout(60_000);
    });
});
