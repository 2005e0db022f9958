import assert from 'node:assert/strict';
import type { Template } from '../../../language/template/template.ts';
import { createTemplates } from '../../../language/templates.ts';
import { applyEdits } from '../../../language/text/edit.ts';
import { language } from '../sample.ts';

const { templates } = language;
const template = (text: string, name = 'a.emht'): Template => templates.read({ name, text });

const OLD = template(`Template: ribs
Version: 1

Exam: CT thorax
Date: [*date]

FINDINGS
Ribs: No rib expansion. [bones: Normal bones. | Coarse bones.]
[if mass absent]Paraspinal: No paraspinal mass.
[if mass present]
[for each mass]
Paraspinal: [side: Left | Right] mass at [*mass levels: levels], [*mass size: size].
[end]
[end]
Spleen: No splenomegaly.
Pleura: No effusion.

IMPRESSION
[if mass absent]1. No mass.
[if mass present]
[for each mass]
1. [side] mass at [mass levels].
[end]
[end]
`);

const NEW = template(`Template: ribs
Version: 2

Exam: CT thorax
Date: [*date]

FINDINGS
Ribs: No expansion of the ribs. [bones: Normal bones. | Coarse bones.]
[if mass absent]Paraspinal: No paraspinal mass seen.
[if mass present]
[for each mass]
Paraspinal: [side: Left | Right] paraspinal mass, [*mass size: size], at [*mass levels: levels].
[end]
[end]
Spleen: No splenomegaly.
Adrenals: [adrenals: No adrenal mass. | Adrenal mass.]

IMPRESSION
[if mass absent]1. No mass.
[if mass present]
[for each mass]
1. [side] paraspinal mass at [mass levels], [mass size].
[end]
[end]
`);

interface Done {
  readonly text: string;
  readonly said: readonly string[];
}

function migrated(text: string, from = OLD, to = NEW): Done {
  const { edits, notes } = templates.migrate(text, from, to);
  return { text: applyEdits(text, edits), said: notes.map(({ message, range }) => `${text.slice(range.start, range.end)} <- ${message}`) };
}

const NOTHING = templates.fill(OLD, { date: '2024-06-30', bones: 'Normal bones.' }, false).text;
const MASSES = templates.fill(
  OLD,
  {
    date: '2024-06-30',
    bones: 'Coarse bones.',
    mass: 'present',
    'mass.1.side': 'Right',
    'mass.1.mass levels': 'D3 to D8',
    'mass.1.mass size': '4.0 cm',
    'mass.2.mass levels': 'D10',
    'mass.2.mass size': '2.1 x 1.0 cm',
    'mass.2.side': 'Left',
  },
  false,
).text;

