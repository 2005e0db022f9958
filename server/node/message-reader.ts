import type { DataCallback, Disposable, Message, MessageReader } from 'vscode-languageserver';
import { AbstractMessageReader } from '../protocol.ts';

/** What ends the header of a message: two line breaks. */
const HEADER_END = Buffer.from('\r\n\r\n');

/** What such a header mostly is, up to its number, and how many digits that may have. */
const USUAL = Buffer.from('Content-Length: ');
const MOST_DIGITS = 10;

/** Bytes. One of an editor has some thirty. */
const LONGEST_HEADER = 8192;

/** A message between sound headers that is no JSON: it is left out, and reading goes on behind it. */
export class NoMessage extends Error {
  constructor() {
    // Not what the parser says: that may hold words of a report.
    super('a message that is no JSON was left out');
  }
}

/**
 * Reads messages from a stream, each as soon as its last byte is there; the library's own reader lets the event loop turn before
 * each. Where no message is known to begin, reading ends.
 */
export class PromptMessageReader extends AbstractMessageReader implements MessageReader {
  readonly #stream: NodeJS.ReadableStream;
  /** What has come and is not yet read; a long message comes in thousands of pieces, which are put together once. */
  #pieces: Buffer[] = [];
  #waiting = 0;
  /** Bytes that the next message takes, with its header where that is not yet read. */
  #needed = 1;
  /** Bytes of the next message behind its header; -1 before that is read. */
  #length = -1;

  constructor(stream: NodeJS.ReadableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    const onData = (piece: Buffer): void => {
      this.#pieces.push(piece);
      this.#waiting += piece.length;
      try {
        if (this.#waiting >= this.#needed) this.#read(callback);
      } catch (error) {
        this.#stream.off('data', onData);
        this.fireError(error);
      }
    };
    this.#stream.on('data', onData);
    return { dispose: () => void this.#stream.off('data', onData) };
  }

  /** All messages that are there. Throws at what is none. */
  #read(callback: DataCallback): void {
    const all = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    let at = 0;
    for (;;) {
      if (this.#length < 0) {
        const header = usualHeader(all, at) ?? anyHeader(all, at);
        if (header === null) {
          this.#keep(all.subarray(at), all.length - at + 1);
          return;
        }
        this.#length = header.length;
        at = header.end;
      }
      const end = at + this.#length;
      if (end > all.length) {
        this.#keep(all.subarray(at), this.#length);
        return;
      }
      this.#length = -1;
      const message = parsed(all.toString('utf8', at, end));
      at = end;
      if (message === null) this.fireError(new NoMessage());
      else callback(message);
    }
  }

  #keep(rest: Buffer, needed: number): void {
    this.#pieces = rest.length === 0 ? [] : [rest];
    this.#waiting = rest.length;
    this.#needed = Math.max(needed, 1);
  }
}

/** Null for what is no JSON, or no message. */
function parsed(body: string): Message | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? (value as Message | null) : null;
  } catch {
    return null;
  }
}

/** What a header says: how many bytes its message has; `end` is where that begins. */
interface Header {
  readonly length: number;
  readonly end: number;
}

/** A header that holds `Content-Length: 123` and nothing else, as nearly all do; null for any other. Byte by byte, as two come with each key. */
function usualHeader(all: Buffer, at: number): Header | null {
  let i = at;
  for (let k = 0; k < USUAL.length; k++, i++) if (all[i] !== USUAL[k]) return null;
  const from = i;
  let length = 0;
  for (let digit = digitAt(all, i); digit >= 0; digit = digitAt(all, ++i)) length = length * 10 + digit;
  if (i === from || i - from > MOST_DIGITS) return null;
  for (let k = 0; k < HEADER_END.length; k++, i++) if (all[i] !== HEADER_END[k]) return null;
  return { length, end: i };
}

/** Any other header; null where it is not whole yet. Throws where it is none. */
function anyHeader(all: Buffer, at: number): Header | null {
  const end = all.indexOf(HEADER_END, at);
  if ((end < 0 ? all.length : end) - at > LONGEST_HEADER) throw new Error('the header of a message has no end');
  return end < 0 ? null : { length: lengthIn(all.toString('latin1', at, end)), end: end + HEADER_END.length };
}

/** -1 for what is no digit. */
function digitAt(all: Buffer, at: number): number {
  const digit = (all[at] ?? 0) - 48;
  return digit <= 9 ? Math.max(digit, -1) : -1;
}

/** `Content-Length: 123` among the lines of a header. */
function lengthIn(header: string): number {
  const [only, ...others] = [...header.matchAll(/^content-length:[ \t]*(.*?)[ \t]*$/gim)].map(([, length]) => length ?? '');
  const digits = others.length === 0 && only !== undefined && /^\d+$/.test(only) && only.length <= MOST_DIGITS ? only : undefined;
  if (digits === undefined) throw new Error(`no single Content-Length in the header of a message: ${JSON.stringify(header.slice(0, 80))}`);
  return Number(digits);
}
