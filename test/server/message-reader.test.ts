import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import type { Message } from 'vscode-languageserver';
import { PromptMessageReader } from '../../server/node/message-reader.ts';

/** What is read of bytes that come in these pieces, and what is wrong with them. */
function readOf(pieces: readonly Buffer[]): { readonly messages: readonly Message[]; readonly errors: readonly string[] } {
  const stream = new PassThrough();
  const reader = new PromptMessageReader(stream);
  const messages: Message[] = [];
  const errors: string[] = [];
  reader.onError((error) => errors.push(error.message));
  reader.listen((message) => messages.push(message));
  // Each at once, as from a pipe.
  for (const piece of pieces) stream.emit('data', piece);
  return { messages, errors };
}

const HEADS = [
  (length: number) => `Content-Length: ${length}\r\n\r\n`,
  (length: number) => `content-length:${length}\r\n\r\n`,
  (length: number) => `Content-Length: ${String(length).padStart(10, '0')}\r\n\r\n`,
  (length: number) => `Content-Length: ${length}\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n`,
  (length: number) => `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${length} \r\n\r\n`,
];

const messages = fc.array(
  fc
    .record({ jsonrpc: fc.constant('2.0'), method: fc.string({ unit: 'grapheme' }), params: fc.jsonValue() })
    .map((message) => JSON.parse(JSON.stringify(message)) as Message),
  { maxLength: 6 },
);

describe('messages as they are read', () => {
  it('are the same however their bytes come', () => {
    fc.assert(
      fc.property(messages, fc.array(fc.nat({ max: 40 })), fc.nat(), (all, sizes, head) => {
        const bytes = Buffer.concat(
          all.flatMap((message, i) => {
            const body = Buffer.from(JSON.stringify(message));
            return [Buffer.from(HEADS[(head + i) % HEADS.length]?.(body.length) ?? ''), body];
          }),
        );
        const pieces: Buffer[] = [];
        let at = 0;
        for (const size of sizes) pieces.push(bytes.subarray(at, (at += size)));
        pieces.push(bytes.subarray(at));
        assert.deepEqual(readOf(pieces), { messages: all, errors: [] });
      }),
    );
  });

  it('are those before what is none, and nothing behind it', () => {
    const [head] = HEADS;
    const good = `${head?.(2)}{}`;
    const errorOf = (...pieces: string[]): string => {
      const { messages: read, errors } = readOf([...pieces, good].map((piece) => Buffer.from(piece)));
      assert.equal(read.length, 1);
      assert.equal(errors.length, 1);
      return errors[0] ?? '';
    };
    assert.match(errorOf(good, 'Length: 3\r\n\r\n{}'), /no single Content-Length in the header of a message: "Length: 3"/);
    assert.match(errorOf(good, 'Content-Length: many\r\n\r\n{}'), /no single Content-Length/);
    for (const length of ['', '2:', '-2', '2.0', '00000000002'])
      for (const name of ['Content-Length', 'content-length'])
        assert.match(errorOf(good, `${name}: ${length}\r\n\r\n{}`), /no single Content-Length/);
    assert.match(errorOf(good, 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'), /no single Content-Length/);
    assert.match(errorOf(good, 'x'.repeat(9000)), /has no end/);
    assert.match(errorOf(good, `${'x'.repeat(9000)}\r\n\r\n`), /has no end/);
  });

  it('are left out where they are no JSON, without a word of them, and those behind are read', () => {
    for (const broken of ['{"a: mass', '', '7', 'null', '"mass"', '\u0000']) {
      const pieces = ['{}', broken, '[]'].map((body) => Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`));
      const { messages: read, errors } = readOf(pieces);
      assert.deepEqual([read, errors], [[{}, []], ['a message that is no JSON was left out']]);
      assert.deepEqual(readOf([Buffer.concat(pieces)]), { messages: read, errors });
    }
  });

  it('may be long', () => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'x', params: 'ä'.repeat(500_000) }));
    const bytes = Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += 1000) pieces.push(bytes.subarray(at, at + 1000));
    assert.deepEqual(readOf(pieces), { messages: [JSON.parse(body.toString('utf8'))], errors: [] });
  });
});
