import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { palette } from '../../cli/drawing/colours.ts';
import { drawDiff } from '../../cli/drawing/diff.ts';
import { createLanguage } from '../../language/language.ts';
import { applyEdits, type TextEdit } from '../../language/text/edit.ts';
import { packs } from '../../packs/emh.ts';
import { emh, fakeLanguage, folderWith, spanOf } from './harness.ts';

const REPORT = 'FINDINGS\nMass at D4.\nRibs expanded.\n\nIMPRESSION\n1. Mass at D5.\n';

/** Mends `Mass at D5`, and adds an item behind it. */
const language = fakeLanguage({
  syncEdits: (text) =>
    text.includes('D5.')
      ? [
          { range: spanOf(text, 'D5'), text: 'D4' },
          { range: { start: spanOf(text, 'D5.').end, end: spanOf(text, 'D5.').end }, text: '\n2. Ribs expanded.' },
        ]
      : [],
});
const SYNCED = 'FINDINGS\nMass at D4.\nRibs expanded.\n\nIMPRESSION\n1. Mass at D4.\n2. Ribs expanded.\n';

describe('emh sync', () => {
  const cwd = folderWith({ 'off.emh': REPORT, 'on.emh': SYNCED });
  const write = (name: string, text: string): string => {
    writeFileSync(join(cwd, name), text);
    return join(cwd, name);
  };

  it('shows a diff', async () => {
    const { code, out, err } = await emh(['sync', 'off.emh'], { cwd, language });
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.equal(
      out,
      `--- off.emh
+++ off.emh
@@ -3,4 +3,5 @@
 Ribs expanded.
${' '}
 IMPRESSION
-1. Mass at D5.
+1. Mass at D4.
+2. Ribs expanded.
`,
    );
    assert.equal((await emh(['sync', '--diff', 'off.emh'], { cwd, language })).out, out);
    assert.equal(readFileSync(join(cwd, 'off.emh'), 'utf8'), REPORT);
  });

  it('says so where there is nothing to do, and leaves the diff empty', async () => {
    const { code, out, err } = await emh(['sync', '--diff', 'on.emh'], { cwd, language });
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.equal(err, 'on.emh: the impression is in step with the findings.\n');
  });

  it('takes an edit that changes nothing for none', async () => {
    const idle = fakeLanguage({ syncEdits: (text) => [{ range: spanOf(text, 'D4'), text: 'D4' }] });
    assert.match((await emh(['sync', '--check', 'on.emh'], { cwd, language: idle })).out, /in step/);
  });

  it('never says in step over a difference that a person has to settle', async () => {
    const real = createLanguage({ packs, rules: [] });
    const own = folderWith({
      'open.emh': 'FINDINGS\nNo cord compression.\n\nIMPRESSION\n1. Severe cord compression.\n',
      'half.emh': 'FINDINGS\nNo cord compression. Mass at D4.\n\nIMPRESSION\n1. Severe cord compression.\n2. Mass at D5.\n',
    });
    const checked = await emh(['sync', '--check', 'open.emh'], { cwd: own, language: real });
    assert.deepEqual(checked, { code: 1, out: 'open.emh: 1 difference for you to settle.\n', err: '' });
    const half = await emh(['sync', '--write', 'half.emh'], { cwd: own, language: real });
    assert.match(half.out, /^half\.emh: the impression is brought in step: 1 change; 1 difference for you to settle\.\n/);
  });

  it('reads standard input', async () => {
    assert.match((await emh(['sync', '-'], { cwd, language, stdin: REPORT })).out, /^--- <stdin>\n/);
  });

  it('checks', async () => {
    const off = await emh(['sync', '--check', 'off.emh'], { cwd, language });
    assert.deepEqual(off, { code: 1, out: 'off.emh: the impression is out of step with the findings: 2 changes.\n', err: '' });
    const on = await emh(['sync', '--check', 'on.emh'], { cwd, language });
    assert.deepEqual(on, { code: 0, out: 'on.emh: the impression is in step with the findings.\n', err: '' });
    const both = await emh(['sync', '--check', '--diff', 'off.emh'], { cwd, language });
    assert.equal(both.code, 1);
    assert.match(both.out, /^--- off\.emh/);
  });

  it('checks a folder', async () => {
    const { code, out } = await emh(['sync', '--check', '.'], { cwd, language });
    assert.equal(code, 1);
    assert.equal(out.split('\n').length, 3);
  });

  it('writes, and says what', async () => {
    const path = write('write.txt', REPORT);
    chmodSync(path, 0o640);
    const { code, out } = await emh(['sync', '--write', 'write.txt'], { cwd, language });
    assert.equal(code, 0);
    assert.equal(out, 'write.txt: the impression is brought in step: 2 changes.\n  line 6: D5 -> D4\n  line 6: + 2. Ribs expanded.\n');
    assert.equal(readFileSync(path, 'utf8'), SYNCED);
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    );
    const { mtimeMs } = statSync(path);
    assert.match((await emh(['sync', '--write', 'write.txt'], { cwd, language })).out, /in step with/);
    assert.equal(statSync(path).mtimeMs, mtimeMs);
  });

  it('keeps line breaks and the byte order mark', async () => {
    const crlf = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const path = write('crlf.txt', crlf(REPORT));
    await emh(['sync', '--write', 'crlf.txt'], { cwd, language });
    assert.equal(readFileSync(path, 'utf8'), crlf(SYNCED));
  });

  it('writes the file that a link leads to', async () => {
    const path = write('target.txt', REPORT);
    symlinkSync('target.txt', join(cwd, 'link.txt'));
    await emh(['sync', '--write', 'link.txt'], { cwd, language });
    assert.ok(lstatSync(join(cwd, 'link.txt')).isSymbolicLink());
    assert.equal(readFileSync(path, 'utf8'), SYNCED);
  });

  it('loses nothing that was written in the meantime', async () => {
    const path = write('busy.txt', REPORT);
    const slow = fakeLanguage({
      syncEdits: (text) => {
        writeFileSync(path, `${text}2. By hand.\n`);
        return language.read(text).syncEdits;
      },
    });
    const { code, err } = await emh(['sync', '--write', 'busy.txt'], { cwd, language: slow });
    assert.equal(code, 2);
    assert.equal(err, 'emh: busy.txt: has changed since it was read; nothing is written\n');
    assert.equal(readFileSync(path, 'utf8'), `${REPORT}2. By hand.\n`);
  });

  it('leaves a protected file alone', async function () {
    if (process.getuid?.() === 0) this.skip();
    const path = write('protected.txt', REPORT);
    chmodSync(path, 0o444);
    const { code, err } = await emh(['sync', '--write', 'protected.txt'], { cwd, language });
    assert.equal(code, 2);
    assert.equal(err, 'emh: protected.txt: cannot be written: permission denied\n');
    assert.equal(readFileSync(path, 'utf8'), REPORT);
  });
});

