import assert from 'node:assert/strict';
import { runNode } from '../../scripts/run.ts';

describe('the scripts that measure', () => {
  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['corpus', ['/nope'], /^corpus: .*nope: no such file or folder\n$/],
    ['corpus', [], /^usage: .*\n$/],
    ['corpus', ['--wat'], /^usage: .*\n$/],
    ['precision', ['--wat'], /^precision: Unknown option '--wat'.*usage: .*\n$/],
    ['precision', ['--reports', 'many'], /^precision: --reports needs a whole number, not many \(usage: .*\n$/],
  ];
  for (const [script, words, expected] of refused)
    it(`refuse in one line: ${script} ${words.join(' ')}`, async () => {
      const { code, output, stdout } = await runNode(`scripts/${script}.ts`, words, false);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(output, expected);
    });

  for (const script of ['corpus', 'precision'])
    it(`tell how they are used: ${script} --help`, async () => {
      const { code, stdout } = await runNode(`scripts/${script}.ts`, ['--help'], false);
      assert.equal(code, 0);
      assert.match(stdout, /^usage: npm run /);
    });
});
