import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { previewOf, previewPage } from '../../language/preview/preview.ts';
import { uncomment } from '../../language/syntax/comments.ts';
import { root } from '../../scripts/root.ts';
import { elementsOf, language } from '../map/check.ts';

const runs = Number(process.env.EMH_RUNS ?? 400);
const htmlOf = (text: string): string => previewOf(language.read(text));

/** What a reader sees of the report itself: without notes. */
const readable = (html: string): string =>
  html
    .replace(/<ul class="notes".*?<\/ul>/g, '')
    .replace(/<\/(?:h2|p|strong|span)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('the preview', () => {
  const REPORT = `Exam: MRI dorsal spine // for the clinic
Date: 2021-03-02

FINDINGS
Spinal canal: Masses D3 to D8,
  causing cord compression at D4 to D7. // ask again
Ribs: Normal.

IMPRESSION
1. Cord compression at D4 to D9.
2. Call me.
`;

  it('shows header, sections, topics and items as they will be read', () => {
    const html = htmlOf(REPORT);
    assert.match(html, /<p class="field"><strong>Exam:<\/strong> <mark class="hint">MRI dorsal spine<\/mark><\/p>/);
    assert.match(html, /<h2>FINDINGS<\/h2>/);
    assert.match(readable(html), /Spinal canal: {2}Masses D3 to D8, causing cord compression at D4 to D7\. Ribs: {2}Normal\./);
    assert.match(html, /<p class="item"><span class="mark">2\.<\/span> Call me\.<\/p>/);
  });

  it('leaves comments out', () => {
    const html = htmlOf(REPORT);
    assert.ok(!html.includes('clinic') && !html.includes('ask again') && !html.includes('//'));
  });

  it('says at its place what is wrong, and marks the words', () => {
    const html = htmlOf(REPORT);
    const drift = html.split('<div class="block"').find((block) => block.includes('The impression says D4 to D9'));
    assert.match(drift ?? '', /<li class="error"[^>]*><b>Error<\/b> The impression says D4 to D9; the findings say D4 to D7\.<\/li>/);
    assert.match(drift ?? '', /<mark class="error">D4 to D9<\/mark>/);
  });

  it('leads to the places of the text', () => {
    const html = htmlOf(REPORT);
    const [, start, end] = /data-start="(\d+)" data-end="(\d+)"(?:(?!data-start).)*<p class="item"><span class="mark">2/s.exec(html) ?? [];
    assert.equal(REPORT.slice(Number(start), Number(end)), 'Call me.');
  });

  it('is a page that asks for nothing and runs nothing', () => {
    const page = previewPage(language.read('FINDINGS\n<script>alert(1)</script> & "quoted".\n'), '<a>.emh');
    assert.match(page, /^<!doctype html>/);
    assert.ok(page.includes('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;'));
    assert.ok(!/<script|<a>|https?:/.test(page));
    assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;'));
    assert.match(page, /<title>&lt;a&gt;\.emh<\/title>/);
  });

  it('says where there is nothing to read', () => {
    assert.match(htmlOf(''), /There is no report yet|<article/);
  });

  it('loses no word and no note of any report of the corpus and the examples', () => {
    for (const folder of ['test/corpus', 'examples']) {
      const names = readdirSync(join(root, folder)).filter((name) => /\.(?:txt|emh)$/.test(name));
      assert.ok(names.length > 0);
      for (const name of names) checkLaws(readFileSync(join(root, folder, name), 'utf8'));
    }
  });

  it('loses none of any text', () => {
    const parts = fc.constantFrom(
      ...[
        'FINDINGS\n',
        'FINDINGS: ',
        'IMPRESSION\n',
        'History: ',
        'Exam: MRI spine\n',
        'Mass',
        ' at ',
        'D4',
        ' to ',
        'D8',
        '. ',
        '; ',
        '\n',
        '\r\n',
        '\n\n',
        '1. ',
        '- ',
        '  ',
      ],
      ...[
        'Spinal canal: ',
        'Ribs:\n',
        'cord compression',
        'no ',
        '// note\n',
        '---\n',
        '"as said" ',
        '<b>',
        '&amp;',
        "it's ",
        '\u0000',
        '\ud800',
        '[levels]',
        'Technique\n',
        'Dr X',
        '\t',
        ':',
        'Addendum: ',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 50 }), (words) => checkLaws(words.join(''))),
      // Nothing is said under a heading, and what stands below belongs to none.
      { numRuns: runs, examples: [[['Exam: MRI spine\n', 'Technique\n', '. ', 'Ribs:\n', '\n']]] },
    );
  });
});

/** Well-formed; each word of the reports stands in it in its order, and each diagnostic once. */
function checkLaws(text: string): void {
  const snapshot = language.read(text);
  const html = previewOf(snapshot);
  elementsOf(`<div>${html}</div>`);
  if (snapshot.reports.length === 0) return;
  const plain = uncomment(text).text;
  const written = snapshot.reports.flatMap(({ range }) => wordsOf(plain.slice(range.start, range.end)));
  assert.deepEqual(wordsOf(readable(html)), written, JSON.stringify(text.slice(0, 400)));
  const notes = html.match(/<li class="/g) ?? [];
  if (html.includes('class="block"')) assert.equal(notes.length, snapshot.diagnostics.length);
}
