import assert from 'node:assert/strict';
import { countsIn, failuresIn } from '../../scripts/outcome.ts';

const MOCHA = `
  ..!.

  3 passing (2s)
  1 pending
  1 failing

  1) format
       changes nothing:
     AssertionError: no
      at test/format/laws.test.ts:1:1
`;

const EDITORS = `
Neovim
  ok   hover
  FAIL fix: nothing came
  ok   end
user interface
  FAIL a level is taken (60000 ms)
       Error: waited in vain
         at keys.ts
  ok   saving

3 passed, 2 failed
`;

describe('the outcome of a run', () => {
  it('is counted by the closing lines of mocha, or by its own', () => {
    assert.deepEqual(countsIn(MOCHA), { passed: 3, failed: 1, skipped: 1 });
    assert.deepEqual(countsIn(EDITORS), { passed: 3, failed: 2, skipped: 0 });
    assert.deepEqual(countsIn(''), { passed: 0, failed: 0, skipped: 0 });
  });

  it('names what failed, with why', () => {
    assert.deepEqual(
      failuresIn(MOCHA).map((line) => line.trim()),
      ['1) format', 'changes nothing:', 'AssertionError: no', 'at test/format/laws.test.ts:1:1'],
    );
    assert.deepEqual(
      failuresIn(EDITORS).map((line) => line.trim()),
      ['FAIL fix: nothing came', 'FAIL a level is taken (60000 ms)', 'Error: waited in vain', 'at keys.ts'],
    );
    assert.deepEqual(failuresIn('  ok   hover\n\n1 passed, 0 failed\n'), []);
  });
});
