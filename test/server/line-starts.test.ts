import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineStarts, startsIn } from '../../server/line-starts.ts';

const all = (starts: LineStarts): (number | undefined)[] => Array.from({ length: starts.count }, (_, line) => starts.at(line));

/** A text of hundreds of lines of several lengths. */
const long = fc.nat(900).map((lines) => Array.from({ length: lines }, (_, i) => 'x'.repeat(i % 7)).join('\n'));

describe('the beginnings of lines', () => {
  it('are those of the text, in any number', () => {
    fc.assert(
      fc.property(long, (text) => {
        const starts = LineStarts.of(text);
        assert.deepEqual(all(starts), startsIn(text, 0));
        assert.equal(starts.at(starts.count), undefined);
        assert.equal(starts.at(-1), undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('are found again from any offset', () => {
    fc.assert(
      fc.property(long, fc.nat(3000), (text, offset) => {
        const starts = startsIn(text, 0);
        const expected = starts.findLastIndex((start) => start <= offset);
        assert.equal(LineStarts.of(text).lineAt(offset), expected);
      }),
      { numRuns: 100 },
    );
  });

  it('are as if counted anew after other lines have taken the place of some', () => {
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(300), fc.array(fc.nat(5), { maxLength: 700 }));
    fc.assert(
      fc.property(long, fc.array(change, { maxLength: 4 }), (text, changes) => {
        let starts = startsIn(text, 0);
        let kept = LineStarts.of(text);
        for (const [at, remove, lengths] of changes) {
          const first = Math.floor(at * (starts.length - 1));
          const behind = Math.min(first + remove, starts.length);
          let offset = starts[first] ?? 0;
          const fresh = lengths.map((length) => (offset += length + 1) - length - 1);
          const by = offset - (starts[behind] ?? offset);
          kept = kept.replaced(first, behind, fresh, by);
          starts = [...starts.slice(0, first), ...fresh, ...starts.slice(behind).map((start) => start + by)];
          if (starts.length === 0) return;
          assert.deepEqual(all(kept), starts);
          const last = starts.at(-1) ?? 0;
          assert.equal(kept.lineAt(last), starts.length - 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
