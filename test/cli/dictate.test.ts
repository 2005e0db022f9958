import assert from 'node:assert/strict';
import { emh, folderWith } from './harness.ts';

const SAID = 'findings colon mass at d four to d seven measuring five point two centimeters period';

describe('emh dictate', () => {
  it('prints the report text', async () => {
    const cwd = folderWith({ 'said.txt': SAID });
    const expected = { code: 0, out: 'FINDINGS\nMass at D4 to D7 measuring 5.2 cm.\n', err: '' };
    assert.deepEqual(await emh(['dictate', 'said.txt'], { cwd }), expected);
    assert.deepEqual(await emh(['dictate', '-'], { stdin: SAID }), expected);
    assert.deepEqual(await emh(['dictate'], { stdin: SAID }), expected);
  });

  it('leaves report text byte for byte', async () => {
    const stdin = 'FINDINGS\r\nMass at D4 to D7.\r\n';
    assert.equal((await emh(['dictate'], { stdin })).out, stdin);
    assert.equal((await emh(['dictate', '--changes'], { stdin })).out, 'No changes.\n');
  });

  it('lists what it changed, at its place in the dictation', async () => {
    const { out } = await emh(['dictate', '--changes'], { stdin: SAID });
    assert.match(out, /^<stdin>:1:1: "findings colon" -> "FINDINGS"/m);
    assert.match(out, /^<stdin>:1:24: "d four to d seven" -> "D4 to D7" \[level\]$/m);
    assert.match(out, /^\d+ changes\.\n$/m);
  });

  it('gives the text with the way back as JSON', async () => {
    const { text, changes, map } = JSON.parse((await emh(['dictate', '--json'], { stdin: SAID })).out);
    const level = changes.find(({ why }: { why: string }) => why === 'level');
    assert.equal(SAID.slice(level.original.start, level.original.end).trim(), 'd four to d seven');
    assert.equal(text.slice(level.range.start, level.range.end), level.written);
    for (const { start, original, length } of map) assert.equal(text.slice(start, start + length), SAID.slice(original, original + length));
    const covered = [
      ...changes.map((c: { range: { start: number; end: number } }) => c.range.end - c.range.start),
      ...map.map((m: { length: number }) => m.length),
    ];
    assert.equal(
      covered.reduce((a: number, b: number) => a + b, 0),
      text.length,
    );
  });

  it('refuses what does not go together', async () => {
    for (const words of [
      ['a', 'b'],
      ['--json', '--changes'],
    ])
      assert.equal((await emh(['dictate', ...words])).code, 2);
    assert.deepEqual(await emh(['dictate', 'none.txt']), { code: 2, out: '', err: 'emh: none.txt: no such file or folder\n' });
  });
});
