import assert from 'node:assert/strict';
import { type Heard, heardAfter, type Typed, waitFor } from '../../client/common/dictation/heard.ts';

/** What is heard of changes to a text; as words, with whether they are waited for. */
function heard(...changes: readonly Typed[]): [words: string, isDictation: boolean] | null {
  let text = '';
  let now: Heard | null = null;
  for (const change of changes) {
    text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length);
    now = heardAfter(now, change);
  }
  if (now === null) return null;
  const words = text.slice(now.start, now.end);
  return [words, waitFor(now, words) !== null];
}

const typed = (offset: number, text: string, length = 0): Typed => ({ offset, length, text });
const keys = (offset: number, text: string): Typed[] => [...text].map((key, i) => typed(offset + i, key));

describe('heard dictation', () => {
  it('is what replaces itself while it grows, as voice input types it', () => {
    assert.deepEqual(heard(typed(0, 'there'), typed(0, 'there is a', 5), typed(0, 'there is a mass ', 10)), ['there is a mass ', true]);
  });

  it('is words that come at once, from recognisers that wait', () => {
    assert.deepEqual(heard(typed(0, 'at d four ')), ['at d four ', true]);
    assert.deepEqual(heard(typed(0, 'there is a mass')), ['there is a mass', true]);
  });

  it('goes on where it ended', () => {
    assert.deepEqual(heard(typed(0, 'there is a mass '), typed(16, 'at d four ')), ['there is a mass at d four ', true]);
  });

  it('is never what keys type', () => {
    assert.equal(heard(...keys(0, 'there is a mass period ')), null);
    assert.deepEqual(heard(typed(0, 'there is a mass '), ...keys(16, 'at d four ')), ['there is a mass ', true]);
  });

  it('ends where a person writes in it', () => {
    assert.equal(heard(typed(0, 'there is a mass '), typed(3, 'x')), null);
    assert.equal(heard(typed(0, 'there is a mass '), typed(15, '', 1)), null);
  });

  it('moves with what is typed before it, and begins anew elsewhere', () => {
    assert.deepEqual(heard(typed(0, 'Liver: '), ...keys(7, 'a. '), typed(10, 'spleen is normal '), typed(0, 'x')), [
      'spleen is normal ',
      true,
    ]);
  });

  it('is no suggestion that was taken, no line break and no pasted lines', () => {
    assert.deepEqual(heard(typed(0, 'extradural mass')), ['extradural mass', false]);
    assert.equal(heard(...keys(0, 'ext'), typed(0, 'extradural mass at', 3)), null);
    assert.equal(heard(typed(0, '\n  ')), null);
    assert.equal(heard(typed(0, 'liver is normal\nspleen is normal\n')), null);
  });

  it('is not disturbed while it may still be replaced', () => {
    const listening = waitFor({ start: 0, end: 10, replaced: 2 }, 'there is a') ?? 0;
    const ended = waitFor({ start: 0, end: 11, replaced: 2 }, 'there is a ') ?? 0;
    assert.ok(listening > ended);
  });
});
