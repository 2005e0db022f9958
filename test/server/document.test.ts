import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenDocument } from '../../server/document.ts';

const pieces = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '🦴', ' '), { maxLength: 12 }).map((parts) => parts.join(''));
const make = (text: string): OpenDocument => new OpenDocument('file:///a.emh', 'emh', 1, text);

describe('an open document', () => {
  it('has the lines of its text after any changes', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.tuple(fc.nat(30), fc.nat(30), pieces), { maxLength: 5 }), (text, changes) => {
        let document = make(text);
        changes.forEach(([a, b, words], i) => {
          const range = document.rangeOf({ start: Math.min(a, b), end: Math.max(a, b) });
          const { start, end } = document.spanOf(range);
          const expected = document.text.slice(0, start) + words + document.text.slice(end);
          document = document.update([{ range, text: words }], i + 2);
          assert.equal(document.text, expected);
          const fresh = make(expected);
          assert.equal(document.lineCount, fresh.lineCount, JSON.stringify([text, changes]));
          for (let at = 0; at <= expected.length; at++) assert.deepEqual(document.positionAt(at), fresh.positionAt(at));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('knows what has stayed the same since the version before, and takes no other document for that', () => {
    fc.assert(
      fc.property(
        pieces,
        fc.array(fc.array(fc.tuple(fc.nat(30), fc.nat(30), pieces), { maxLength: 2 }), { maxLength: 5 }),
        (text, changes) => {
          let document = make(text);
          for (const together of changes) {
            const next = document.update(
              together.map(([a, b, words]) => ({
                range: document.rangeOf({ start: Math.min(a, b), end: Math.max(a, b) }),
                text: words,
              })),
              2,
            );
            for (const before of [document, make('bc\n'), make(text)]) {
              const { start, end } = next.sameEnds(before);
              assert.ok(start + end <= Math.min(before.length, next.length));
              assert.equal(next.text.slice(0, start), before.text.slice(0, start));
              assert.equal(next.text.slice(next.length - end), before.text.slice(before.length - end));
            }
            document = next;
          }
        },
      ),
    );
  });

  it('gives an offset back from its position, but between the two units of a line break', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const document = make(text);
        for (let at = 0; at <= text.length; at++)
          if (!(text[at] === '\n' && text[at - 1] === '\r'))
            assert.equal(document.offsetAt(document.positionAt(at)), at, JSON.stringify([text, at]));
      }),
    );
  });

  it('takes positions outside the text as the nearest end', () => {
    const document = make('ab\r\nc');
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 0, character: 3 }), 2, 'between the two units of a line break');
    assert.equal(
      make('ab\r\n').update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } }, text: '' }], 2).text,
      '\r\n',
    );
    assert.equal(document.offsetAt({ line: 9, character: 0 }), 5);
    assert.deepEqual(document.positionAt(99), { line: 1, character: 1 });
  });

  it('is replaced as a whole by a change without a range', () => {
    const next = make('a\nb').update([{ text: 'x\ny\nz' }], 2);
    assert.deepEqual([next.text, next.version, next.lineCount], ['x\ny\nz', 2, 3]);
  });
});
