import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lanesOf } from '../../language/map/lanes.ts';
import { stack } from '../../language/map/stack.ts';
import { widthOf, wrap } from '../../language/map/words.ts';

describe('things one below the other', () => {
  it('stand where they would best stand, if they have room', () => {
    assert.deepEqual(
      stack(
        [
          { at: 100, height: 20 },
          { at: 50, height: 10 },
        ],
        0,
        5,
      ),
      [90, 45],
    );
  });

  it('share the way where they have none', () => {
    assert.deepEqual(
      stack(
        [
          { at: 100, height: 20 },
          { at: 100, height: 20 },
        ],
        0,
        0,
      ),
      [80, 100],
    );
  });

  it('never touch, and none is above the top', () => {
    const wish = fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const tops = stack(wishes, 10, 4);
        const boxes = wishes.map(({ height }, i) => ({ top: tops[i] ?? 0, bottom: (tops[i] ?? 0) + height })).sort((a, b) => a.top - b.top);
        for (const [i, { top }] of boxes.entries()) assert.ok(top >= (i === 0 ? 10 : (boxes[i - 1]?.bottom ?? 0) + 4) - 1e-6);
      }),
    );
  });
});

describe('lanes', () => {
  it('part what overlaps and share where nothing does', () => {
    const { lanes, count } = lanesOf([
      { top: 0, bottom: 10 },
      { top: 5, bottom: 15 },
      { top: 10, bottom: 20 },
    ]);
    assert.deepEqual([...lanes, count], [0, 1, 0, 2]);
  });
});

describe('words of labels', () => {
  it('are wrapped into lines of the width, and none is lost', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 30, max: 200 }), (words, width) => {
        const lines = wrap(words, width);
        for (const line of lines) assert.ok(widthOf(line) <= width || [...line].length === 1, line);
        assert.equal(lines.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
      }),
    );
  });
});
