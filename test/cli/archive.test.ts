import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../../cli/run.ts';
import { root } from '../../scripts/root.ts';
import { emh, fakeLanguage, folderWith, warning } from './harness.ts';

/** Warns of each `wrong`. */
const language = fakeLanguage({
  diagnostics: (text) => [...text.matchAll(/wrong/g)].map(({ index }) => warning({ start: index, end: index + 5 })),
});

interface Line {
  readonly file: string;
  readonly id?: unknown;
  readonly error?: { readonly code: string };
  readonly diagnostics?: readonly unknown[];
}

const check = async (cwd: string, ...words: string[]) => {
  const seen = await emh(['check', '--format', 'ndjson', ...words], { cwd, language });
  const lines = seen.out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
  return { ...seen, lines, short: lines.map(({ file, error, diagnostics }) => [file, error?.code ?? diagnostics?.length]) };
};

describe('emh check of an archive', () => {
  const csv = '\ufeffid,report,sex\r\n1,"Mass, wrong.\r\nSaid ""so"".",F\r\n2,,M\r\n3\r\n"4",wrong,F\r\n5,"open';
  const packed = gzipSync('{"id":7,"text":"wrong"}\n{"id":8,"text":"Mass."}\n');
  const cwd = folderWith({
    'all/a.ndjson': '{"id":"x","text":"wrong wrong"}\nnope\n\n{"id":12345678901234567890,"text":"Mass."}\n{"id":3}\n',
    'all/b.csv': csv,
    'all/c.jsonl.gz': packed,
    'all/d.txt.gz': gzipSync('wrong'),
    'all/e.emh': 'Mass.',
    'all/f.tsv': 'text\tid\nwrong\t9\n',
    'all/readme.md': 'wrong',
    'damaged/cut.ndjson.gz': packed.subarray(0, packed.length - 12),
    'damaged/flipped.txt.gz': Buffer.concat([packed.subarray(0, 14), Buffer.from([0, 0, 0]), packed.subarray(17)]),
    'damaged/utf8.csv': Buffer.concat([Buffer.from('report\nwrong '), Buffer.from([0xff]), Buffer.from('\nwrong\n')]),
    'damaged/utf8.ndjson': Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff]), Buffer.from('"}\n{"text":"wrong"}\n')]),
    'damaged/x.csv': 'a,b\n1,2\n',
    'damaged/z.emh': 'wrong',
    'other.csv': 'Study;Body\n1;wrong\n',
  });

  it('reads files of records, packed ones too, in the order of names', async () => {
    const { code, short, lines } = await check(cwd, 'all');
    assert.deepEqual(short, [
      ['all/a.ndjson#1', 2],
      ['all/a.ndjson#2', 'invalid-json'],
      ['all/a.ndjson#4', 0],
      ['all/a.ndjson#5', 'no-text'],
      ['all/b.csv#2', 1],
      ['all/b.csv#4', 'no-text'],
      ['all/b.csv#5', 'no-text'],
      ['all/b.csv#6', 1],
      ['all/b.csv#7', 'invalid-csv'],
      ['all/c.jsonl.gz#1', 1],
      ['all/c.jsonl.gz#2', 0],
      ['all/d.txt.gz', 1],
      ['all/e.emh', 0],
      ['all/f.tsv#2', 1],
    ]);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['x', undefined, Number('12345678901234567890'), 3, '1', '2', undefined, '4', undefined, 7, 8, undefined, undefined, '9'],
    );
    assert.equal(code, 2);
  });

  it('keeps a long id as it is written', async () => {
    assert.match((await check(cwd, 'all/a.ndjson')).out, /\n\{"id":12345678901234567890,"file":/);
  });

  it('counts the places of a CSV field from the text in it', async () => {
    const { out } = await emh(['check', 'all/b.csv', '--format', 'csv'], { cwd, language });
    assert.match(out, /\r\nall\/b\.csv,2,1,warning,some-rule,Something is wrong\.,1,7,1,12,wrong,,[0-9a-f]{16}\r\n/);
  });

  it('takes the columns that are named', async () => {
    assert.deepEqual((await check(cwd, 'other.csv', '--column', 'Body', '--id-column', 'Study')).lines[0]?.id, '1');
    const { code, err } = await check(cwd, 'other.csv');
    assert.equal(code, 2);
    assert.equal(err, "emh: other.csv: no column 'report' (--column NAME); there are Study, Body\n");
  });

  it('goes on behind what is damaged, says so once for each, and ends with 2', async () => {
    const { code, err, short } = await check(cwd, 'damaged', 'none.emh', 'none-*.emh');
    assert.deepEqual(short, [
      ['damaged/cut.ndjson.gz#1', 1],
      ['damaged/cut.ndjson.gz', 'unreadable'],
      ['damaged/flipped.txt.gz', 'unreadable'],
      ['damaged/utf8.csv#2', 'invalid-utf8'],
      ['damaged/utf8.csv#3', 1],
      ['damaged/utf8.ndjson#1', 'invalid-utf8'],
      ['damaged/utf8.ndjson#2', 1],
      ['damaged/x.csv', 'unreadable'],
      ['damaged/z.emh', 1],
      ['none.emh', 'unreadable'],
      ['none-*.emh', 'unreadable'],
    ]);
    assert.equal(code, 2);
    assert.equal(err.match(/^emh: /gm)?.length, 7);
    assert.match(err, /^emh: damaged\/cut\.ndjson\.gz: the gzip archive ends too early$/m);
    assert.match(err, /^emh: damaged\/flipped\.txt\.gz: the gzip archive is damaged$/m);
  });

  it('says that a folder has a link that leads back, and reads the rest', async function () {
    if (process.platform === 'win32') this.skip();
    const loop = folderWith({ 'deep/a.emh': 'Mass.', 'deep/b.emh': 'Mass.' });
    symlinkSync('..', join(loop, 'deep/again'));
    const { code, err, short } = await check(loop, '.');
    assert.deepEqual(short, [
      ['deep/a.emh', 0],
      ['deep/again', 'unreadable'],
      ['deep/b.emh', 0],
    ]);
    assert.equal(code, 2);
    assert.equal(err, 'emh: deep/again: is a link back to a folder that it is in; it is not followed\n');
  });

  it('goes on where a file vanishes after its name was read', async () => {
    const here = folderWith({ 'a.emh': 'first', 'b.emh': 'Mass.', 'c.emh': 'Mass.' });
    const removing = fakeLanguage({
      diagnostics: (text) => {
        if (text === 'first') unlinkSync(join(here, 'b.emh'));
        return [];
      },
    });
    const { code, out, err } = await emh(['check', '.'], { cwd: here, language: removing });
    assert.equal(code, 2);
    assert.equal(err, 'emh: b.emh: no such file or folder\n');
    assert.equal(out, 'No errors or warnings in 2 files.\n');
  });

  it('passes over a line of 100 MB', async () => {
    const line = Buffer.alloc(1 << 20, 'x');
    async function* stdin(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 100; i++) yield line;
      yield Buffer.from('\n{"text":"wrong"}\n');
    }
    let out = '';
    const io = { env: {}, cwd, stdin: stdin(), stdout: { write: (text: string) => (out += text) }, stderr: { write: () => true } };
    assert.equal(await run(['check', '-', '--as', 'ndjson', '--format', 'ndjson'], io, async () => language), 2);
    assert.match(out, /^\{"file":"<stdin>#1","error":\{"code":"too-long",.*\n\{"file":"<stdin>#2","diagnostics":\[\{/);
  });

  it('passes over what unpacks to 100 MB, and over a text of 100 MB', async () => {
    const bomb = Buffer.alloc(100 << 20, 'x');
    const here = folderWith({
      'a.txt.gz': gzipSync(bomb),
      'b.ndjson.gz': gzipSync(Buffer.concat([bomb, Buffer.from('\n{"text":"wrong"}\n')])),
      'c.txt': bomb,
    });
    const { code, err, short } = await check(here, '.');
    assert.deepEqual(short, [
      ['a.txt.gz', 'unreadable'],
      ['b.ndjson.gz#1', 'too-long'],
      ['b.ndjson.gz#2', 1],
      ['c.txt', 'unreadable'],
    ]);
    assert.equal(code, 2);
    assert.match(
      err,
      /^emh: a\.txt\.gz: is larger than 16 MB.*\nemh: b\.ndjson\.gz#1: .* longer than 16 MB\.\nemh: c\.txt: is larger than 16 MB/,
    );
  });

  it('says what is wrong with a name that is not in UTF-8', async function () {
    const here = folderWith({ 'a.emh': 'Mass.', 'b\ufffd.emh': 'Mass.' });
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${here}/\u00e4`), Buffer.from([0xff]), Buffer.from('.emh')]), 'Mass.');
    } catch {
      // A file system that takes no such names.
      return this.skip();
    }
    const { code, err, short } = await check(here, '.');
    assert.equal(code, 2);
    assert.deepEqual(short.map(([, what]) => what).sort(), [0, 0, 'unreadable']);
    assert.match(err, /^emh: \u00e4\ufffd\.emh: its name is not in UTF-8 and cannot be opened; rename it\n$/);
  });

  it('goes on where a file or a folder may not be read', async function () {
    // Root may read everything: then another user tries it.
    const isRoot = process.getuid?.() === 0;
    if (process.platform === 'win32') this.skip();
    const here = folderWith({ 'a.emh': 'Mass.', 'b/x.emh': 'Mass.', 'c.emh': 'Mass.', 'd.ndjson': '{"text":"Mass."}\n' });
    for (const name of ['a.emh', 'b', 'd.ndjson']) chmodSync(join(here, name), 0);
    chmodSync(here, 0o755);
    const words = [join(root, 'cli/main.ts'), 'check', '.', '--format', 'ndjson'];
    const { status, stdout, stderr, error } = spawnSync(process.execPath, words, {
      cwd: here,
      encoding: 'utf8',
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    chmodSync(join(here, 'b'), 0o755);
    // That user may not see the project itself.
    if (error !== undefined || /MODULE_NOT_FOUND|EACCES/.test(stderr)) this.skip();
    assert.equal(status, 2);
    assert.equal(stderr, ['a.emh', 'b', 'd.ndjson'].map((name) => `emh: ${name}: permission denied\n`).join(''));
    assert.deepEqual(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => Object.keys(JSON.parse(line) as object).join()),
      ['file,error', 'file,error', 'file,diagnostics,content,reports', 'file,error'],
    );
  }).timeout(60_000);

  it('goes on where checking itself fails', async () => {
    const broken = fakeLanguage({
      diagnostics: (text) => {
        if (text === 'Mass.') throw new Error('x');
        return [];
      },
    });
    const { code, out } = await emh(['check', 'all/c.jsonl.gz', '--format', 'ndjson'], { cwd, language: broken });
    assert.equal(code, 2);
    assert.match(out, /^\{"id":7,.*\n\{"id":8,.*"error":\{"code":"internal"/);
  });

  it('reads patterns, in the order of names', async () => {
    assert.deepEqual(
      (await check(cwd, 'all/*.{emh,txt.gz}')).short.map(([file]) => file),
      ['all/d.txt.gz', 'all/e.emh'],
    );
  });

  describe('baseline', () => {
    it('what is known is neither shown nor counted, also where it has moved', async () => {
      const here = folderWith({ 'a.emh': 'one wrong', 'b.ndjson': '{"id":"k","text":"wrong"}\n' });
      assert.equal((await check(here, '.', '--write-baseline', 'known')).code, 1);
      assert.equal(readFileSync(join(here, 'known'), 'utf8').match(/^[0-9a-f]{16} some-rule /gm)?.length, 2);
      writeFileSync(join(here, 'a.emh'), 'a line before\none wrong');
      writeFileSync(join(here, 'b.ndjson'), '{"id":"new","text":"Mass."}\n{"id":"k","text":"wrong"}\n');
      assert.equal((await check(here, '.', '--baseline', 'known')).code, 0);
      writeFileSync(join(here, 'a.emh'), 'one wrong and wrong again');
      const { code, short } = await check(here, '.', '--baseline', 'known');
      assert.equal(code, 1);
      assert.deepEqual(short[0], ['a.emh', 1]);
    });
    it('refuses a file that is none', async () => {
      const { code, out, err } = await check(cwd, 'all', '--baseline', 'all/e.emh');
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /^emh: all\/e\.emh: is no baseline/);
    });
  });

  describe('sample', () => {
    const here = folderWith({
      'many.ndjson': Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, text: id % 2 === 0 ? 'wrong' : 'Mass.' })).join('\n'),
    });
    const drawn = async (seed: string) => (await check(here, '.', '--sample', '10', '--seed', seed)).lines.map(({ id }) => Number(id));
    it('draws as many as are asked for, of those with something in them, in their order; the same for the same seed', async () => {
      const first = await drawn('1');
      assert.equal(new Set(first).size, 10);
      assert.ok(first.every((id) => id % 2 === 0));
      assert.deepEqual(
        first,
        first.toSorted((a, b) => a - b),
      );
      assert.deepEqual(await drawn('1'), first);
      assert.notDeepEqual(await drawn('2'), first);
    });
    it('counts all', async () => {
      const { out } = await emh(['check', '.', '--sample', '1', '--stats'], { cwd: here, language });
      assert.match(out, /100 warnings in 200 files\.\n200 reports in 200 texts\.\nper 1,000 .*\n500\.0 +100 +100 +100 +some-rule\n$/);
    });
  });

  it('--max-per-1000 and --max-errors say what is a failure', async () => {
    const many = ['check', '-', '--as', 'ndjson', '--format', 'ndjson'];
    const stdin = `${'{"text":"Mass."}\n'.repeat(99)}{"text":"wrong"}\n`;
    assert.equal((await emh([...many, '--max-per-1000', '10'], { language, stdin })).code, 0);
    assert.equal((await emh([...many, '--max-per-1000', '9'], { language, stdin })).code, 1);
    const errors = fakeLanguage({ diagnostics: () => [warning({ start: 0, end: 1 }, { severity: 'error' })] });
    assert.equal((await emh(['check', '-', '--max-errors', '1'], { language: errors, stdin: 'x' })).code, 0);
  });

  it('--since reads what git says has changed', async () => {
    const here = folderWith({ 'a.emh': 'Mass.', 'b.emh': 'Mass.', 'sub/c.emh': 'Mass.' });
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], { cwd: here, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFileSync(join(here, 'sub/c.emh'), 'wrong');
    writeFileSync(join(here, 'd.emh'), 'Mass.');
    rmSync(join(here, 'b.emh'));
    assert.deepEqual((await check(here, '.', '--since', 'HEAD')).short, [
      ['d.emh', 0],
      ['sub/c.emh', 1],
    ]);
    const { code, err } = await check(here, '.', '--since', 'no-such');
    assert.equal(code, 2);
    assert.match(err, /^emh: --since: git cannot say what has changed/);
  });

  for (const words of [
    '--resume',
    '--seed 1',
    '--output x --resume --write-baseline y',
    '--ndjson --format csv',
    '--baseline a --write-baseline b',
  ])
    it(`refuses ${words}`, async () => {
      const { code, out, err } = await emh(['check', 'all', ...words.split(' ')], { cwd, language });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /needs|do not go together/);
    });
});
