import { isUtf8 } from 'node:buffer';
import { Failure } from './failure.ts';

/** Text read from bytes; `hasMark` where a byte order mark stood before it. */
export interface Decoded {
  readonly text: string;
  readonly hasMark: boolean;
}

/** First bytes of files that a report is often kept in but that are no plain text. */
const KNOWN: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['{\\rtf', 'a rich text file (RTF)'],
  ['PK\u0003\u0004', 'a Word document or another zip archive'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word document'],
  ['\u001f\u008b', 'a gzip archive'],
];

/** Text of a file. Throws a Failure that says what the bytes are where they are no UTF-8 text, or hold no words. */
export function decode(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length === 0) throw new Failure(`${name}: the file is empty`);
  const wide = wideEncoding(bytes);
  if (wide !== null) throw new Failure(`${name}: the text is in ${wide}; save it as UTF-8`);
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  const known = KNOWN.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) throw new Failure(`${name}: is ${known[1]}; save the report as plain text`);
  if (bytes.includes(0)) throw new Failure(`${name}: is binary data, no text`);
  if (!isUtf8(bytes)) throw new Failure(`${name}: line ${firstBrokenLine(bytes)} is not valid UTF-8; save the file as UTF-8`);
  const hasMark = start.startsWith('\u00ef\u00bb\u00bf');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(hasMark ? bytes.subarray(3) : bytes);
  if (text.trim() === '') throw new Failure(`${name}: the file holds nothing but blanks`);
  return { text, hasMark };
}

/** UTF-16 or UTF-32, by its mark or by the zeros beside Latin letters; null for anything else. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const looksWide = head.length >= 8 && Math.max(even, odd) > head.length * 0.4 && Math.min(even, odd) === 0;
  return looksWide ? 'UTF-16' : null;
}

/** Counted from 1. No character of UTF-8 holds the byte of a line break but the line break. */
function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
