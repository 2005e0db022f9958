import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importMrrt } from '../../exchange/mrrt/import.ts';
import { language } from '../template/sample.ts';
import { changed, SOUND } from './mrrt-page.ts';

const { lexicon } = language;
const read = (text: string) => importMrrt({ name: 'page.html', text }, lexicon);

/** Errors and warnings: kind, line, message. */
const said = (text: string): string[] =>
  read(text)
    .notices.filter(({ kind }) => kind !== 'lost')
    .map(({ kind, message, range }) => `${kind} ${text.slice(0, range?.start ?? 0).split('\n').length}: ${message}`);

const XML_END = '</template_attributes>';
const FIELD = '<input id="dose" type="number"';

/** What is done to the sound file, and where and what is said of it. */
const REFUSED: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  ['no html', /<html lang="en">\n|<\/html>\n/g, '', /^error 2: There is no <html> element\.$/],
  ['two html', '</html>', '</html>\n<html>', /^error 39: There is a second <html> element\.$/],
  ['no head', /<head>|<\/head>/g, '', /^error 1: There is no <head> element\.$/],
  ['two heads', '</head>', '</head><head></head>', /^error 26: There is a second <head> element\.$/],
  ['no body', /<body>(?:.|\n)*<\/body>\n/, '', /^error 3: There is no <body> element\.$/],
  ['two bodies', '</body>', '</body><body>', /^error 37: There is a second <body> element\.$/],
  ['no title', '<title>Rib study</title>\n', '', /^error 3: There is no <title> element\.$/],
  ['two titles', '</title>', '</title><title></title>', /^error 4: There is a second <title> element\.$/],
  ['a title in the body', '<body>', '<body><title>x</title>', /^error 27: There is a second <title> element\.$/],
  ['no charset', '<meta charset="UTF-8" />\n', '', /^error 3: There is no <meta charset="UTF-8">: /],
  [
    'two charsets',
    '<meta charset="UTF-8" />',
    '<meta charset="UTF-8" />\n<meta charset="UTF-8" />',
    /^error 6: There is a second <meta charset>\.$/,
  ],
  [
    'another script',
    '<script type="text/xml">',
    '<script></script>\n<script type="text/xml">',
    /^error 15: There is another <script> in the head/,
  ],
  [
    'two scripts of XML',
    '<script type="text/xml">',
    '<script type="text/xml"></script>\n<script type="text/xml">',
    /^error 16: There is a second <script type="text\/xml">/,
  ],
  [
    'two scripts of XML that contradict each other',
    '</head>',
    '<script type="text/xml"><template_attributes><status>DRAFT</status></template_attributes></script>\n</head>',
    /^error 26: There is a second <script type="text\/xml"> in the head\.$/,
  ],
  [
    'two scripts of XML with codes',
    '</head>',
    '<script type="text/xml"><template_attributes><coded_content></coded_content></template_attributes></script>\n</head>',
    /^error 26: There is a second <script type="text\/xml"> in the head\.$/,
  ],
  [
    'two sets of attributes',
    XML_END,
    `${XML_END}<template_attributes></template_attributes>`,
    /^error 23: There is a second <template_attributes>\.$/,
  ],
  [
    'two kinds of content',
    '<coded_content>',
    '<coded_content></coded_content>\n<coded_content>',
    /^error 23: There is a second <coded_content>\.$/,
  ],
  [
    'two sets of schemes',
    '<term type',
    '<coding_schemes><coding_scheme name="x" designator="1" /></coding_schemes>\n<term type',
    /^error 21: There is a second <coding_schemes>\.$/,
  ],
  ['two flags', '<status>', '<top-level-flag>true</top-level-flag>\n<status>', /^error 19: There is a second <top-level-flag>\.$/],
  ['no scheme', /<coding_scheme name[^>]*>/, '', /^error 20: <coding_schemes> has no <coding_scheme>\.$/],
  ['a scheme without a name', ' name="RADLEX" designator', ' designator', /^error 20: This <coding_scheme> has no name\.$/],
  ['a scheme without a designator', / designator="[^"]*"/, '', /^error 20: This <coding_scheme> has no designator\.$/],
  ['a code of the template without a value', ' value="RID2471"', '', /^error 21: This <code> has no value\.$/],
  ['a term without a code', /<code meaning="rib"[^>]*>/, '', /^error 21: A <term> has one <code>; this one has none\.$/],
  ['a term with two codes', /(<code meaning="rib"[^>]*>)/, '$1$1', /^error 21: A <term> has one <code>; this one has 2\.$/],
];

