import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { oneLine } from '../drawing/cells.ts';
import { Failure, systemReason } from '../failure.ts';
import { readInput } from '../input.ts';
import type { Io } from '../io.ts';

/** Bytes: some million alerts. */
const LARGEST = 256 * 1024 * 1024;
const HEAD = '# emh baseline 1: alerts that are known; key, rule, place';

/** The keys of a baseline file. Throws a Failure for a file that is none. */
export async function readBaseline(file: string, io: Io): Promise<ReadonlySet<string>> {
  const { name, text } = await readInput(file, io, LARGEST);
  const [head, ...lines] = text.split(/\r?\n/);
  if (head !== HEAD) throw new Failure(`${name}: is no baseline; emh check --write-baseline writes one`);
  // Only the key counts: the rest of a line is for people.
  return new Set(lines.filter((line) => /^[0-9a-f]{16}\b/.test(line)).map((line) => line.slice(0, 16)));
}

/** A line of a baseline file. */
export const baselineLine = (key: string, rule: string, place: string): string => `${key} ${rule} ${oneLine(place)}\n`;

/** A baseline file being written; it takes its name when it is complete. */
export interface BaselineWriter {
  write(lines: string): void;
  finish(): void;
  abandon(): void;
}

/** Throws a Failure where the file cannot be written. */
export function writeBaseline(file: string, io: Io): BaselineWriter {
  const path = resolve(io.cwd, file);
  const draft = `${path}.${process.pid}.tmp`;
  const attempt = <T>(what: () => T): T => {
    try {
      return what();
    } catch (error) {
      throw new Failure(`${oneLine(file)}: cannot be written: ${systemReason(error)}`);
    }
  };
  const handle = attempt(() => openSync(draft, 'w'));
  attempt(() => writeSync(handle, `${HEAD}\n`));
  return {
    write: (lines) => {
      if (lines !== '') attempt(() => writeSync(handle, lines));
    },
    finish: () =>
      attempt(() => {
        closeSync(handle);
        renameSync(draft, path);
      }),
    abandon: () => {
      closeSync(handle);
      rmSync(draft, { force: true });
    },
  };
}
