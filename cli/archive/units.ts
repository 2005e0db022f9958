import { isUtf8 } from 'node:buffer';
import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { byteLines } from '../byte-lines.ts';
import { oneLine } from '../drawing/cells.ts';
import { Failure, FileFailure, systemReason } from '../failure.ts';
import { endingOf, findFiles } from '../files.ts';
import { isPacked, LARGEST, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { csvFields, csvRecords, separatorOf } from './csv.ts';
import type { Origin, Unit, Unread } from './unit.ts';

/** What a file holds: one text, or records. */
export type Holding = 'text' | 'ndjson' | 'csv';

export interface UnitOptions {
  /** What every file holds; by its ending where this is null. */
  readonly holding: Holding | null;
  /** Columns of CSV files with the text and with the id; null for the usual names. */
  readonly column: string | null;
  readonly idColumn: string | null;
  /** Whether messages may hold words of a file: its column names, which are words of a report where it has none. True if not given. */
  readonly words?: boolean;
  /** Which other columns of CSV files are kept beside the text. */
  readonly keepsColumn?: (name: string) => boolean;
  /** Is told of the bytes read from files of records, as they lie on the disk. */
  readonly onBytes: (count: number) => void;
  /** Which files are wanted, by their absolute paths; null for all. */
  readonly only: ReadonlySet<string> | null;
  /** Which files are none of the archive, by their absolute paths. */
  readonly not?: ReadonlySet<string>;
}

const HOLDINGS: Readonly<Record<string, Holding>> = { '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv', '.tsv': 'csv' };
const PLAIN = ['.emh', '.txt', ...Object.keys(HOLDINGS)];

/** Endings of the files that a folder is searched for. */
export const ARCHIVE_ENDINGS: readonly string[] = [...PLAIN, ...PLAIN.map((ending) => `${ending}.gz`)];

/**
 * The texts of files, folders and standard input, in an order that depends on their names alone. Holds one record at a time; what cannot be
 * read comes in its place, and reading goes on.
 */
export async function* unitsOf(words: readonly string[], options: UnitOptions, io: Io): AsyncGenerator<Unit> {
  for await (const found of findFiles(words, ARCHIVE_ENDINGS, io)) {
    if (found instanceof FileFailure) {
      yield unread({ file: found.file, path: resolve(io.cwd, found.file), line: null }, { code: 'unreadable', message: found.reason });
      continue;
    }
    const path = found === STDIN ? null : resolve(io.cwd, found);
    if (path !== null && (options.only?.has(path) === false || options.not?.has(path) === true)) continue;
    const origin: Origin = { file: found === STDIN ? '<stdin>' : oneLine(found), path, line: null };
    const holding = options.holding ?? (path === null ? 'text' : (HOLDINGS[endingOf(found)] ?? 'text'));
    if (holding === 'text') yield { origin, content: { is: 'file', word: found } };
    else yield* recordsOf(origin, holding, options, io);
  }
}

async function* recordsOf(origin: Origin, holding: Holding, options: UnitOptions, io: Io): AsyncGenerator<Unit> {
  try {
    const lines = byteLines(bytesOf(origin.path, options.onBytes, io), LARGEST);
    yield* holding === 'ndjson' ? jsonUnits(origin, lines) : csvUnits(origin, lines, options);
  } catch (error) {
    yield unread(origin, { code: 'unreadable', message: error instanceof Failure ? error.message : systemReason(error) });
  }
}

/** A file's bytes, unpacked where its name says that it is packed. */
async function* bytesOf(path: string | null, onBytes: (count: number) => void, io: Io): AsyncGenerator<Uint8Array> {
  const source = path === null ? io.stdin : fileBytes(path);
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      onBytes(chunk.length);
      yield chunk;
    }
  };
  yield* path !== null && isPacked(path) ? unpacked(counted()) : counted();
}

function fileBytes(path: string): AsyncIterable<Uint8Array> {
  const info = statSync(path);
  if (info.isDirectory()) throw new Failure('is a folder; name a file');
  if (info.isCharacterDevice() || info.isBlockDevice()) throw new Failure('is a device, no file');
  return createReadStream(path, { highWaterMark: 1 << 16 });
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // An error of either end comes out where the other is read.
  pipeline(Readable.from(packed, { objectMode: false }), gunzip).catch(() => {});
  yield* gunzip;
}