describe('emh sync, with its reasons', () => {
  const cwd = folderWith({
    'off.emh':
      'FINDINGS\nLeft paraspinal mass at D5. No cord compression.\nHepatomegaly.\n\nIMPRESSION\n1. Right paraspinal mass at D5.\n2. Splenomegaly.\n',
  });

  it('says what each item speaks of, why it changes, and what is new', async () => {
    const { code, out, err } = await emh(['sync', '--explain', 'off.emh'], { cwd });
    assert.equal(code, 0);
    assert.equal(err, '');
    assert.equal(
      out,
      `off.emh:6: item 1 "Right paraspinal mass at D5."
  states "Right paraspinal mass at D5"
    speaks of line 2 "Left paraspinal mass at D5", score 210: same kind +100, presence +40, site +40, levels +30
    side: the findings say left
      line 6: Right -> Left
off.emh:7: item 2 "Splenomegaly."
  states "Splenomegaly"
    nothing in the findings supports it; kept, for a person to decide
off.emh: new item "Hepatomegaly."
  of rank 5, and no item states it
  from line 3 "Hepatomegaly"
`,
    );
  });

  it('goes with a check, a diff and the negatives', async () => {
    const { code, out } = await emh(['sync', '--explain', '--check', '--negatives', 'off.emh'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /new item "No cord compression\."\n {2}asked for, and no item says it/);
    const diff = await emh(['sync', '--negatives', 'off.emh'], { cwd });
    assert.match(diff.out, /^\+3\. Hepatomegaly\.\n\+4\. No cord compression\.$/m);
    assert.doesNotMatch((await emh(['sync', 'off.emh'], { cwd })).out, /No cord compression\.$/m);
  });
});

describe('a diff', () => {
  const draw = (text: string, edits: readonly TextEdit[]): string => drawDiff('a', text, edits, palette(false));

  it('knows a last line without a line break', () => {
    assert.equal(
      draw('a\nb', [{ range: { start: 3, end: 3 }, text: '\nc' }]),
      '--- a\n+++ a\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n',
    );
    assert.equal(draw('a\n', [{ range: { start: 2, end: 2 }, text: 'b\n' }]), '--- a\n+++ a\n@@ -1,1 +1,2 @@\n a\n+b\n');
    assert.equal(draw('', [{ range: { start: 0, end: 0 }, text: 'b\n' }]), '--- a\n+++ a\n@@ -0,0 +1,1 @@\n+b\n');
  });

  it('makes of the old text the new one', () => {
    const pieces = fc.array(fc.constantFrom('a', 'b', '\n', 'x\n', 'y\r\n', '\n\n\n\n\n\n\n\n\n'), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), pieces), { maxLength: 5 }), (parts, wishes) => {
        const text = parts.join('');
        const edits = apart(wishes.map(([at, length, written]) => edit(text, at, length, written.join(''))));
        const diff = draw(text, edits);
        assert.equal(patch(text, diff), applyEdits(text, edits));
        assert.equal(diff === '', applyEdits(text, edits) === text);
      }),
      { numRuns: 500 },
    );
  });
});

function edit(text: string, at: number, length: number, written: string): TextEdit {
  const start = at % (text.length + 1);
  return { range: { start, end: Math.min(text.length, start + length) }, text: written };
}

/** Those that do not overlap one before them. */
function apart(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const next of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    if (next.range.start > (kept.at(-1)?.range.end ?? -1)) kept.push(next);
  }
  return kept;
}

/** Applies a unified diff, as `patch` does; throws where its old lines are not those of the text. */
function patch(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const rows = diff.match(/[^\n]*\n/g) ?? [];
  let out = '';
  let at = 0;
  for (const [i, row] of rows.entries()) {
    const head = /^@@ -(\d+),(\d+) \+\d+,(\d+) @@/.exec(row);
    if (head) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      while (at < start) out += lines[at++];
    } else if (i > 1 && !row.startsWith('\\')) {
      const line = rows[i + 1]?.startsWith('\\') ? row.slice(1, -1) : row.slice(1);
      if (row[0] !== '+') assert.equal(lines[at++], line);
      if (row[0] !== '-') out += line;
    }
  }
  return out + lines.slice(at).join('');
}
