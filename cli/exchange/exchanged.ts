import { randomBytes } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Exchanged, Notice } from '../../exchange/notice.ts';
import type { Arguments, Option } from '../arguments.ts';
import { EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { coloursFor } from '../drawing/colours.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { codeOf, Failure, systemReason } from '../failure.ts';
import type { Input } from '../input.ts';
import type { Io } from '../io.ts';

/** Of commands that make a file of another. */
export const OUTPUT_OPTIONS: Readonly<Record<string, Option>> = {
  output: { short: 'o', value: 'FILE', help: 'where to write to; to standard output if not given' },
  force: { help: 'write over a file that there is' },
};

/**
 * Writes what came of an import or export: the text to `--output` or standard output, what was wrong and what was lost to standard
 * error, or all of it as JSON to standard output with `--json`. Gives the exit code: `found` where the file was refused. Throws a Failure
 * where nothing can be written.
 */
export async function writeExchanged(from: Pick<Input, 'name' | 'text'>, exchanged: Exchanged, args: Arguments, io: Io): Promise<number> {
  const { text, notices } = exchanged;
  const output = args.value('output');
  if (text !== null && output !== undefined) await create(output, text, args.has('force'), io);
  if (args.has('json')) {
    const lines = linesOf(from.text);
    const plain = notices.map(({ kind, message, range }) => ({
      kind,
      message,
      range,
      start: range && lines.placeOf(range.start),
      end: range && lines.placeOf(range.end),
    }));
    io.stdout.write(`${JSON.stringify({ file: from.name, text, notices: plain }, null, 2)}\n`);
    return text === null ? EXIT.found : EXIT.clean;
  }
  for (const line of drawNotices(from, notices, args, io)) io.stderr.write(`${line}\n`);
  if (text !== null && output === undefined) io.stdout.write(text);
  if (text !== null && output !== undefined) io.stdout.write(`${oneLine(output)}: written.\n`);
  return text === null ? EXIT.found : EXIT.clean;
}

function drawNotices(from: Pick<Input, 'name' | 'text'>, notices: readonly Notice[], args: Arguments, io: Io): string[] {
  const colours = coloursFor(io.stderr, io, args);
  const lines = linesOf(from.text);
  const rows = notices.map(({ kind, message, range }) => {
    const place = range === null ? null : lines.placeOf(range.start);
    const where = place === null ? `${from.name}:` : `${from.name}:${place.line}:${place.column}:`;
    const paint = kind === 'lost' ? colours.related : colours.severity[kind];
    return `${colours.strong(where)} ${paint(`${kind}:`)} ${oneLine(message)}`;
  });
  const count = (kind: Notice['kind']): number => notices.filter((notice) => notice.kind === kind).length;
  const isRefused = notices.some(({ kind }) => kind === 'error');
  const said = [plural(count('error'), 'error'), plural(count('warning'), 'warning')];
  if (isRefused) return [...rows, `${from.name}: refused: ${said.join(', ')}.`];
  return notices.length === 0
    ? [`${from.name}: nothing is lost.`]
    : [...rows, `${from.name}: ${plural(count('warning'), 'warning')}, ${count('lost')} lost.`];
}

/** Writes a new file, whole or not at all. */
async function create(word: string, text: string, isForced: boolean, io: Io): Promise<void> {
  const path = resolve(io.cwd, word);
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    if (isForced) await rename(draft, path);
    else await link(draft, path);
  } catch (error) {
    throw new Failure(
      codeOf(error) === 'EEXIST'
        ? `${oneLine(word)}: is there already; --force writes over it`
        : `${oneLine(word)}: cannot be written: ${systemReason(error)}`,
    );
  } finally {
    await rm(draft, { force: true });
  }
}
