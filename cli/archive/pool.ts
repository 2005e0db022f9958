import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { codeOf, Failure } from '../failure.ts';
import type { Outcome } from './outcome.ts';
import type { Unit } from './unit.ts';
import type { Batch, BatchDone, WorkerStart } from './worker.ts';

/** Units of a batch at most, and characters: enough for the way to a worker and back not to count. */
const MOST_UNITS = 32;
const MOST_CHARACTERS = 1 << 19;
/** Batches that a worker has at most: one in work, one waiting. */
const AHEAD = 2;
/** Batches whose outcomes are not yet taken, for each worker. */
const UNTAKEN = 6;

/**
 * Megabytes of the space for what a worker makes anew: with half of it, two workers take about a tenth more processor time for the same texts, and some 60 MB less in all.
 * Of three such spaces, two are in use.
 */
const YOUNG = 32;

/** A batch, or a part of one, that a worker has; `from` is the place of its first unit in the batch. */
interface Piece extends Batch {
  readonly from: number;
}

interface Seat {
  worker: Worker | null;
  /** What it was sent and has not answered yet; no two of one batch. */
  waiting: Piece[];
  /** Single units that it is sent one by one, after another worker in its place ran out of memory: so it is known which of them does it. */
  oneByOne: Piece[];
}

/** What the pool needs besides the units. */
export interface PoolOptions {
  readonly jobs: number;
  /** Path of the program that a worker is started with. */
  readonly program: string;
  readonly start: WorkerStart;
  /** What is told of a unit that took a worker all of its memory. */
  readonly lost: (unit: Unit) => Promise<Outcome>;
  /** Takes a line for standard error; workers may say the same. */
  readonly say: (line: string) => void;
}

/**
 * What came of each unit, in their order, from several workers. A worker that runs out of memory is replaced, and its units are given out again one by one,
 * but the one that did it. Rejects with a Failure where a worker gives one for the whole run.
 */
export async function* withWorkers(
  units: AsyncIterator<Unit>,
  { jobs, program, start, lost, say }: PoolOptions,
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
  const fail = (error: Error): void => {
    failure = error;
    wake();
  };
  const open = new Map<number, (Outcome | null)[]>();
  /** A batch is done when all of its pieces are. */
  const keep = ({ number, from }: Piece, outcomes: readonly Outcome[]): void => {
    const own = open.get(number) ?? [];
    own.splice(from, outcomes.length, ...outcomes);
    if (own.every((outcome) => outcome !== null)) {
      done.set(number, own);
      open.delete(number);
    }
    wake();
  };
  const post = ({ worker, waiting }: Seat, piece: Piece): void => {
    waiting.push(piece);
    worker?.postMessage({ number: piece.number, units: piece.units } satisfies Batch);
  };
  const replace = (seat: Seat): void => {
    const [first, ...others] = seat.waiting;
    seat.waiting = [];
    seat.worker = hired(seat);
    const [unit] = first?.units ?? [];
    if (first === undefined || unit === undefined) return;
    const isKnown = first.units.length === 1 && others.length === 0;
    const again = isKnown
      ? []
      : [first, ...others].flatMap((piece) => piece.units.map((own, i) => ({ ...piece, from: piece.from + i, units: [own] })));
    seat.oneByOne.unshift(...again);
    if (isKnown) lost(unit).then((outcome) => keep(first, [outcome]), fail);
    postNext(seat);
  };
  const postNext = (seat: Seat): void => {
    const piece = seat.waiting.length === 0 ? seat.oneByOne.shift() : undefined;
    if (piece !== undefined) post(seat, piece);
  };
  const hired = (seat: Seat): Worker => {
    const worker = new Worker(program, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: 3 * YOUNG },
      stderr: false,
    });
    worker.on('message', ({ number, outcomes, said, failure: failed }: BatchDone) => {
      if (seat.worker !== worker) return;
      // A worker may answer a later batch first, while it waits for a file of an earlier one.
      const at = seat.waiting.findIndex((piece) => piece.number === number);
      const [piece] = at < 0 ? [] : seat.waiting.splice(at, 1);
      for (const line of said) say(line);
      if (failed !== null) fail(new Failure(failed));
      else if (piece !== undefined) keep(piece, outcomes);
      postNext(seat);
      send();
    });
    worker.on('error', (error) => (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? replace(seat) : fail(error as Error)));
    return worker;
  };
  setFlagsFromString(`--min-semi-space-size=${YOUNG}`);
  const seats = Array.from({ length: jobs }, (): Seat => {
    const seat: Seat = { worker: null, waiting: [], oneByOne: [] };
    seat.worker = hired(seat);
    return seat;
  });
  /** Hands the batch on: a full one to whoever has room, a smaller one only to a worker that would be idle. */
  const send = (): void => {
    if (batch.length === 0) return;
    const load = ({ waiting, oneByOne }: Seat): number => waiting.length + oneByOne.length;
    const seat = seats.reduce((best, each) => (load(each) < load(best) ? each : best));
    if (seat.oneByOne.length > 0 || load(seat) >= (isFull() || ended ? AHEAD : 1)) return;
    sent.set(next, batch);
    open.set(next, Array(batch.length).fill(null));
    post(seat, { number: next++, from: 0, units: batch });
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
    await Promise.all(seats.map(({ worker }) => worker?.terminate()));
  }
}

const sizeOf = ({ content }: Unit): number =>
  content.is === 'text' ? content.text.length : content.is === 'json' ? content.json.length : 0;
