import assert from 'node:assert/strict';
import { fitted } from '../../language/text/fitted.ts';

describe('a list as it is kept', () => {
  it('says the same, and does not follow the list that it was made of', () => {
    const list = ['T4'];
    const kept = fitted(list);
    list.push('T5');
    assert.deepEqual(kept, ['T4']);
  });

  it('is one for all empty ones', () => {
    assert.equal(fitted<string>([]), fitted<number>([]));
    assert.deepEqual(fitted([]), []);
  });
});
