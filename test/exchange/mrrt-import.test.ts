import assert from 'node:assert/strict';
import { exportMrrt } from '../../exchange/mrrt/export.ts';
import { importMrrt } from '../../exchange/mrrt/import.ts';
import { language } from '../template/sample.ts';
import { changed, SOUND } from './mrrt-page.ts';

const { lexicon, templates } = language;
const read = (text: string) => importMrrt({ name: 'page.html', text }, lexicon);
const body = (html: string): string => {
  const text =
    read(
      changed(
        /<body>(?:.|\n)*<\/body>/,
        `<body><section data-section-name="Findings"><header class="level1">Findings</header>${html}</section></body>`,
      ),
    ).text ?? '';
  return text.slice(text.indexOf('FINDINGS\n') + 9).trimEnd();
};
const lostOf = (text: string): string[] => read(text).notices.flatMap(({ kind, message }) => (kind === 'lost' ? [message] : []));

describe('a template of another tool, read from MRRT', () => {
  it('has all that its file says of it, its fields and its text', () =>
    assert.equal(
      read(SOUND).text,
      `Template: rib-study
Title: Rib study
Owner: Department of ribs
Version: 2024-06-30
Code: RID2471 rib
// identifier: 1.2.3
// language: en
// rights: For everyone
// license: CC BY 4.0
// creator: A. N. Author
// status: ACTIVE
// top-level-flag: true

Exam: Rib study

TECHNIQUE
CT, dose [dose: number 1-50 mGy]

FINDINGS
Ribs: [*ribs: left | right = right]
- One
- Two bold
Seen on: [seen on: date] and done.
More: [more: text = None.]
`,
    ));

  it('is a template without a fault of syntax', () => {
    const template = templates.read({ name: 'page.emht', text: read(SOUND).text ?? '' });
    assert.deepEqual(template.problems, []);
    assert.deepEqual([...template.fields.keys()], ['dose', 'ribs', 'seen on', 'more']);
  });

  it('lists what is lost', () => {
    assert.deepEqual(lostOf(SOUND), ['The code of a place in the body: fields have none.', '"not said", marked as no part of the report.']);
    assert.deepEqual(
      lostOf(
        changed(
          /<body>(?:.|\n)*<\/body>/,
          '<body onload="go()"><section data-section-name="Findings"><header class="level1">Befund</header><script>x</script><img src="a.png"><select id="side" multiple data-mrrt-condition="x"><option>a|b</option><option>c</option></select><input type="text" id="b" placeholder="how much" data-field-merge-flag="true"><button>Go</button><input type="number" id="c" min="3"><textarea id="d">one\ntwo</textarea></section></body>',
        ),
      ),
      [
        'The code of a place in the body: fields have none.',
        'A program (onload="go()").',
        'The heading "Befund", which is written as "Findings".',
        'A program (<script>).',
        'An image (<img>).',
        '"a|b" has marks that a field has no room for; it is "a/b".',
        'That several of a list can be chosen (multiple="").',
        'What only some tools understand (data-mrrt-condition="x").',
        'The hint "how much" of a field.',
        'That other systems fill in this field (data-field-merge-flag="true").',
        'A button (<button>).',
        'One end of a range, from 3: a number has both or none.',
        'The line breaks of a text: a field is one line.',
      ],
    );
  });

  it('has boxes and buttons as choices', () => {
    assert.equal(
      body(
        '<p>Spread: <input type="checkbox" id="a"><label for="a">central</label> <label><input type="checkbox" id="b" checked>lobar</label></p>',
      ),
      'Spread: [central: | central] [lobar: | lobar = lobar]',
    );
    assert.equal(
      body(
        '<p>Side: <input type="radio" name="s" id="a"><label for="a">left</label><input type="radio" name="s" id="b"><label for="b">right</label></p>',
      ),
      'Side: [left: | left | right]',
    );
  });

  it('has names that tell its fields apart', () => {
    assert.equal(
      body(
        '<p>Size <input type="text" id="x_1"> and size <input type="text" id="x_2">, <select id="use"><option>a</option><option>b</option></select> <input id="end"></p>',
      ),
      'Size [the size: text] and size [and size: text], [the use: a | b] [the end: text]',
    );
    assert.equal(
      body('<p><label for="d">Länge</label><input id="d"></p><p><label for="e">Länge</label><input id="e"></p>'),
      'Länge: [laenge: text]\nLänge: [laenge 2: text]',
    );
    assert.equal(
      body('<p><textarea id="2" name="Procedure"></textarea></p><p><input id="3" name="Dose"></p>'),
      '[procedure: text]\n[dose: text]',
    );
  });

  it('has nothing in its text that a template would take for something of its own', () => {
    const text = body('<p>See [side] and a // b, "as" <input id="q"> [end]</p><p>[if this]</p>');
    assert.equal(text, "See (side) and a / / b, 'as' [see side and a / / b as: text] (end)\n(if this)");
  });

  it('is told of what someone changed in a file of our own', () => {
    const template = templates.read({
      name: 'a.emht',
      text: 'Template: a\nTitle: A\n\nFINDINGS\nRibs: [*side: left | right], [*at: levels] for [n: number 1-5 mm].\n',
    });
    const html = exportMrrt(template, { library: templates.get, lexicon, date: '2024-06-30' }).text ?? '';
    assert.equal(read(html).text, template.text);
    const other = read(
      html
        .replaceAll('content="A"', 'content="B"')
        .replace('<title>A', '<title>B')
        .replace('>right<', '>both<')
        .replace('max="5"', 'max="9"')
        .replace('Ribs:', 'All ribs:'),
    );
    assert.equal(other.text, 'Template: a\nTitle: B\n\nFINDINGS\nAll ribs: [*side: left | both], [*at: levels] for [n: number 1-9 mm].\n');
    assert.equal(other.notices.filter(({ kind, message }) => kind === 'warning' && /changed elsewhere/.test(message)).length, 2);
  });
});