const TOLD: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
  ['codes without their schemes', /<coding_schemes>.*\n/, '', /^warning 17: The template_attributes have no <coding_schemes>\.$/],
  ['codes without content', /<coded_content>.*\n/, '', /^warning 17: The template_attributes have no <coded_content>\.$/],
  ['codes without a status', /<status>.*\n/, '', /^warning 17: The template_attributes have no <status>\.$/],
  ['a code without a value', ' value="RID5821"', '', /^warning 22: This <code> has no value\.$/],
  ['a code without a meaning', ' meaning="side"', ' meaning=" "', /^warning 22: This <code> has no meaning\.$/],
  ['a code without a scheme', ' scheme="RADLEX"', '', /^warning 22: This <code> has no scheme\.$/],
  ['an entry for nothing', ' ORIGTXT="side"', '', /^warning 22: This <entry> has no ORIGTXT/],
  ['an entry without a term', /(<entry[^>]*>).*(<\/entry>)/, '$1$2', /^warning 22: This <entry> has no <term>\.$/],
  ['no doctype', '<!DOCTYPE html>\n', '', /^warning 1: The file does not begin with <!DOCTYPE html>\.$/],
  ['another encoding', '"UTF-8"', '"windows-1252"', /^warning 5: "windows-1252" is not written <meta charset="UTF-8">\.$/],
  [
    'an older way to say the encoding',
    '<meta charset="UTF-8" />',
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
    /^warning 5: "text\/html; charset=utf-8"/,
  ],
  [
    'a program in the head',
    '</title>',
    '</title><script type="text/javascript">let a;</script>',
    /^warning 4: A program in the head is no part of the format\.$/,
  ],
  [
    'flag and status in a script of their own',
    /(<top-level-flag>.*\n<status>.*\n)((?:.|\n)*)<\/head>/,
    '$2<script type="text/xml"><template_attributes>$1</template_attributes></script>\n</head>',
    /^warning 24: There is a second <script type="text\/xml"> in the head; its flag and status are read with the first\.$/,
  ],
  [
    'no attributes',
    /<script(?:.|\n)*<\/script>\n/,
    '',
    /^warning 3: There is no <script type="text\/xml"> with <template_attributes> in the head\.$/,
  ],
  ['attributes that are no XML', '<status>', '<status', /^warning 19: The template_attributes are no well-formed XML: /],
  ['a flag in capitals', '>true<', '>TRUE<', /^warning 18: <top-level-flag> is "TRUE", not true or false\.$/],
  ['another status', 'ACTIVE', 'active', /^warning 19: <status> is "active", not DRAFT, ACTIVE or RETIRED\.$/],
  [
    'a scheme that is not declared',
    'scheme="RADLEX"',
    'scheme="SNOMED"',
    /^warning 22: The scheme "SNOMED" is not among the <coding_schemes>\.$/,
  ],
  ['a code for what is not there', 'ORIGTXT="side"', 'ORIGTXT="other"', /^warning 22: Nothing in the body has the id "other"/],
  ['another title', 'content="Rib study"', 'content="Ribs"', /^warning 6: dcterms.title is "Ribs", the <title> is "Rib study"\.$/],
  ['no rights', /<meta name="dcterms.rights".*\n/, '', /^warning 3: The head has no <meta name="dcterms.rights">\.$/],
  ['a language in words', 'content="en"', 'content="English"', /^warning 9: dcterms.language is "English", no code of ISO 639/],
  ['another type', 'IMAGE_REPORT_TEMPLATE', 'PAGE', /^warning 8: dcterms.type is "PAGE"/],
  ['a date in words', 'content="2024-06-30"', 'content="June"', /^warning 13: dcterms.date is "June"/],
  ['no section', /<\/?section[^>]*>/g, '', /^warning 27: The body has no <section>\.$/],
  ['a section without a name', ' data-section-name="Findings"', '', /^warning 29: This section has no data-section-name\.$/],
  ['a header without a level', '<header class="level1">Findings', '<header>Findings', /^warning 30: A <header> has the class level1/],
  ['a field without an id', FIELD, '<input type="number"', /^warning 28: This <input> has no id\.$/],
  ['an id twice', 'id="free"', 'id="when"', /^warning 34: The id "when" is given to several elements\.$/],
  ['a field without a label', '<label for="free">More</label>', '', /^warning 35: No <label for="free"> says what this field is\.$/],
  ['a type in small letters', '"NUMBER"', '"number"', /^warning 28: The field type "number" is written in capitals\.$/],
  ['radio buttons', FIELD, '<input id="dose" type="radio"', /^warning 28: Radio buttons are no part of the format/],
  ['a type of another element', '"DATE"', '"SELECTION_LIST"', /^warning 34: A <input> is no SELECTION_LIST\.$/],
  ['another completion action', 'PROHIBIT', 'STOP', /^warning 31: "STOP" is no completion action/],
  ['a merge flag in words', FIELD, `${FIELD} data-field-merge-flag="yes"`, /^warning 28: data-field-merge-flag is "yes"/],
];

