import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLanguage } from '../../language/language.ts';
import type { Values } from '../../language/template/fill.ts';
import { readTemplate } from '../../language/template/read.ts';
import { packs } from '../../packs/emh.ts';
import { language } from './sample.ts';

const source = (text: string) => ({ name: 't.emht', text });

/** What is written below the line that names the template. */
function write(text: string, values: Values = {}, defaults = true, others: Readonly<Record<string, string>> = {}): string {
  const sources = Object.entries({ t: text, ...others }).map(([name, own]) => ({ name: `${name}.emht`, text: own }));
  const { templates } = createLanguage({ packs: [packs[0]], rules: [], templates: sources });
  const template = templates.get('t');
  assert.ok(template);
  return templates.fill(template, values, defaults).text.replace(/^.*\n/, '');
}

const problems = (text: string, values: Values): string[] =>
  language.templates.fill(readTemplate(source(text)), values, true).problems.map(({ name, message }) => `${name} ${message}`);

describe('filling a template', () => {
  it('puts values in the place of fields, and defaults where none is given', () => {
    const text = '[severity: mild | severe] mass on the [side = left] at [*levels].\n';
    assert.equal(write(text, { levels: 'D4 to D7' }), 'mild mass on the left at D4 to D7.\n');
    assert.equal(write(text, { severity: 'Severe', side: 'right', levels: 'D5' }), 'severe mass on the right at D5.\n');
    assert.equal(write(text, {}, false), text);
  });

  it('tells fields of one name apart, and writes a named one again', () => {
    assert.equal(write('[size] and [size].', { size: '3 cm', 'size 2': '4 cm' }), '3 cm and 4 cm.\n');
    assert.equal(write('[canal: levels]. Worst at [canal].', { canal: 'D5' }), 'D5. Worst at D5.\n');
    assert.equal(
      write('[grade: Mild | Severe] narrowing.\n1. Narrowing, [grade].', { grade: 'severe' }),
      'Severe narrowing.\n1. Narrowing, severe.\n',
    );
  });

  it('writes numbers with their unit', () => assert.equal(write('T2* [number 1-80 ms].', { number: '12' }), 'T2* 12 ms.\n'));

  it('writes lines whose condition holds', () => {
    const text =
      '[if mass present]Mass.\n[if mass absent]No mass.\n[if mass present]\n[if side is left]\nOn the left.\n[end]\n[end]\n[side: right | left].\n';
    assert.equal(write(text), 'No mass.\nright.\n');
    assert.equal(write(text, { mass: 'present', side: 'left' }), 'Mass.\nOn the left.\nleft.\n');
    assert.equal(write('[on: date]\n[if not on]Undated.\n[if on]Of [on].\n', { on: '2021-03-02' }), '2021-03-02\nOf 2021-03-02.\n');
  });

  it('writes a group for each of its kind, and numbers items anew', () => {
    const text = '[for each mass]\n1. Mass at [at: levels].\n[end]\n1. Done.\n\n1. New list.\n';
    assert.equal(write(text, { 'mass.1.at': 'D4', 'mass.2.at': 'D9' }), '1. Mass at D4.\n2. Mass at D9.\n3. Done.\n\n1. New list.\n');
    assert.equal(write(text, {}, false), '1. Mass at [at: levels].\n2. Done.\n\n1. New list.\n');
  });

  it('takes another template where it is used', () => {
    assert.equal(
      write('Ribs: normal.\n[use n]\nEnd.', { side: 'right' }, true, { n: 'Owner: nobody\nNo mass on the [side = left].\n' }),
      'Ribs: normal.\nNo mass on the right.\nEnd.\n',
    );
    assert.equal(write('[use nothing]'), '[use nothing]\n');
  });

  it('ends where templates use each other', () => {
    const many = '[use a]\n'.repeat(30);
    assert.ok(write(many, {}, true, { a: `${'[use b]\n'.repeat(30)}x`, b: `${'[use a]\n'.repeat(30)}y` }).length < 2_000_000);
  });

  it('leaves no blank, and no line, where a field is left empty', () => {
    assert.equal(write('Mass [of: | , large], [x: | big] [y: | wide].\n[z: | Z.]\nEnd.'), 'Mass,.\nEnd.\n');
  });

  it('leaves comments, examples and what is required out of the report', () =>
    assert.equal(
      write('// mine\nRibs: normal. // why\n[required] Liver: normal.\n[example a]\nx = 1\n[end]\n'),
      'Ribs: normal. \nLiver: normal.\n',
    ));

  it('names the template and its version', () =>
    assert.match(
      language.templates.fill(readTemplate(source('Template: a-name\nVersion: 2.1\nText.')), {}, true).text,
      /^Template: a-name 2\.1\nText\.\n$/,
    ));

  it('says which values do not fit', () => {
    const text = '[grade: mild | severe] [levels] [side] [number 1-9 mm] [size]';
    assert.deepEqual(problems(text, { grade: 'huge', levels: 'here', side: 'up', number: '12', size: 'big', mass: 'present' }), [
      'grade is mild or severe',
      'levels is levels, such as D4 to D7',
      'side holds a word that is none of side',
      'number is from 1 to 9',
      'size is a size, such as 4.0 x 2.5 cm',
      'mass is no field of the template',
    ]);
    assert.deepEqual(problems(text, { grade: 'MILD', levels: 'D3/4 and L5-S1', side: 'left', number: '3 mm', size: '3 x 4 cm' }), []);
    assert.deepEqual(problems('[text]', { text: 'a\nb' }), ['text holds a line break, which no value has']);
  });

  it('takes only days and times that there are', () => {
    assert.deepEqual(problems('[date] [time]', { date: '2024-02-31', time: '25:10' }), [
      'date is a date, such as 2021-03-02',
      'time is a time, such as 16:20',
    ]);
    assert.deepEqual(problems('[date] [time]', { date: '29/02/2024', time: '4.05 pm' }), []);
    assert.deepEqual(problems('[time]', { time: '16:60' }), ['time is a time, such as 16:20']);
  });

  it('takes no word for present that may mean the contrary', () => {
    const text = '[if mass present]Mass.\n[if mass absent]None.\n';
    for (const mass of ['not seen', 'maybe', '1']) assert.deepEqual(problems(text, { mass }), ['mass is present or absent'], mass);
    for (const [mass, said] of Object.entries({ yes: 'Mass.\n', True: 'Mass.\n', FALSE: 'None.\n', no: 'None.\n' }))
      assert.equal(write(text, { mass }), said);
  });

  it('tells of values that stand nowhere', () => {
    const template = readTemplate(source('[if mass present]\n[for each mass]\n[side].\n[end]\n[end]\n'));
    const { unwritten } = language.templates.fill(template, { 'mass.2.side': 'left' }, false);
    assert.deepEqual(unwritten, ['mass.2.side']);
    assert.deepEqual(problems(template.text, { mass: 'present', 'mass.0.side': 'left' }), [
      'mass.0.side is of none: they are counted from 1 to 50',
    ]);
  });

  const words = fc.constantFrom(
    ...'[ ] | : = * if use end expect example required mass present side levels text n " // for each Template: Owner: 1. a'.split(' '),
    ' ',
    '\n',
    '\r\n',
  );
  const anyText = fc.array(words, { maxLength: 60 }).map((all) => all.join(''));

  it('takes any text, and knows where each word came from', () =>
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, defaults) => {
        const template = readTemplate(source(text));
        const { templates } = language;
        assert.equal(templates.asReport(template).length, text.length);
        const filled = templates.fill(template, {}, defaults);
        filled.pieces.forEach(({ at, from, field, template: of }, i) => {
          const piece = filled.text.slice(at, filled.pieces[i + 1]?.at ?? filled.text.length);
          if (i > 0 && field === null)
            assert.ok(
              of.text.slice(from.start, from.end).replaceAll('\r\n', '\n').startsWith(piece.trimEnd()) || /^\d+$/.test(piece),
              piece,
            );
        });
        for (const { range } of [...template.problems, ...templates.check(template, null)])
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        templates.snippet(template, {});
      }),
    )).timeout(60_000);

  it('says the values back where fields are typed', () => {
    const template = readTemplate(
      source('FINDINGS\n[severity: mild | moderate | severe] extradural mass at [levels], [size], on the [side].\n'),
    );
    const level = fc.integer({ min: 1, max: 12 });
    const values = fc.record({
      severity: fc.constantFrom('mild', 'moderate', 'severe'),
      a: level,
      b: level,
      mm: fc.integer({ min: 4, max: 90 }),
      side: fc.constantFrom('left', 'right'),
    });
    fc.assert(
      fc.property(values, ({ severity, a, b, mm, side }) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const given = { severity, levels: from === to ? `D${from}` : `D${from} to D${to}`, size: `${mm} mm`, side };
        const { text } = language.templates.fill(template, given, true);
        const found = language.read(text).reports[0]?.findings[0];
        assert.deepEqual(
          [found?.severity, found?.levels, found?.sizeMm, found?.side],
          [[severity], Array.from({ length: to - from + 1 }, (_, i) => `T${from + i}`), [mm], side],
        );
      }),
    );
  });

  it('reads a report of open fields as the same template again', () => {
    for (const { template, text } of language.templates.all.map((each) => ({
      template: each,
      text: language.templates.fill(each, {}, false).text,
    }))) {
      const again = language.templates.fill(readTemplate({ name: template.file, text }), {}, false).text.replace(/^.*\n/, '');
      assert.equal(again, text.replace(/^.*\n/, ''), template.name);
    }
  });
});
