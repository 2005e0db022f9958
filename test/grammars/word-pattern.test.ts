import assert from 'node:assert/strict';
import { wordPattern } from '../../scripts/word-pattern.ts';

const matches = (words: readonly string[], text: string): string[] => text.match(new RegExp(wordPattern(words), 'gi')) ?? [];

describe('the pattern of many words', () => {
  it('takes the longest run', () => {
    assert.deepEqual(matches(['cord', 'cord compression', 'compression'], 'Cord compression of the cord'), ['Cord compression', 'cord']);
  });

  it('takes whole words alone', () => {
    assert.deepEqual(matches(['rib', 'no'], 'ribs, nodes, rib no.'), ['rib', 'no']);
  });

  it('lets blanks and hyphens stand for each other', () => {
    assert.deepEqual(matches(['soft tissue', 'low-grade'], 'soft-tissue, low grade'), ['soft-tissue', 'low grade']);
  });

  it('takes signs as they stand', () => {
    assert.deepEqual(matches(['b/l', 'T2*', 's/p (old)'], 'B/L T2* s/p (old) bXl'), ['B/L', 'T2*', 's/p (old)']);
  });
});
