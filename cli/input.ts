import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isRuleId, readRuleFile } from '../language/rules/lines.ts';
import { decode } from './bytes.ts';
import { oneLine } from './drawing/cells.ts';
import { codeOf, Failure, systemReason } from './failure.ts';
import type { Io } from './io.ts';

/** A text that was named on the command line. */
export interface Input {
  /** As it was named; `<stdin>` for standard input. Printable. */
  readonly name: string;
  /** Absolute; null for standard input. */
  readonly path: string | null;
  /** Without a byte order mark: offsets count from the first character. */
  readonly text: string;
  readonly hasMark: boolean;
}

/** On the command line, standard input. */
export const STDIN = '-';

/** Bytes of one text at most, unpacked. A report has some thousands; reading takes many times as much memory as the text. */
export const LARGEST = 16 * 1024 * 1024;

/** Reads a file, or standard input, of so many bytes at most. Throws a Failure, in one line with its name, for whatever is no readable plain text. */
export async function readInput(word: string, io: Io, most = LARGEST): Promise<Input> {
  const name = word === STDIN ? '<stdin>' : oneLine(word);
  const path = word === STDIN ? null : resolve(io.cwd, word);
  const bytes = path === null ? await readStdin(name, io, most) : readBytes(path, name, most);
  return { name, path, ...decode(bytes, name) };
}

/** As `readInput`, for a report: refuses a rule file, which would pass for a report without a fault. */
export async function readReport(word: string, io: Io): Promise<Input> {
  if (/\.emhr$/i.test(word)) throw new Failure(`${oneLine(word)}: is a rule file; emh rules test runs its examples`);
  return readInput(word, io);
}

/** As `readInput`, for a rule file: refuses a text of another name without a rule, such as a report. */
export async function readRuleInput(word: string, io: Io): Promise<Input> {
  const input = await readInput(word, io);
  if (/\.emhr$/i.test(word) || readRuleFile(input.text).rules.some(({ id }) => isRuleId(id))) return input;
  throw new Failure(`${input.name}: is no rule file: no line of it is "rule" with an id`);
}

async function readStdin(name: string, io: Io, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of io.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) throw new Failure(tooLarge(name));
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${name}: ${systemReason(error)}`);
  }
  return Buffer.concat(chunks);
}

/** A file's bytes, unpacked where its name ends in `.gz`. Synchronous: an archive's many small files are read in half the time. */
function readBytes(path: string, name: string, most: number): Uint8Array {
  try {
    const info = statSync(path);
    if (info.isDirectory()) throw new Failure(`${name}: is a folder; name a file`);
    if (info.isCharacterDevice() || info.isBlockDevice()) throw new Failure(`${name}: is a device, no file`);
    if (info.size > most) throw new Failure(tooLarge(name));
    const bytes = readFileSync(path);
    return isPacked(path) ? gunzipSync(bytes, { maxOutputLength: most }) : bytes;
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw new Failure(tooLarge(name));
    throw error instanceof Failure ? error : new Failure(`${name}: ${systemReason(error)}`);
  }
}

/** Whether a file is packed with gzip, by its name. */
export const isPacked = (path: string): boolean => /\.gz$/i.test(path);

const tooLarge = (name: string): string =>
  `${name}: is larger than ${LARGEST / 1024 / 1024} MB; keep an archive as .ndjson or .csv, one report a record, or one file a report`;