/** The records of a stream of NDJSON; blank lines give none. */
export async function* jsonUnits(file: Origin, lines: AsyncIterable<Uint8Array | null>): AsyncGenerator<Unit> {
  let line = 0;
  for await (const bytes of lines) {
    const origin = { ...file, line: ++line };
    const json = textOf(bytes);
    if (typeof json !== 'string') yield unread(origin, json);
    else if (!isBlank(json)) yield { origin, content: { is: 'json', json } };
  }
}

/** No other blanks than those of `grep '[^[:space:]]'`, so that others can count how many lines are to come back. */
const isBlank = (line: string): boolean => /^[ \t\r\v\f]*$/.test(line);

const TEXT_COLUMNS = ['report', 'text', 'report_text'];
const ID_COLUMNS = ['id', 'report_id', 'accession', 'accession_number'];

async function* csvUnits(file: Origin, lines: AsyncIterable<Uint8Array | null>, options: UnitOptions): AsyncGenerator<Unit> {
  let columns: Columns | null = null;
  let separator: string | null = null;
  for await (const { line, bytes } of csvRecords(lines, LARGEST, () => separator)) {
    const origin = { ...file, line };
    const record = textOf(bytes);
    if (columns === null) {
      if (typeof record !== 'string') throw new Failure(`the line of column names cannot be read: ${record.message}`);
      const told = line === 1 ? SEPARATOR_LINE.exec(record)?.[1] : undefined;
      if (told === undefined) columns = columnsOf(record, separator ?? separatorOf(record), options);
      separator = told ?? columns?.separator ?? null;
    } else if (typeof record !== 'string') yield unread(origin, record);
    else if (record.trim() !== '') {
      const fields = csvFields(record, columns.separator);
      const text = fields?.[columns.text];
      if (fields === null)
        yield unread(origin, { code: 'invalid-csv', message: 'A quote is never closed, or closed before its field ends.' });
      else if (text === undefined) yield unread(origin, { code: 'no-text', message: 'The record has too few columns.' });
      else if (fields.slice(columns.count).some((field) => field.trim() !== ''))
        yield unread(origin, { code: 'invalid-csv', message: 'The record has more columns than there are names.' });
      else {
        const rest = Object.fromEntries(columns.kept.map(([name, at]) => [name, fields[at] ?? '']));
        yield { origin, content: { is: 'text', text, id: fields[columns.id] ?? null, rest } };
      }
    }
  }
  if (columns === null) throw new Failure('the file is empty');
}

/** Where the columns of a CSV file stand. */
interface Columns {
  readonly separator: string;
  readonly count: number;
  readonly text: number;
  readonly id: number;
  readonly kept: readonly (readonly [name: string, at: number])[];
}

/** The first line of a file by which Excel is told the sign between fields. */
const SEPARATOR_LINE = /^sep=([,;\t])$/i;

function columnsOf(header: string, separator: string, { column, idColumn, keepsColumn, words = true }: UnitOptions): Columns {
  const fields = csvFields(header, separator);
  if (fields === null)
    throw new Failure('the line of column names cannot be read: a quote is never closed, or closed before its field ends');
  const names = fields.map((name) => name.trim());
  const find = (asked: string | null, usual: readonly string[]): number =>
    asked === null
      ? (usual.map((name) => names.findIndex((each) => each.toLowerCase() === name)).find((at) => at >= 0) ?? -1)
      : names.indexOf(asked);
  const [text, id] = [find(column, TEXT_COLUMNS), find(idColumn, ID_COLUMNS)];
  const there = words ? `; there are ${oneLine(names.join(', ')).slice(0, 200)}` : '';
  if (text < 0) throw new Failure(`no column '${column ?? 'report'}' (--column NAME)${there}`);
  if (id < 0 && idColumn !== null) throw new Failure(`no column '${idColumn}'${there}`);
  const kept = names.map((name, at) => [name, at] as const).filter(([name, at]) => at !== text && keepsColumn?.(name) === true);
  return { separator, count: names.length, text, id, kept };
}

/** Without `ignoreBOM`, a byte order mark before the first record goes. */
const DECODER = new TextDecoder();

/** A line or record as text, or why it is none. */
function textOf(bytes: Uint8Array | null): string | Unread {
  if (bytes === null) return { code: 'too-long', message: `The record is longer than ${LARGEST / 1024 / 1024} MB.` };
  if (!isUtf8(bytes)) return { code: 'invalid-utf8', message: 'The record is not valid UTF-8.' };
  return DECODER.decode(bytes);
}

const unread = (origin: Origin, what: Unread): Unit => ({ origin, content: { is: 'unread', ...what } });
