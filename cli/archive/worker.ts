import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { shippedLanguage } from '../language.ts';
import type { Outcome, Work } from './outcome.ts';
import type { Unit } from './unit.ts';
import { type Order, workFor } from './work.ts';

/** What a worker is started with. */
export interface WorkerStart {
  readonly isEmhWorker: true;
  readonly order: Order;
  readonly cwd: string;
}

export interface Batch {
  readonly number: number;
  readonly units: readonly Unit[];
}

/** Its answer. A `failure` is of the whole run. */
export interface BatchDone {
  readonly number: number;
  readonly outcomes: readonly Outcome[];
  /** Lines for standard error. */
  readonly said: readonly string[];
  readonly failure: string | null;
}

/** Whether this thread is a worker of a check. */
export const isWorker = (): boolean => (workerData as WorkerStart | null)?.isEmhWorker === true;

/** Answers batches until the thread is ended. */
export function serveBatches(): void {
  const { order, cwd } = workerData as WorkerStart;
  const port = parentPort;
  if (port === null) return;
  let said: string[] = [];
  const io: Io = {
    env: {},
    cwd,
    stdin: (async function* () {})(),
    stdout: { write: () => true },
    stderr: { write: (line) => said.push(line) },
  };
  let work: Promise<Work> | null = null;
  port.on('message', async ({ number, units }: Batch) => {
    const outcomes: Outcome[] = [];
    let failure: string | null = null;
    try {
      const does = await (work ??= workFor(order, io, shippedLanguage));
      for (const unit of units) outcomes.push(await does(unit));
    } catch (error) {
      failure = error instanceof Failure ? error.message : `internal error: ${error instanceof Error ? error.message : String(error)}`;
    }
    port.postMessage({ number, outcomes, said, failure } satisfies BatchDone);
    said = [];
  });
}
