import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { moved } from '../../server/moved.ts';

const at = (text: string, words: string): Diagnostic => {
  const range = { start: text.indexOf(words), end: text.indexOf(words) + words.length };
  return {
    rule: words,
    severity: 'info',
    message: '',
    range,
    related: [{ message: '', range }],
    fixes: [{ title: '', sure: false, edits: [{ range, text: '' }] }],
    because: '',
  };
};

/** Where letters repeat, the next words may be those that were changed. */
const NEAR = 8;

describe('diagnostics of an earlier text', () => {
  it('go with their words, but for those that were changed', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(8), fc.string({ maxLength: 8 }), (start, remove, insert) => {
        const before = 'one two three four five six seven';
        const now = before.slice(0, start) + insert + before.slice(start + remove);
        const all = before.split(' ').map((word) => at(before, word));
        for (const { rule, range, related, fixes } of moved(all, before, now)) {
          assert.equal(now.slice(range.start, range.end), rule);
          assert.deepEqual(related[0]?.range, range);
          assert.deepEqual(fixes[0]?.edits[0]?.range, range);
        }
        const untouched = all.filter(({ range }) => range.end + NEAR < start || range.start > start + remove + NEAR);
        const kept = moved(all, before, now).map(({ rule }) => rule);
        for (const { rule } of untouched) assert.ok(kept.includes(rule), `${rule} is lost`);
      }),
      { numRuns: 500 },
    );
  });
});
