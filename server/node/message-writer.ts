import type { Message, MessageWriter } from 'vscode-languageserver';
import { partsOfList } from '../kept-lists.ts';
import { AbstractMessageWriter } from '../protocol.ts';

type Json = Readonly<Record<string, unknown>>;

/** The elements of a kept list as they are written, with commas between; empty for an empty list. */
const written = new WeakMap<readonly unknown[], Buffer>();

/** How much a list holds that is long to write. */
const LONG = 30;

const COMMA = Buffer.from(',');
const CLOSE = Buffer.from(']}}');
const CLOSE_RESULT = Buffer.from(']}');

/**
 * Writes messages to a stream, each with its header in one piece, so that the client is woken once. What lists hold that were put
 * together of kept ones is not written as JSON anew each time.
 */
export class KeptMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #errors = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolves once the message is written, or waits in the stream behind others. Rejects where it cannot be. */
  async write(message: Message): Promise<void> {
    try {
      const pieces = piecesOf(message as unknown as Json);
      this.#stream.write(pieces === null ? framedText(message) : framed(pieces));
    } catch (error) {
      this.fireError(error, message, ++this.#errors);
      throw error;
    }
  }

  end(): void {
    this.#stream.end();
  }
}

/** A message with its header. */
function framedText(message: Message): string {
  const json = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}

function framed(pieces: readonly Buffer[]): Buffer {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...pieces]);
}

/** A message in UTF-8, of which a list is written in pieces that are kept; null for one that is as soon written anew. */
function piecesOf(message: Json): Buffer[] | null {
  const { params, result } = message;
  return (
    withList(message, 'result', result, CLOSE_RESULT) ??
    withInnerList(message, 'params', params, 'diagnostics') ??
    withInnerList(message, 'result', result, 'items')
  );
}

/** `{"jsonrpc":"2.0","id":1,"result":[...]}` */
function withList(around: Json, key: string, list: unknown, close: Buffer, before = ''): Buffer[] | null {
  const lists = Array.isArray(list) && list.length >= LONG ? partsOfList(list) : null;
  return lists && [Buffer.from(`${before}${openedFor(key, around)}[`), ...listed(lists), close];
}

/** `{"jsonrpc":"2.0","id":1,"result":{"kind":"full","items":[...]}}` */
function withInnerList(around: Json, key: string, object: unknown, inner: string): Buffer[] | null {
  if (typeof object !== 'object' || object === null) return null;
  return withList(object as Json, inner, (object as Json)[inner], CLOSE, openedFor(key, around));
}

/** An object as it is written but for the value of one key, which is to follow. */
function openedFor(key: string, object: Json): string {
  const { [key]: _, ...others } = object;
  const json = JSON.stringify(others);
  return `${json === '{}' ? '{' : `${json.slice(0, -1)},`}"${key}":`;
}

function listed(lists: readonly (readonly unknown[])[]): Buffer[] {
  const all: Buffer[] = [];
  for (const list of lists) {
    if (list.length === 0) continue;
    if (all.length > 0) all.push(COMMA);
    let own = written.get(list);
    if (own === undefined) written.set(list, (own = Buffer.from(JSON.stringify(list).slice(1, -1))));
    all.push(own);
  }
  return all;
}
