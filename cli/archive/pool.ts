import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { Failure } from '../failure.ts';
import type { Outcome } from './outcome.ts';
import type { Unit } from './unit.ts';
import type { BatchDone, WorkerStart } from './worker.ts';

/** Units of a batch at most, and characters: enough for the way to a worker and back not to count. */
const MOST_UNITS = 32;
const MOST_CHARACTERS = 1 << 19;
/** Batches that a worker has at most: one in work, one waiting. */
const AHEAD = 2;
/** Batches whose outcomes are not yet taken, for each worker. */
const UNTAKEN = 6;

/** Megabytes of a worker's young objects: few enough for memory to stay flat. */
const YOUNG = 8;

interface Seat {
  readonly worker: Worker;
  busy: number;
}

/** What the pool needs besides the units. */
export interface PoolOptions {
  readonly jobs: number;
  /** Path of the program that a worker is started with. */
  readonly program: string;
  readonly start: WorkerStart;
  /** Takes a line for standard error; workers may say the same. */
  readonly say: (line: string) => void;
}

/** What came of each unit, in their order, from several workers. Rejects with a Failure where a worker gives one for the whole run. */
export async function* withWorkers(
  units: AsyncIterator<Unit>,
  { jobs, program, start, say }: PoolOptions,
): AsyncGenerator<[Unit, Outcome]> {
  const done = new Map<number, readonly Outcome[]>();
  const sent = new Map<number, readonly Unit[]>();
  let batch: Unit[] = [];
  let size = 0;
  let next = 0;
  let taken = 0;
  let ended = false;
  let failure: Error | null = null;
  let wake = (): void => {};
  const sleep = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  // Left to itself, the heap of a worker grows to many times of what lives in it.
  setFlagsFromString('--heap-growing-percent=50');
  const seats = Array.from({ length: jobs }, (): Seat => {
    const worker = new Worker(program, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      stderr: false,
    });
    const seat: Seat = { worker, busy: 0 };
    worker.on('message', ({ number, outcomes, said, failure: failed }: BatchDone) => {
      seat.busy--;
      for (const line of said) say(line);
      if (failed !== null) failure = new Failure(failed);
      done.set(number, outcomes);
      send();
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    return seat;
  });
  /** Hands the batch on: a full one to whoever has room, a smaller one only to a worker that would be idle. */
  const send = (): void => {
    if (batch.length === 0) return;
    const seat = seats.reduce((best, each) => (each.busy < best.busy ? each : best));
    if (seat.busy >= (isFull() || ended ? AHEAD : 1)) return;
    seat.busy++;
    sent.set(next, batch);
    seat.worker.postMessage({ number: next++, units: batch });
    batch = [];
    size = 0;
  };
  const isFull = (): boolean => batch.length >= MOST_UNITS || size >= MOST_CHARACTERS;
  const isAhead = (): boolean => isFull() || next - taken >= jobs * UNTAKEN;
  let reading: Promise<void> | null = null;
  const read = async (): Promise<void> => {
    while (!isAhead() && failure === null) {
      const { value, done: atEnd } = await units.next();
      if (atEnd === true) {
        ended = true;
        break;
      }
      batch.push(value);
      size += sizeOf(value);
      send();
    }
    send();
  };
  const startReading = (): void => {
    reading = read()
      .catch((error: Error) => void (failure = error))
      .finally(() => {
        reading = null;
        wake();
      });
  };
  try {
    for (;;) {
      if (!ended && reading === null && !isAhead()) startReading();
      for (let outcomes = done.get(taken); outcomes !== undefined; outcomes = done.get(taken)) {
        if (failure !== null) throw failure;
        const own = sent.get(taken) ?? [];
        done.delete(taken);
        sent.delete(taken++);
        for (const [i, outcome] of outcomes.entries()) yield [own[i] as Unit, outcome];
      }
      if (failure !== null) throw failure;
      if (ended && batch.length === 0 && taken === next) return;
      if (!done.has(taken) && (reading !== null || ended || isAhead())) await sleep();
    }
  } finally {
    await Promise.all(seats.map(({ worker }) => worker.terminate()));
  }
}

const sizeOf = ({ content }: Unit): number =>
  content.is === 'text' ? content.text.length : content.is === 'json' ? content.json.length : 0;
