import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changed, SOUND } from '../exchange/mrrt-page.ts';
import { emh, folderWith } from './harness.ts';

const OURS =
  'Template: ours\nTitle: Our ribs\nOwner: Us\nVersion: 2\nReview: 2098-01-01\n\nExam: CT thorax\n\nFINDINGS\n[if mass absent]Ribs: [side: Left | Right] rib expansion.\n';
const MODEL = JSON.stringify({ oifm_id: 'OIFM_MADE_1', name: 'rib erosion', synonyms: [], tags: ['rib'], attributes: [] });

describe('emh templates import and export', () => {
  const cwd = folderWith({
    '.emh/templates/ours.emht': OURS,
    'sound.html': SOUND,
    'broken.htm': changed('<body>', '<body></body><body>'),
    'page.txt': SOUND,
    'power.txt': 'Ribs: [left|right]\n',
    'there.emht': 'mine\n',
    'model.json': MODEL,
  });
  const there = (name: string): string => readFileSync(join(cwd, name), 'utf8');

  it('read MRRT, with what is lost on standard error', async () => {
    const { code, out, err } = await emh(['templates', 'import', 'sound.html'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^Template: rib-study\nTitle: Rib study\n/);
    assert.match(err, /^sound\.html:22:16: lost: The code of a place in the body: fields have none\.$/m);
    assert.match(err, /\nsound\.html: 0 warnings, 2 lost\.\n$/);
    assert.equal((await emh(['templates', 'import', 'page.txt'], { cwd })).out, out);
  });

  it('refuse what is broken, at its place, and write nothing', async () => {
    const { code, out, err } = await emh(['templates', 'import', 'broken.htm', '-o', 'new.emht'], { cwd });
    assert.deepEqual(
      [code, out, err],
      [1, '', 'broken.htm:27:14: error: There is a second <body> element.\nbroken.htm: refused: 1 error, 0 warnings.\n'],
    );
    assert.ok(!existsSync(join(cwd, 'new.emht')));
  });

  it('read text with fields, by its name or as told', async () => {
    const { out } = await emh(['templates', 'import', 'power.txt'], { cwd });
    assert.equal(out, 'Template: power\nTitle: power\n\nRibs: [ribs: left | right]\n');
    assert.match((await emh(['templates', 'import', 'sound.html', '--from', 'powerscribe'], { cwd })).out, /^Template: sound\n/);
    assert.equal((await emh(['templates', 'import', '-', '--from', 'powerscribe'], { cwd, stdin: 'Ribs: [left|right]' })).code, 0);
  });

  it('write MRRT that is read back as the same template', async () => {
    const written = await emh(['templates', 'export', 'ours', '--to', 'mrrt', '-o', 'ours.html', '--license', 'CC0'], { cwd });
    assert.deepEqual([written.code, written.out], [0, 'ours.html: written.\n']);
    assert.match(written.err, /lost: Conditions: /);
    assert.match(there('ours.html'), /<meta name="dcterms.license" content="CC0" \/>/);
    assert.deepEqual(await emh(['templates', 'import', 'ours.html'], { cwd }), {
      code: 0,
      out: OURS,
      err: 'ours.html: nothing is lost.\n',
    });
  });

  it('write text with fields, the lines that are asked for', async () => {
    const { code, out } = await emh(['templates', 'export', '.emh/templates/ours.emht', '--to', 'powerscribe', '--set', 'side=right'], {
      cwd,
    });
    assert.deepEqual([code, out], [0, 'Template: ours 2\nExam: CT thorax\n\nFINDINGS\nRibs: Right rib expansion.\n']);
  });

  it('write over nothing without being told to, and leave no file behind', async () => {
    const words = ['templates', 'import', 'power.txt', '-o', 'there.emht'];
    const { code, err } = await emh(words, { cwd });
    assert.equal(code, 2);
    assert.match(err, /^emh: there\.emht: is there already; --force writes over it$/m);
    assert.equal(there('there.emht'), 'mine\n');
    assert.equal((await emh([...words, '--force'], { cwd })).code, 0);
    assert.match(there('there.emht'), /^Template: power\n/);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    );
    assert.match(
      (await emh(['templates', 'import', 'power.txt', '-o', 'no/such/folder.emht'], { cwd })).err,
      /cannot be written: no such file or folder/,
    );
  });

  it('give all of it as JSON', async () => {
    const { code, out, err } = await emh(['templates', 'import', 'broken.htm', '--json'], { cwd });
    assert.deepEqual([code, err], [1, '']);
    const { file, text, notices } = JSON.parse(out) as {
      file: string;
      text: null;
      notices: { kind: string; start: object; range: object }[];
    };
    assert.deepEqual(
      [file, text, notices.map(({ kind, start }) => [kind, start])],
      ['broken.htm', null, [['error', { line: 27, column: 14 }]]],
    );
    const sound = JSON.parse((await emh(['templates', 'export', 'ours', '--to', 'mrrt', '--json'], { cwd })).out) as { text: string };
    assert.match(sound.text, /^<!DOCTYPE html>/);
  });

  it('say what does not belong together', async () => {
    const said = async (...words: string[]): Promise<string> => {
      const { code, err } = await emh(['templates', ...words], { cwd });
      assert.equal(code, 2);
      return err;
    };
    assert.match(await said('export', 'ours'), /needs --to mrrt\|powerscribe/);
    assert.match(await said('export', '--to', 'mrrt'), /takes one template/);
    assert.match(await said('export', 'ours', '--to', 'mrrt', '--set', 'a=b'), /--set belongs to --to powerscribe/);
    assert.match(await said('import'), /takes one file/);
    assert.match(await said('import', 'power.txt', '--to', 'mrrt'), /--to belongs to export/);
    assert.match(await said('list', '-o', 'x'), /--output belongs to import and export/);
    assert.match(await said('test', '--json'), /--json belongs to list, import and export/);
    assert.match(await said('bring'), /can list, test, import or export, not 'bring'/);
    assert.match(await said('export', 'other', '--to', 'mrrt'), /there is no template other/);
  });

  it('make a lexicon of finding models', async () => {
    const { code, out, err } = await emh(['lexicon', 'import', 'model.json', '-o', '.emh/lexicon.yaml'], { cwd });
    assert.deepEqual([code, out], [0, '.emh/lexicon.yaml: written.\n']);
    assert.equal(err, 'model.json:1:12: lost: "tags" of rib erosion.\nmodel.json: 0 warnings, 1 lost.\n');
    const found = await emh(['findings', '-', '--json', '--lexicon', '.emh/lexicon.yaml'], { cwd, stdin: 'FINDINGS\nNo rib erosion.' });
    assert.match(found.out, /"kind": "rib-erosion"/);
    assert.deepEqual((await emh(['lexicon', 'import', 'power.txt'], { cwd })).code, 1);
  });
});