describe('a file of MRRT', () => {
  it('that is sound is read without a word', () => {
    assert.deepEqual(said(SOUND), []);
    assert.notEqual(read(SOUND).text, null);
  });

  for (const [what, from, to, message] of REFUSED)
    it(`with ${what} is refused, at its place`, () => {
      const text = changed(from, to);
      assert.equal(read(text).text, null);
      assert.ok(
        said(text).some((line) => message.test(line)),
        said(text).join('\n'),
      );
    });

  for (const [what, from, to, message] of TOLD)
    it(`with ${what} is read, and that is told`, () => {
      const text = changed(from, to);
      assert.notEqual(read(text).text, null, said(text).join('\n'));
      assert.ok(
        said(text).some((line) => message.test(line)),
        said(text).join('\n'),
      );
    });

  describe('without fields', () => {
    const bare = (text: string): string => text.replace(/<(?:input|select|textarea)[^>]*>|<\/(?:select|textarea)>/g, '');

    it('and without attributes is no template', () => {
      const text = bare(changed(/<script(?:.|\n)*<\/script>\n/, ''));
      assert.equal(read(text).text, null);
      assert.match(said(text).join('\n'), /^error 3: There is no <script type="text\/xml">/m);
    });

    it('and without metadata is no template', () => {
      const text = bare(changed(/<meta name="dcterms.*\n/g, ''));
      assert.equal(read(text).text, null);
      assert.match(said(text).join('\n'), /^error 3: The head has no <meta name="dcterms\.\.\.">: nothing says what this is\.$/m);
      assert.notEqual(read(changed(/<meta name="dcterms.*\n/g, '')).text, null);
    });

    for (const part of ['coding_schemes', 'coded_content', 'status', 'top-level-flag'])
      it(`declares codes with all that belongs to them: ${part}`, () => {
        const text = bare(changed(new RegExp(`<${part}>.*\\n`), ''));
        assert.equal(read(text).text, null);
        assert.match(said(text).join('\n'), new RegExp(`^error 17: The template_attributes have no <${part}>\\.$`, 'm'));
      });

    it('is text, where nothing is missing', () => assert.notEqual(read(bare(SOUND)).text, null));
  });

  it('with other line ends has its faults at the same lines', () => {
    const text = changed('ACTIVE', 'active').replaceAll('\n', '\r\n');
    assert.deepEqual(said(text), ['warning 19: <status> is "active", not DRAFT, ACTIVE or RETIRED.']);
  });

  it('may be as deep as it likes', () => {
    const deep = 20_000;
    const { text, notices } = read(changed('<table>', `${'<div>'.repeat(deep)}x${'</div>'.repeat(deep)}<table>`));
    assert.notEqual(text, null);
    assert.ok(notices.some(({ message }) => message === 'What lies too deep in the page.'));
  });

  it('may be any text: nothing throws, and what is refused says why', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SOUND.split(/(?<=>)|(?=<)/)), { maxLength: 80 }), (parts) => {
        const { text, notices } = read(parts.join(''));
        assert.equal(
          text === null,
          notices.some(({ kind }) => kind === 'error'),
        );
        if (text !== null)
          assert.deepEqual(
            language.templates.read({ name: 'page.emht', text }).problems.filter(({ rule }) => rule === 'template-syntax'),
            [],
          );
        for (const { range } of notices) assert.ok(range === null || (range.start <= range.end && range.end <= parts.join('').length));
      }),
    ));
});
