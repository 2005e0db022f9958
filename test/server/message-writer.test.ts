import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver';
import { together } from '../../server/kept-lists.ts';
import { KeptMessageWriter } from '../../server/node/message-writer.ts';

/** What a client reads of a message; fails where it is not written at once, or the header does not count its bytes. */
function decoded(message: Readonly<Record<string, unknown>>): unknown {
  const stream = new PassThrough();
  void new KeptMessageWriter(stream).write(message as unknown as Message);
  const written = stream.read() as Buffer;
  const [, length, body] = /^Content-Length: (\d+)\r\n\r\n(.*)$/s.exec(written.toString('latin1')) ?? [];
  assert.equal(body?.length, Number(length));
  return JSON.parse(Buffer.from(body ?? '', 'latin1').toString('utf8'));
}
const one = fc.record({ message: fc.string({ unit: 'grapheme' }), data: fc.jsonValue({ maxDepth: 1 }) });
/** Short ones, and such as are long enough to be written in pieces. */
const lists = fc.oneof(
  fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 5 }),
  fc.array(fc.array(one, { minLength: 5, maxLength: 8 }), { minLength: 6, maxLength: 8 }),
);

describe('messages as they are written', () => {
  it('say the same with lists that were put together of kept ones, the first time and again', () => {
    fc.assert(
      fc.property(lists, fc.string(), (kept, uri) => {
        for (let again = 0; again < 2; again++) {
          const all = together(kept);
          for (const message of [
            { jsonrpc: '2.0', id: 1, result: all },
            { jsonrpc: '2.0', id: null, result: { kind: 'full', resultId: uri, items: all } },
            { jsonrpc: '2.0', id: 2, result: { items: all } },
            { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri, version: 2, diagnostics: all } },
          ])
            assert.deepEqual(decoded(message), JSON.parse(JSON.stringify(message)));
        }
      }),
    );
  });

  it('say the same with any other value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const message of [
          { jsonrpc: '2.0', id: 1, result: value },
          { jsonrpc: '2.0', method: 'x', params: { items: value, diagnostics: value } },
          { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'no', data: value } },
        ])
          assert.deepEqual(decoded(message), JSON.parse(JSON.stringify(message)));
      }),
    );
  });

  it('leave out what is undefined, as JSON does', () => {
    assert.deepEqual(decoded({ jsonrpc: '2.0', method: 'x', params: undefined }), { jsonrpc: '2.0', method: 'x' });
  });
});
