import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { isPacked } from '../input.ts';
import type { Io } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import { contentOf } from './content.ts';
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
  keepMemoryFlat();
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) io.stderr.write(line);
    said.add(line);
  };
  // Also for workers alone: what is wrong is then told once, and before anything is done.
  const work = await workFor(order, { ...io, stderr: { ...io.stderr, write: say } }, makeLanguage);
  const { program } = io;
  let first: Unit | null = null;
  let turned = performance.now();
  for (let i = 0; program === undefined || (jobs === null && i < FEW); i++) {
    const unit = await units.next();
    if (unit.done === true) return;
    if (program !== undefined && isLarge(unit.value)) {
      first = unit.value;
      break;
    }
    yield [unit.value, await work(unit.value)];
    if (performance.now() - turned < TURN) continue;
    await setImmediate();
    turned = performance.now();
  }
  const lost = ({ origin }: Unit): Promise<Outcome> => work({ origin, content: { is: 'unread', ...TOO_MUCH } });
  const start = { isEmhWorker: true, order, cwd: io.cwd } as const;
  yield* withWorkers(withStdin(first === null ? units : before(first, units), io), { jobs: jobs ?? 1, program, start, lost, say });
}

/** Left to itself, the heap grows to many times of what lives in it, in this thread and in workers; costs a tenth of the time. */
function keepMemoryFlat(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--max-semi-space-size=4');
  setFlagsFromString('--semi-space-growth-factor=1');
}

const TOO_MUCH = { code: 'too-long', message: 'The text states more than there is memory to check.' } as const;

/** Characters, or bytes of a file, of which a text is for a worker: what runs out of memory in this thread ends the run. */
const LARGE = 1 << 20;

function isLarge({ content, origin: { path } }: Unit): boolean {
  switch (content.is) {
    case 'text':
      return content.text.length > LARGE;
    case 'json':
      return content.json.length > LARGE;
    case 'file':
      // Standard input is not for workers.
      return path !== null && sizeAt(path) > (isPacked(content.word) ? LARGE / 64 : LARGE);
    default:
      return false;
  }
}

/** What cannot be looked at is told where it is read. */
function sizeAt(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

/** Standard input is read here: workers have none. */
function withStdin(units: AsyncIterator<Unit>, io: Io): AsyncIterator<Unit> {
  return {
    async next() {
      const given = await units.next();
      if (given.done === true || given.value.content.is !== 'file' || given.value.origin.path !== null) return given;
      const read = await contentOf(given.value, io);
      const content = 'code' in read ? ({ is: 'unread', code: read.code, message: read.message } as const) : textOf(read.text);
      return { done: false, value: { origin: given.value.origin, content } };
    },
  };
}

const textOf = (text: string): Unit['content'] => ({ is: 'text', text, id: null, rest: {} });

/** One more unit before the others. */
function before(first: Unit, units: AsyncIterator<Unit>): AsyncIterator<Unit> {
  let given: Unit | null = first;
  return {
    next() {
      if (given === null) return units.next();
      const value = given;
      given = null;
      return Promise.resolve({ done: false, value });
    },
  };
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
