import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { emh, fakeLanguage, folderWith, spanOf, warning } from './harness.ts';

const language = fakeLanguage({ diagnostics: (text) => (text.includes('wrong') ? [warning(spanOf(text, 'wrong'))] : []) });
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('input that is no report', () => {
  const cwd = folderWith({
    'empty.emh': '',
    'blank.emh': ' \r\n\t\n',
    'mark.emh': '\ufeff',
    'binary.txt': Buffer.from([0x49, 0x20, 0, 1, 2, 0xff]),
    'broken.txt': Buffer.concat([Buffer.from('Exam: CT\nH\u00e9patite\n'), Buffer.from([0x48, 0xe9, 0x70])]),
    'wide.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('Exam: CT')]),
    'wide-no-mark.txt': utf16('Exam: CT thorax'),
    'wider.txt': Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
    'report.pdf': '%PDF-1.7\nx',
    'report.docx': 'PK\u0003\u0004x',
    'report.rtf': '{\\rtf1 x}',
    'locked.emh': 'Mass.',
    'folder/note.md': 'x',
    'good.emh': 'Mass.',
  });
  chmodSync(join(cwd, 'locked.emh'), 0);
  symlinkSync('loop.emh', join(cwd, 'loop.emh'));

  const cases: readonly (readonly [string, RegExp])[] = [
    ['missing.emh', /^emh: missing\.emh: no such file or folder\n$/],
    ['good.emh/x', /^emh: good\.emh\/x: no such file or folder\n$/],
    ['empty.emh', /^emh: empty\.emh: the file is empty\n$/],
    ['blank.emh', /holds nothing but blanks\n$/],
    ['mark.emh', /holds nothing but blanks\n$/],
    ['binary.txt', /is binary data, no text\n$/],
    ['broken.txt', /line 3 is not valid UTF-8; save the file as UTF-8\n$/],
    ['wide.txt', /in UTF-16; save it as UTF-8\n$/],
    ['wide-no-mark.txt', /in UTF-16; save it as UTF-8\n$/],
    ['wider.txt', /in UTF-32; save it as UTF-8\n$/],
    ['report.pdf', /is a PDF file/],
    ['report.docx', /is a Word document/],
    ['report.rtf', /is a rich text file/],
    ['some.emhr', /is a rule file; emh rules test/],
    ['loop.emh', /too many links/],
    ['x'.repeat(300), /the name is too long/],
    ['a\0b', /^emh: a\u2400b: no such file or folder\n$/],
    ['a\nb\u001b[31m', /^emh: a b\u241b\[31m: no such file or folder\n$/],
  ];
  for (const command of ['check', 'findings', 'sync']) {
    for (const [name, expected] of cases) {
      it(`${command}: ${JSON.stringify(name.slice(0, 20))}`, async () => {
        const { code, out, err } = await emh([command, name], { cwd, language });
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, expected);
        assert.equal(err.split('\n').length, 2, 'one line');
      });
    }
  }

  it('a file that may not be read', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    assert.match((await emh(['check', 'locked.emh'], { cwd, language })).err, /^emh: locked\.emh: permission denied\n$/);
  });

  it('a device', async function () {
    if (process.platform === 'win32') this.skip();
    assert.match((await emh(['check', '/dev/zero'], { cwd, language })).err, /^emh: \/dev\/zero: is a device, no file\n$/);
  });

  it('a folder, where one file is asked for', async () => {
    assert.match((await emh(['findings', 'folder'], { cwd, language })).err, /^emh: folder: is a folder; name a file\n$/);
  });

  it('a folder without reports', async () => {
    const { code, err } = await emh(['check', 'folder'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err, 'emh: folder: there are no .emh, .txt, .ndjson, .jsonl, .csv or .tsv files in this folder\n');
  });

  it('empty standard input', async () => {
    const { code, err } = await emh(['check', '-'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err, 'emh: <stdin>: the file is empty\n');
  });

  it('does not keep the readable rest from being checked, but is never passed over', async () => {
    const { code, out, err } = await emh(['check', 'missing.emh', 'good.emh', 'empty.emh'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err.split('\n').length, 3);
    assert.equal(out, 'No errors or warnings in 1 file.\n');
  });

  it('gives an empty array of JSON where nothing was checked', async () => {
    const { code, out } = await emh(['check', '--format', 'json', 'missing.emh'], { cwd, language });
    assert.equal(code, 2);
    assert.deepEqual(JSON.parse(out), []);
  });
});

describe('input that is out of the common', () => {
  const cwd = folderWith({
    'mark.emh': '\ufeffwrong',
    'big.txt': `${'A sentence that is repeated for its length alone.\n'.repeat(200_000)}wrong`,
    'long-line.txt': `${'A sentence without an end '.repeat(400_000)}wrong`,
  });

  it('a byte order mark does not count', async () => {
    const { out } = await emh(['check', 'mark.emh'], { cwd, language });
    assert.match(out, /^mark\.emh:1:1: warning/);
  });

  it('10 MB of lines', async () => {
    const { code, out } = await emh(['check', 'big.txt'], { cwd, language });
    assert.equal(code, 1);
    assert.match(out, /^big\.txt:200001:1: warning/);
  });

  it('10 MB in one line', async () => {
    const { code, out } = await emh(['check', 'long-line.txt'], { cwd, language });
    assert.equal(code, 1);
    assert.match(out, / \| …[A-Za-z ]+wrong\n +\| +\^{5}\n/);
    assert.ok(out.length < 1000);
  });
});
