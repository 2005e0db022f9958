import { setImmediate } from 'node:timers/promises';
import type { Io } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import type { Outcome } from './outcome.ts';
import { withWorkers } from './pool.ts';
import type { Unit } from './unit.ts';
import { type Order, workFor } from './work.ts';

/** Milliseconds of work after which signals are looked for. */
const TURN = 50;

/** Units that are done in this thread before a worker is worth its start. */
const FEW = 64;

/**
 * What comes of each unit, in their order, from so many workers. Where `jobs` is null, the first few are done in this thread, and the rest in
 * one worker, whose memory can be held small. Rejects with a Failure for what is wrong with the whole run, such as a lexicon that cannot be read.
 */
export async function* outcomesOf(
  units: AsyncIterator<Unit>,
  order: Order,
  jobs: number | null,
  io: Io,
  makeLanguage: MakeLanguage,
): AsyncGenerator<[Unit, Outcome]> {
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) io.stderr.write(line);
    said.add(line);
  };
  // Also for workers alone: what is wrong is then told once, and before anything is done.
  const work = await workFor(order, { ...io, stderr: { ...io.stderr, write: say } }, makeLanguage);
  const { program } = io;
  let turned = performance.now();
  for (let i = 0; program === undefined || (jobs === null && i < FEW); i++) {
    const unit = await units.next();
    if (unit.done === true) return;
    yield [unit.value, await work(unit.value)];
    if (performance.now() - turned < TURN) continue;
    await setImmediate();
    turned = performance.now();
  }
  yield* withWorkers(units, { jobs: jobs ?? 1, program, start: { isEmhWorker: true, order, cwd: io.cwd }, say });
}

/** The units until `stop` resolves, also where the next one never comes. */
export function stoppable(units: AsyncIterator<Unit>, stop: Promise<void>): AsyncIterator<Unit> {
  const end: IteratorResult<Unit> = { done: true, value: undefined };
  let stopped = false;
  // Of the unit that is waited for alone: with Promise.race, `stop` would hold every unit that ever came.
  let giveUp = (_: IteratorResult<Unit>): void => {};
  void stop.then(() => {
    stopped = true;
    giveUp(end);
  });
  return {
    next: () =>
      stopped
        ? Promise.resolve(end)
        : new Promise((resolve, reject) => {
            giveUp = resolve;
            units.next().then(resolve, reject);
          }),
  };
}
