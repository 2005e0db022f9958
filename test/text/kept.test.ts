import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keep, once } from '../../language/text/kept.ts';

/** A keeper of upper case, with how often it made anything. */
function counted(most: number) {
  const made: string[] = [];
  const upper = keep(most, (words) => {
    made.push(words);
    return { words: words.toUpperCase() };
  });
  return { upper, made };
}

describe('what is kept by words', () => {
  it('is made once for words that come back', () => {
    const { upper, made } = counted(10);
    assert.equal(upper('no mass'), upper(['no', 'mass'].join(' ')));
    assert.deepEqual(made, ['no mass']);
  });

  it('outlives what is asked for less', () => {
    const { upper, made } = counted(4);
    for (let i = 0; i < 100; i++) {
      upper('hot');
      upper(`cold ${i}`);
    }
    assert.equal(made.filter((words) => words === 'hot').length, 1);
  });

  it('is forgotten when as many others were asked for', () => {
    const { upper, made } = counted(4);
    upper('first');
    for (let i = 0; i < 4; i++) upper(`other ${i}`);
    upper('first');
    assert.equal(made.filter((words) => words === 'first').length, 2);
  });

  it('is made anew each time where nothing is kept, and of long words', () => {
    for (const [most, words] of [
      [0, 'no mass'],
      [10, 'x'.repeat(3_000)],
    ] as const) {
      const { upper, made } = counted(most);
      assert.notEqual(upper(words), upper(words));
      assert.equal(made.length, 2);
    }
  });

  it('is what would be made of the words, in any order of asking', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 })), fc.nat(6), (asked, most) => {
        const { upper } = counted(most);
        for (const words of asked) assert.deepEqual(upper(words), { words: words.toUpperCase() });
      }),
    );
  });
});

describe('what is made of an object once', () => {
  it('is the same for the same object alone', () => {
    const copy = once((of: { a: number }) => ({ ...of }));
    const [one, other] = [{ a: 1 }, { a: 1 }];
    assert.equal(copy(one), copy(one));
    assert.notEqual(copy(one), copy(other));
  });
});
