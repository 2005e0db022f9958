import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { link, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { applyEdits, type TextEdit } from '../language/text/edit.ts';
import { oneLine } from './drawing/cells.ts';
import { Failure, systemReason } from './failure.ts';
import { type Input, isPacked } from './input.ts';
import type { Io } from './io.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes the input's text with the edits back to its file: into a new file beside it that then takes its place, so that no
 * one ever sees half a report. Mode and byte order mark are kept; of a link, the file that it leads to is written. Throws a Failure, with the
 * file as it was, where it cannot be written or has changed since it was read.
 */
export async function writeEdits(input: Input, edits: readonly TextEdit[]): Promise<void> {
  if (input.path === null) throw new Failure(`${input.name}: cannot be written to`);
  if (isPacked(input.path)) throw new Failure(`${input.name}: is packed; unpack it to change it`);
  const mark = input.hasMark ? BYTE_ORDER_MARK : '';
  try {
    const path = await realpath(input.path);
    if ((await readFile(path, 'utf8')) !== mark + input.text)
      throw new Failure(`${input.name}: has changed since it was read; nothing is written`);
    await replace(path, mark + applyEdits(input.text, edits));
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(`${input.name}: cannot be written: ${systemReason(error)}`);
  }
}

/** Writes a file that is not there yet, whole or not at all. Throws a Failure where it cannot be written, or is there in the meantime. */
export async function createFile(path: string, name: string, text: string): Promise<void> {
  const draft = draftOf(path);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await link(draft, path);
  } catch (error) {
    throw new Failure(`${name}: cannot be written: ${systemReason(error)}`);
  } finally {
    await rm(draft, { force: true });
  }
}

const draftOf = (path: string): string => join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);

/** Writes a file that a person named, whole or not at all, over one of that name. Throws a Failure where it cannot be written. */
export function writeWhole(word: string, text: string, io: Pick<Io, 'cwd'>): void {
  const path = resolve(io.cwd, word);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Failure(`${oneLine(word)}: cannot be written: ${systemReason(error)}`);
  }
}

async function replace(path: string, text: string): Promise<void> {
  const { mode } = await stat(path);
  // A file without permission to write is protected, although its folder would let it be replaced.
  await (await open(path, 'r+')).close();
  const draft = draftOf(path);
  try {
    const file = await open(draft, 'wx', mode & 0o777);
    try {
      await file.chmod(mode & 0o7777);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
