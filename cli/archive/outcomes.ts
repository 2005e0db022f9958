import { setImmediate } from 'node:timers/promises';
import type { Io } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import type { Outcome } from './outcome.ts';
import { withWorkers } from './pool.ts';
import type { Unit } from './unit.ts';
import { type Order, workFor } from './work.ts';

/** Milliseconds of work after which signals are looked for. */
const TURN = 50;

/**
 * What comes of each unit, in their order: in this thread for one job, else in so many workers. Rejects with a Failure for what is wrong
 * with the whole run, such as a lexicon that cannot be read.
 */
export async function* outcomesOf(
  units: AsyncIterator<Unit>,
  order: Order,
  jobs: number,
  io: Io,
  makeLanguage: MakeLanguage,
): AsyncGenerator<[Unit, Outcome]> {
  if (jobs > 1 && io.program !== undefined) {
    // Read here too, so that what is wrong is told once and before anything is done.
    await workFor(order, io, makeLanguage);
    const said = new Set<string>();
    const say = (line: string): void => {
      if (!said.has(line)) io.stderr.write(line);
      said.add(line);
    };
    yield* withWorkers(units, { jobs, program: io.program, start: { isEmhWorker: true, order, cwd: io.cwd }, say });
    return;
  }
  const work = await workFor(order, io, makeLanguage);
  let turned = performance.now();
  for (let unit = await units.next(); unit.done !== true; unit = await units.next()) {
    yield [unit.value, await work(unit.value)];
    if (performance.now() - turned < TURN) continue;
    await setImmediate();
    turned = performance.now();
  }
}

/** The units until `stop` resolves, also where the next one never comes. */
export function stoppable(units: AsyncIterator<Unit>, stop: Promise<void>): AsyncIterator<Unit> {
  let stopped = false;
  const end = stop.then((): IteratorResult<Unit> => {
    stopped = true;
    return { done: true, value: undefined };
  });
  return { next: () => (stopped ? end : Promise.race([units.next(), end])) };
}
