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

const HOSTS = `
Desktop
  ok   opens
  FAIL a level is taken (60000 ms)
       Error: waited in vain

  2 passing (3.0 s)
  1 failing

Web
  FAIL hover (5 ms)
       Error: none
  ok   opens

  1 passing (3.0 s)
  1 failing

vscode-tests: {"passes":3,"failures":2}
`;

describe('the outcome of a run', () => {
  it('is counted by the closing lines of mocha, or by its own', () => {
    assert.deepEqual(countsIn(MOCHA), { passed: 3, failed: 1, skipped: 1 });
    assert.deepEqual(countsIn(EDITORS), { passed: 3, failed: 2, skipped: 0 });
    assert.deepEqual(countsIn(HOSTS), { passed: 3, failed: 2, skipped: 0 });
    assert.deepEqual(countsIn(`7 passed, 0 failed\n${MOCHA}`), { passed: 3, failed: 1, skipped: 1 });
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
    assert.deepEqual(
      failuresIn(HOSTS).map((line) => line.trim()),
      ['FAIL a level is taken (60000 ms)', 'Error: waited in vain', 'FAIL hover (5 ms)', 'Error: none'],
    );
  });

  it('of a run that names no failed test is how it ended', () => {
    assert.deepEqual(failuresIn('  ok   hover\n\nError: gone\n'), ['  ok   hover', 'Error: gone']);
    assert.deepEqual(failuresIn(`${'so far\n'.repeat(100)}Error: gone\n`).slice(-2), ['so far', 'Error: gone']);
    assert.deepEqual(failuresIn(''), []);
  });
});
