import assert from 'node:assert/strict';
import fc from 'fast-check';
import { together } from '../../server/kept-lists.ts';
import { jsonEncoder } from '../../server/node/json-encoder.ts';

const decoded = async (message: object): Promise<unknown> => JSON.parse(Buffer.from(await jsonEncoder.encode(message)).toString('utf8'));
const lists = fc.array(fc.array(fc.record({ message: fc.string({ unit: 'grapheme' }), data: fc.jsonValue() }), { maxLength: 4 }), {
  maxLength: 5,
});

describe('messages as they are written', () => {
  it('say the same with lists that were put together of kept ones, the first time and again', async () => {
    await fc.assert(
      fc.asyncProperty(lists, fc.string(), async (kept, uri) => {
        for (let again = 0; again < 2; again++) {
          const all = together(kept);
          for (const message of [
            { jsonrpc: '2.0', id: 1, result: all },
            { jsonrpc: '2.0', id: null, result: { kind: 'full', resultId: uri, items: all } },
            { jsonrpc: '2.0', id: 2, result: { items: all } },
            { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri, version: 2, diagnostics: all } },
          ])
            assert.deepEqual(await decoded(message), JSON.parse(JSON.stringify(message)));
        }
      }),
    );
  });

  it('say the same with any other value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        for (const message of [
          { jsonrpc: '2.0', id: 1, result: value },
          { jsonrpc: '2.0', method: 'x', params: { items: value, diagnostics: value } },
          { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'no', data: value } },
        ])
          assert.deepEqual(await decoded(message), JSON.parse(JSON.stringify(message)));
      }),
    );
  });

  it('leave out what is undefined, as JSON does', async () => {
    assert.deepEqual(await decoded({ jsonrpc: '2.0', method: 'x', params: undefined }), { jsonrpc: '2.0', method: 'x' });
  });
});
