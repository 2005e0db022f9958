import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isRuleId, readRuleFile } from '../language/rules/lines.ts';
import { decode } from './bytes.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure, systemReason } from './failure.ts';
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

const LARGEST = 128 * 1024 * 1024;

/** Reads a file, or standard input. Throws a Failure, in one line with its name, for whatever is no readable plain text. */
export async function readInput(word: string, io: Io): Promise<Input> {
  const name = word === STDIN ? '<stdin>' : oneLine(word);
  const path = word === STDIN ? null : resolve(io.cwd, word);
  const bytes = path === null ? await readStdin(name, io) : await readBytes(path, name);
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

async function readStdin(name: string, io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of io.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST) throw new Failure(tooLarge(name));
    }
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${name}: ${systemReason(error)}`);
  }
  return Buffer.concat(chunks);
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) throw new Failure(`${name}: is a folder; name a file`);
    if (info.isCharacterDevice() || info.isBlockDevice()) throw new Failure(`${name}: is a device, no file`);
    if (info.size > LARGEST) throw new Failure(tooLarge(name));
    return await readFile(path);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${name}: ${systemReason(error)}`);
  }
}

const tooLarge = (name: string): string => `${name}: is larger than ${LARGEST / 1024 / 1024} MB`;