describe('a report that is migrated to another version of its template', () => {
  it('has the new normals where nobody touched the old ones, new lines, and none that are gone', () =>
    assert.deepEqual(migrated(NOTHING), {
      text: `Template: ribs 2
Exam: CT thorax
Date: 2024-06-30

FINDINGS
Ribs: No expansion of the ribs. Normal bones.
Paraspinal: No paraspinal mass seen.
Spleen: No splenomegaly.
Adrenals: [adrenals: No adrenal mass. | Adrenal mass.]

IMPRESSION
1. No mass.
`,
      said: [],
    }));

  it('has what was filled in, word for word, where the new template puts it', () =>
    assert.deepEqual(migrated(MASSES), {
      text: `Template: ribs 2
Exam: CT thorax
Date: 2024-06-30

FINDINGS
Ribs: No expansion of the ribs. Coarse bones.
Paraspinal: Right paraspinal mass, 4.0 cm, at D3 to D8.
Paraspinal: Left paraspinal mass, 2.1 x 1.0 cm, at D10.
Spleen: No splenomegaly.
Adrenals: [adrenals: No adrenal mass. | Adrenal mass.]

IMPRESSION
1. Right paraspinal mass at D3 to D8, 4.0 cm.
2. Left paraspinal mass at D10, 2.1 x 1.0 cm.
`,
      said: [],
    }));

  it('keeps what a person changed, added and took out', () => {
    const text = NOTHING.replace('No splenomegaly.', 'Splenomegaly, 15 cm.')
      .replace('Normal bones.', 'Normal bones. An old fracture of the left fifth rib.')
      .replace('FINDINGS\n', 'FINDINGS\nThe study is degraded by motion.\n')
      .replace('1. No mass.', '1. No mass.\n2. Splenomegaly.');
    const done = migrated(text);
    assert.deepEqual(done.said, []);
    assert.equal(
      done.text,
      `Template: ribs 2
Exam: CT thorax
Date: 2024-06-30

FINDINGS
The study is degraded by motion.
Ribs: No expansion of the ribs. Normal bones. An old fracture of the left fifth rib.
Paraspinal: No paraspinal mass seen.
Spleen: Splenomegaly, 15 cm.
Adrenals: [adrenals: No adrenal mass. | Adrenal mass.]

IMPRESSION
1. No mass.
2. Splenomegaly.
`,
    );
  });

  it('leaves to the person what both changed, and what the new template has no place for', () => {
    const text = NOTHING.replace('No rib expansion.', 'The ribs are wide.').replace('No effusion.', 'Small effusion on the left.');
    const done = migrated(text);
    assert.deepEqual(done.said, [
      'Ribs: The ribs are wide. Normal bones. <- You changed "Ribs: No rib expansion. Normal bones."; the template says "Ribs: No expansion of the ribs. Normal bones." now.',
      'Pleura: Small effusion on the left. <- The template has "Pleura: No effusion." no more; what you wrote is kept.',
    ]);
    assert.match(done.text, /\nRibs: The ribs are wide\. Normal bones\.\n/);
    assert.match(done.text, /\nPleura: Small effusion on the left\.\n/);
  });

  it('keeps a finding that a person chose, where the new template has no case for it', () => {
    const to = template('Template: ribs\nVersion: 2\n\nExam: CT thorax\nDate: [*date]\n\nFINDINGS\nSpleen: No splenomegaly.\n');
    const done = migrated(MASSES, OLD, to);
    assert.match(done.text, /\nParaspinal: Right mass at D3 to D8, 4\.0 cm\.\nParaspinal: Left mass at D10, 2\.1 x 1\.0 cm\.\n/);
    assert.equal(done.said.filter((line) => /no more; what you wrote is kept/.test(line)).length, 5);
    assert.doesNotMatch(done.text, /Pleura/);
  });

  it('does not get back what a person took out, and is told where the template changed it', () => {
    const text = NOTHING.replace('Spleen: No splenomegaly.\n', '').replace('Paraspinal: No paraspinal mass.\n', '');
    const done = migrated(text);
    assert.doesNotMatch(done.text, /Spleen|Paraspinal/);
    assert.deepEqual(done.said, [
      ' <- You took out "Paraspinal: No paraspinal mass."; the template says "Paraspinal: No paraspinal mass seen." now.',
    ]);
  });

  it('has the new words of a sentence that a person has put another one before or behind', () => {
    const from = template('Template: x\nVersion: 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly.\nSpleen: No splenomegaly.\n');
    const to = template(from.text.replace('Version: 1', 'Version: 2').replace(/No (hep|spl)/g, 'No visible $1'));
    const mine =
      'Template: x 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly. A cyst of 2 cm.\nSpleen: An accessory spleen. No splenomegaly.\n';
    assert.deepEqual(migrated(mine, from, to), {
      text: mine.replace('x 1', 'x 2').replace(/No (hep|spl)/g, 'No visible $1'),
      said: [],
    });
  });

  it('gets no new normal that the report contradicts, and says so', () => {
    const from = template('Template: x\nVersion: 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly.\nSpleen: No splenomegaly.\n');
    const to = template(
      'Template: x\nVersion: 2\nExam: CT abdomen\nFINDINGS\nLiver and spleen: No hepatomegaly. No splenomegaly.\nAdrenals: No adrenal mass.\n',
    );
    const mine =
      'Template: x 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly.\nSpleen: Splenomegaly of 16 cm.\nLeft adrenal mass, 3 cm.\n';
    const done = migrated(mine, from, to);
    assert.equal(
      done.text,
      'Template: x 2\nExam: CT abdomen\nFINDINGS\nLiver and spleen: No hepatomegaly.\nSpleen: Splenomegaly of 16 cm.\nLeft adrenal mass, 3 cm.\n',
    );
    assert.deepEqual(done.said, [
      'Spleen: Splenomegaly of 16 cm. <- The template has "Spleen: No splenomegaly." no more; what you wrote is kept.',
      'Spleen: Splenomegaly of 16 cm. <- The template says "No splenomegaly." now; the report says "Splenomegaly of 16 cm", so that it is left out.',
      'Left adrenal mass, 3 cm. <- The template says "No adrenal mass." now; the report says "Left adrenal mass, 3 cm", so that it is left out.',
    ]);
  });

  it('keeps a normal that a person wrote, though the report contradicts it', () => {
    const from = template('Template: x\nVersion: 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly.\n');
    const to = template('Template: x\nVersion: 2\nExam: CT abdomen\nFINDINGS\nLiver: No visible hepatomegaly.\nSpleen: No splenomegaly.\n');
    const mine = 'Template: x 1\nExam: CT abdomen\nFINDINGS\nLiver: No hepatomegaly. Splenomegaly of 16 cm.\nSpleen: No splenomegaly.\n';
    assert.match(migrated(mine, from, to).text, /\nLiver: No visible hepatomegaly\. Splenomegaly of 16 cm\.\nSpleen: No splenomegaly\.\n$/);
  });

  it('keeps a choice that the new template has not, but for a whole sentence that was the default', () => {
    const from = template('Template: x\nVersion: 1\nHeart: [heart: Normal heart. | Cardiomegaly.] Grade [grade: mild | severe] today.\n');
    const to = template(
      'Template: x\nVersion: 2\nHeart: [heart: The heart is normal. | Cardiomegaly.] Grade [grade: small | severe] today.\n',
    );
    const text = 'Template: x 1\nHeart: Normal heart. Grade mild today.\n';
    assert.equal(migrated(text, from, to).text, 'Template: x 2\nHeart: The heart is normal. Grade mild today.\n');
  });

  it('follows a line that has moved', () => {
    const from = template('Template: x\nVersion: 1\nFINDINGS\nRibs: No rib expansion.\nSpleen: [size].\nLiver: No hepatomegaly.\n');
    const to = template('Template: x\nVersion: 2\nFINDINGS\nSpleen: [size].\nLiver: No hepatomegaly.\nRibs: No rib expansion.\n');
    assert.deepEqual(migrated('Template: x 1\nFINDINGS\nRibs: No rib expansion.\nSpleen: 9 cm.\nLiver: No hepatomegaly.\n', from, to), {
      text: 'Template: x 2\nFINDINGS\nSpleen: 9 cm.\nLiver: No hepatomegaly.\nRibs: No rib expansion.\n',
      said: [],
    });
  });

  it('has the new words of lines that a person has put elsewhere, where that person put them', () => {
    const from = template(
      'Template: x\nVersion: 1\nFINDINGS\nSpleen: No splenomegaly.\nLiver: No hepatomegaly.\nRibs: No rib expansion.\n',
    );
    const to = template(from.text.replace('Version: 1', 'Version: 2').replaceAll('No ', 'No visible '));
    assert.deepEqual(
      migrated('Template: x 1\nFINDINGS\nRibs: Broad ribs.\nLiver: No hepatomegaly.\nSpleen: No splenomegaly.\n', from, to),
      {
        text: 'Template: x 2\nFINDINGS\nRibs: Broad ribs.\nLiver: No visible hepatomegaly.\nSpleen: No visible splenomegaly.\n',
        said: ['Ribs: Broad ribs. <- You changed "Ribs: No rib expansion."; the template says "Ribs: No visible rib expansion." now.'],
      },
    );
  });

  it('gets no second time what a person has added already', () => {
    const from = template('Template: x\nVersion: 1\nFINDINGS\nSpleen: [size].\n');
    const to = template('Template: x\nVersion: 2\nFINDINGS\nSpleen: [size].\nAdrenals: No adrenal mass.\n');
    const text = 'Template: x 1\nFINDINGS\nSpleen: 9 cm.\nAdrenals: No adrenal mass.\n';
    assert.deepEqual(migrated(text, from, to), { text: text.replace('x 1', 'x 2'), said: [] });
  });

  it('changes once where its author forgot to count the version on', () => {
    const next = template(NEW.text.replace('Version: 2', 'Version: 1'));
    const once = migrated(MASSES, OLD, next);
    assert.equal(once.text, migrated(MASSES).text.replace('ribs 2', 'ribs 1'));
    assert.equal(migrated(once.text, OLD, next).text, once.text);
  });

  it('ends where templates go in a circle', () => {
    const round = template('Template: round\n[use round] [use round] [use round] [use round] [use round]\n', 'round.emht');
    const own = createTemplates([{ name: 'round.emht', text: round.text }], [], language.lexicon, language.read);
    assert.deepEqual(own.migrate('Template: round\nFINDINGS\nNormal.\n', round, round).edits, []);
  });

  it('is not touched where it was made from another template, or from the new one', () => {
    for (const text of [NOTHING.replace('ribs 1', 'other 1'), NOTHING.replace('ribs 1', 'ribs 2'), 'FINDINGS\nRibs: No rib expansion.\n'])
      assert.equal(migrated(text).text, text);
    assert.equal(templates.migrate('FINDINGS\n', OLD, NEW).count, 0);
    assert.equal(templates.migrate(`${NOTHING}\n---\n${MASSES}`, OLD, NEW).count, 2);
  });

  it('keeps its own line breaks, and what stands around it', () => {
    const text = `Exam: CT\n\nFINDINGS\nNormal.\n\n---\n${NOTHING}`.replaceAll('\n', '\r\n');
    const done = migrated(text).text;
    assert.ok(done.startsWith('Exam: CT\r\n\r\nFINDINGS\r\nNormal.\r\n\r\n---\r\nTemplate: ribs 2\r\n'));
    assert.equal(done.replaceAll('\r\n', '').includes('\n'), false);
    assert.match(done, /\r\nAdrenals: \[/);
  });
});
