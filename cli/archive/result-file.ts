import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { oneLine } from '../drawing/cells.ts';
import { Failure, systemReason } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Destination, Progress } from './destination.ts';

/** What stands in the state file of a run. */
interface State extends Progress {
  readonly version: 1;
  /** What the run was asked for; another one cannot be gone on with. */
  readonly asked: string;
  /** Of the part file that belong to `done`. */
  readonly bytes: number;
}

/** Milliseconds between two states that are kept. */
const EVERY = 1000;
const BUFFER = 1 << 16;

/**
 * A result file. Results go to `FILE.part`, and how far they are to `FILE.state`; when the run is complete, the part takes the name. With
 * `resume`, a run that was cut short at any moment is gone on with: what the state does not know of is cut off and done again. Gives null where
 * the file is complete. Throws a Failure where it cannot be written, or the state is of another run.
 */
export function resultFile(file: string, asked: string, resume: boolean, io: Io): Destination | null {
  const path = resolve(io.cwd, file);
  const [part, statePath] = [`${path}.part`, `${path}.state`];
  const attempt = <T>(what: () => T): T => {
    try {
      return what();
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(`${oneLine(file)}: cannot be written: ${systemReason(error)}`);
    }
  };
  const state = resume ? readState(statePath, asked, file) : null;
  if (resume && state === null && existsSync(path)) return null;
  const handle = attempt(() => openSync(part, state === null ? 'w' : 'r+'));
  if (state !== null) attempt(() => cutTo(handle, state.bytes, file));
  let written = state?.bytes ?? 0;
  let waiting: string[] = [];
  let size = 0;
  let kept = performance.now();
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, written + at);
    written += bytes.length;
    waiting = [];
    size = 0;
  };
  const save = (progress: Progress): void => {
    flush();
    fdatasyncSync(handle);
    const draft = `${statePath}.tmp`;
    writeFileSync(draft, JSON.stringify({ version: 1, asked, bytes: written, ...progress } satisfies State));
    renameSync(draft, statePath);
    kept = performance.now();
  };
  return {
    before: state,
    write: (text) => {
      waiting.push(text);
      size += text.length;
      if (size > BUFFER) attempt(flush);
    },
    keep: (progress) => {
      if (performance.now() - kept > EVERY) attempt(() => save(progress()));
    },
    finish: () =>
      attempt(() => {
        flush();
        fdatasyncSync(handle);
        closeSync(handle);
        renameSync(part, path);
        rmSync(statePath, { force: true });
      }),
    pause: (progress) =>
      attempt(() => {
        save(progress);
        closeSync(handle);
      }),
  };
}

function readState(path: string, asked: string, file: string): State | null {
  let state: Partial<State>;
  try {
    state = JSON.parse(readFileSync(path, 'utf8')) as Partial<State>;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure(`${oneLine(file)}.state: is damaged; run without --resume`);
    return null;
  }
  if (state.version !== 1 || state.asked !== asked)
    throw new Failure(`${oneLine(file)}.state: is of a run with other paths, options or version; run without --resume`);
  return state as State;
}

/** Cuts off what was written after the state was kept. */
function cutTo(handle: number, bytes: number, file: string): void {
  if (fstatSync(handle).size < bytes) throw new Failure(`${oneLine(file)}.part: is shorter than its state says; run without --resume`);
  ftruncateSync(handle, bytes);
}
