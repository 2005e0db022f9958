import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonEnds } from '../../language/text/common-ends.ts';
import { TextInBlocks } from '../../language/text/text-in-blocks.ts';

/** Texts of none to some ten thousands of units: of one block, of several, and of such as are parted within a pair or a line break. */
const words = fc
  .tuple(fc.constantFrom('a', 'bc ', '\r\n', '🦴', 'é\n'), fc.oneof(fc.nat(3), fc.nat(9000)), fc.nat(2))
  .map(([piece, times, by]) => 'x'.repeat(by) + piece.repeat(times));
const place = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
/** Places in the text as fractions of it, and what is written between them. */
const change = fc.tuple(place, place, words);

function assertSame(text: TextInBlocks, expected: string): void {
  assert.equal(text.length, expected.length);
  // Units and windows first: once the whole was asked for, it may be what they are taken from.
  for (let at = -1; at <= expected.length; at += 97) {
    const end = Math.max(at, 0) + (at % 3 === 0 ? 5000 : 41);
    assert.equal(text.slice(Math.max(at, 0), end), expected.slice(Math.max(at, 0), end));
    assert.equal(text.charCodeAt(at), expected.charCodeAt(at));
  }
  for (const at of [0, expected.length - 1, expected.length]) assert.equal(text.charCodeAt(at), expected.charCodeAt(at));
  assert.equal(text.slice(expected.length), '');
  assert.equal(text.slice(), expected);
  assert.equal(text.toString(), expected);
}

describe('a text in blocks', () => {
  it('is the string that it was made of, after any changes, and so are its earlier versions', () => {
    fc.assert(
      fc.property(words, fc.array(change, { maxLength: 6 }), (first, changes) => {
        const versions: [TextInBlocks, string][] = [[TextInBlocks.of(first), first]];
        for (const [a, b, insert] of changes) {
          const [text, expected] = versions.at(-1) ?? assert.fail();
          const [start, end] = [Math.min(a, b), Math.max(a, b)].map((fraction) => Math.round(fraction * expected.length));
          const next = expected.slice(0, start) + insert + expected.slice(end);
          versions.push([text.replaced(start ?? 0, end ?? 0, insert), next]);
        }
        for (const [text, expected] of versions) assertSame(text, expected);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same at both ends as another version where it says so, and as much as a comparison of the strings finds', () => {
    fc.assert(
      fc.property(words, fc.array(change, { maxLength: 3 }), (first, changes) => {
        const before = TextInBlocks.of(first);
        let text = before;
        for (const [a, b, insert] of changes) {
          const start = Math.round(Math.min(a, b) * text.length);
          text = text.replaced(start, Math.round(Math.max(a, b) * text.length), insert);
        }
        const { start, end } = text.sameEnds(before);
        const now = text.toString();
        assert.equal(now.slice(0, start), first.slice(0, start));
        assert.equal(now.slice(now.length - end), first.slice(first.length - end));
        assert.ok(start + end <= Math.min(now.length, first.length));
        const expected = commonEnds(first, now);
        assert.equal(start + end, expected.start + expected.end);
      }),
      { numRuns: 150 },
    );
  });

  it('stays in few blocks where much is written and taken away', () => {
    let text = TextInBlocks.of('');
    for (let i = 0; i < 3000; i++) text = text.replaced(text.length, text.length, 'words and ');
    for (let i = 0; i < 200; i++) text = text.replaced(i * 20, i * 20 + 100, '');
    assert.ok(text.blockCount <= text.length / 1024, `${text.blockCount} blocks for ${text.length} units`);
  });
});
