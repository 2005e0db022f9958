import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentDiagnosticReport, SemanticTokens } from 'vscode-languageserver-protocol';
import { OpenDocument } from '../../server/document.ts';
import { encodingFor } from '../../server/position-encoding.ts';
import { connected, PULLING, URI } from './client.ts';

const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'] as const;
const pieces = fc
  .array(fc.constantFrom('a', 'é', '×', '–', '骨', '🦴', '\ud83d', '\udd34', ' ', '\n', '\r\n'), { maxLength: 14 })
  .map((parts) => parts.join(''));

const make = (text: string, encoding: string): OpenDocument => new OpenDocument(URI, 'emh', 1, text, encoding);

/** Units that a line has, told by other means than the server's. */
const COUNT: Readonly<Record<(typeof ENCODINGS)[number], (words: string) => number>> = {
  'utf-8': (words) => Buffer.byteLength(words),
  'utf-16': (words) => words.length,
  'utf-32': (words) => [...words].length,
};

/** Whether a place is between characters: not in a surrogate pair, not in a line break. */
function isBetween(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) <= 0xffff && !(text[at - 1] === '\r' && text[at] === '\n');
}

describe('positions', () => {
  for (const encoding of ENCODINGS) {
    it(`in ${encoding} lead back to their offsets, whatever is written`, () => {
      fc.assert(
        fc.property(pieces, (text) => {
          const document = make(text, encoding);
          for (let at = 0; at <= text.length; at++)
            if (isBetween(text, at)) assert.equal(document.offsetAt(document.positionAt(at)), at, JSON.stringify([text, at]));
        }),
        { numRuns: 500 },
      );
    });

    it(`in ${encoding} count its units from the beginning of the line`, () => {
      fc.assert(
        fc.property(pieces, (text) => {
          const document = make(text, encoding);
          for (let at = 0; at <= text.length; at++) {
            if (!isBetween(text, at)) continue;
            const line = text.slice(0, at).split('\n').at(-1) ?? '';
            assert.equal(document.positionAt(at).character, COUNT[encoding](line), JSON.stringify([text, at]));
          }
        }),
        { numRuns: 500 },
      );
    });

    it(`in ${encoding} never lead into a character, nor past its line`, () => {
      fc.assert(
        fc.property(pieces, fc.nat(4), fc.nat(40), (text, line, character) => {
          const at = make(text, encoding).offsetAt({ line, character });
          assert.ok(at <= text.length);
          if (encoding !== 'utf-16') assert.ok((text.codePointAt(at - 1) ?? 0) <= 0xffff, JSON.stringify([text, at]));
          assert.ok((text.slice(0, at).match(/\n/g) ?? []).length <= line);
        }),
        { numRuns: 500 },
      );
    });

    it(`in ${encoding} are true after changes`, () => {
      fc.assert(
        fc.property(pieces, fc.array(fc.tuple(fc.nat(20), fc.nat(20), pieces), { maxLength: 4 }), (text, changes) => {
          let document = make(text, encoding);
          changes.forEach(([a, b, words], i) => {
            const range = document.rangeOf({ start: Math.min(a, b), end: Math.max(a, b) });
            const { start, end } = document.spanOf(range);
            const expected = document.text.slice(0, start) + words + document.text.slice(end);
            document = document.update([{ range, text: words }], i + 2);
            assert.equal(document.text, expected);
            assert.equal(document.encoding, encoding);
          });
        }),
      );
    });
  }

  it('are in the first encoding that the client names and that is known; else in UTF-16', () => {
    const chosen = (positionEncodings?: string[]): string =>
      encodingFor(positionEncodings === undefined ? {} : { general: { positionEncodings } });
    assert.equal(chosen(['utf-7', 'utf-32', 'utf-16']), 'utf-32');
    assert.equal(chosen(['utf-8', 'utf-16']), 'utf-8');
    assert.equal(chosen([]), 'utf-16');
    assert.equal(chosen(), 'utf-16');
  });

  it('are those of the encoding in every answer', async () => {
    const text = 'FINDINGS\n🦴 is wrong, hepatomegaly.\n';
    for (const [encoding, at] of [
      ['utf-8', 8],
      ['utf-16', 6],
      ['utf-32', 5],
    ] as const) {
      const client = await connected({ ...PULLING, general: { positionEncodings: [encoding] } });
      await client.open(text);
      const report = await client.request<DocumentDiagnosticReport>('diagnostic');
      assert.equal(report.kind === 'full' ? report.items[0]?.range.start.character : -1, at, encoding);
      const { data } = await client.request<SemanticTokens>('semanticTokens/full');
      assert.deepEqual(data.slice(-5, -2), [1, at + 7, 12], encoding);
      await client.change([1, at], [1, at + 5], 'right 🦴 🦴');
      const after = await client.request<DocumentDiagnosticReport>('diagnostic');
      assert.equal(after.kind === 'full' ? after.items.length : -1, 0, encoding);
    }
  });
});
