import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { letLittleGarbagePileUp } from '../../server/node/little-garbage.ts';
import { isPacked } from '../input.ts';
import type { Io } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import { contentOf } from './content.ts';
import type { Outcome, Work } from './outcome.ts';
import { withWorkers } from './pool.ts';
import type { Unit } from './unit.ts';
import { type Order, workFor } from './work.ts';

/** Memory stays flat; costs a tenth of the time. */
const ROOM = { young: 8, growth: 60 } as const;

/** Milliseconds of work after which signals are looked for. */
const TURN = 50;

/**
 * What comes of each unit, in their order: from this thread where one job is enough (a thread of its own holds all that is known of the language a
 * second time), else from so many workers. Rejects with a Failure for what is wrong with the whole run, such as a lexicon that cannot be read.
 */
export async function* outcomesOf(
  units: AsyncIterator<Unit>,
  order: Order,
  jobs: number,
  io: Io,
  makeLanguage: MakeLanguage,
): AsyncGenerator<[Unit, Outcome]> {
  const isFlat = letLittleGarbagePileUp(ROOM);
  for await (const outcome of outcomesIn(units, order, jobs, io, makeLanguage)) {
    isFlat();
    yield outcome;
  }
}

async function* outcomesIn(
  units: AsyncIterator<Unit>,
  order: Order,
  jobs: number,
  io: Io,
  makeLanguage: MakeLanguage,
): AsyncGenerator<[Unit, Outcome]> {
  const said = new Set<string>();
  const say = (line: string): void => {
    if (!said.has(line)) io.stderr.write(line);
    said.add(line);
  };
  // Also for workers alone: what is wrong is then told once, and before anything is done.
  // Standard input is opened only by what reads it, so nothing is copied of what gives it.
  const saying: Io = Object.create(io, { stderr: { value: { ...io.stderr, write: say } } });
  const work = await workFor(order, saying, makeLanguage);
  const { program } = io;
  if (program === undefined) {
    yield* outcomesHere(units, work);
    return;
  }
  const lost = ({ origin }: Unit): Promise<Outcome> => work({ origin, content: { is: 'unread', ...TOO_MUCH } });
  const start = { isEmhWorker: true, order, cwd: io.cwd } as const;
  const fromWorkers = (some: AsyncIterator<Unit>): AsyncGenerator<[Unit, Outcome]> =>
    withWorkers(withStdin(some, io), { jobs, program, start, lost, say });
  if (jobs > 1) {
    yield* fromWorkers(units);
    return;
  }
  const sorted = bySize(units);
  while (!(await sorted.isEnd())) {
    yield* outcomesHere(sorted.small, work);
    // What runs out of memory in this thread ends the run, in a worker it is told.
    if (!(await sorted.isEnd())) yield* fromWorkers(sorted.large);
  }
}

/** The outcomes of work in this thread, which looks for signals now and then. */
async function* outcomesHere(units: AsyncIterator<Unit>, work: Work): AsyncGenerator<[Unit, Outcome]> {
  let turned = performance.now();
  for (let unit = await units.next(); unit.done !== true; unit = await units.next()) {
    yield [unit.value, await work(unit.value)];
    if (performance.now() - turned < TURN) continue;
    await setImmediate();
    turned = performance.now();
  }
}

const TOO_MUCH = { code: 'too-long', message: 'The text states more than there is memory to check.' } as const;

/** Characters, or bytes of a file, of which a text is large. */
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

/** Units in turns: `small` ends before the next large one, and `large` before the next that is not. */
function bySize(units: AsyncIterator<Unit>) {
  let next: Promise<IteratorResult<Unit>> | null = null;
  const peek = (): Promise<IteratorResult<Unit>> => (next ??= units.next());
  const those = (are: boolean): AsyncIterator<Unit> => ({
    async next() {
      const unit = await peek();
      if (unit.done === true || isLarge(unit.value) !== are) return END;
      next = null;
      return unit;
    },
  });
  return { small: those(false), large: those(true), isEnd: async () => (await peek()).done === true };
}

const END: IteratorResult<Unit> = { done: true, value: undefined };

/** The units until `stop` resolves, also where the next one never comes. */
export function stoppable(units: AsyncIterator<Unit>, stop: Promise<void>): AsyncIterator<Unit> {
  let stopped = false;
  // Of the unit that is waited for alone: with Promise.race, `stop` would hold every unit that ever came.
  let giveUp = (_: IteratorResult<Unit>): void => {};
  void stop.then(() => {
    stopped = true;
    giveUp(END);
  });
  return {
    next: () =>
      stopped
        ? Promise.resolve(END)
        : new Promise((resolve, reject) => {
            giveUp = resolve;
            units.next().then(resolve, reject);
          }),
  };
}
