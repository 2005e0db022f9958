import { Failure } from '../failure.ts';
import type { Format } from '../formats/format.ts';
import type { BaselineWriter } from './baseline.ts';
import type { Destination, Progress } from './destination.ts';
import type { Outcome } from './outcome.ts';
import { sampleOf } from './sample.ts';
import { addFound, noTally, type Tally } from './tally.ts';
import { nameOf, type Unit } from './unit.ts';

export interface CheckRun {
  readonly format: Format;
  readonly to: Destination;
  readonly baseline: BaselineWriter | null;
  /** How many texts with something in them are written; null for all. */
  readonly sample: { readonly count: number; readonly seed: number } | null;
  /** Told of what cannot be checked. */
  readonly onUnread: (name: string, message: string) => void;
  /** Told after each text. */
  readonly onText: (tally: Tally, bytes: number) => void;
}

/** What a run has come to. */
export interface CheckEnd {
  readonly tally: Tally;
  readonly progress: Progress;
  /** Writes what comes behind the texts. */
  end(tail: string): Promise<void>;
}

/** Passes over the units that an earlier run has done. Throws a Failure where they are not the ones that it did. */
export async function skipDone(units: AsyncIterator<Unit>, before: Progress | null): Promise<void> {
  let names = 0;
  for (let i = 0; i < (before?.done ?? 0); i++) {
    const unit = await units.next();
    if (unit.done === true) throw new Failure(CHANGED);
    names = nextNames(names, unit.value);
  }
  if (before !== null && names !== before.names) throw new Failure(CHANGED);
}

const CHANGED = 'the archive has changed since the run began: it does not begin with the same files; run without --resume';

/** Writes what came of each unit, and counts. Nothing of a text is written in part. */
export async function runCheck(outcomes: AsyncIterable<[Unit, Outcome]>, run: CheckRun): Promise<CheckEnd> {
  const { format, to, baseline, onUnread, onText } = run;
  const { before } = to;
  const tally = before?.tally ?? noTally();
  const sample = run.sample === null ? null : sampleOf(run.sample.count, run.sample.seed, before?.drawn);
  let { done = 0, names = 0, some = false } = before ?? {};
  const put = async (printed: string): Promise<void> => {
    if (printed === '') return;
    await to.write(`${some ? format.between : format.first}${printed}`);
    some = true;
  };
  const progress = (): Progress => ({ done, names, tally, drawn: sample?.drawn() ?? [], some });
  // Not before something is done: a run that cannot begin prints nothing.
  let hasHead = before !== null;
  const putHead = async (): Promise<void> => {
    if (!hasHead) await to.write(format.head);
    hasHead = true;
  };
  for await (const [unit, { printed, found, unread, baseline: lines, bytes, isPartial }] of outcomes) {
    await putHead();
    done++;
    names = nextNames(names, unit);
    baseline?.write(lines);
    if (found !== null) addFound(tally, found);
    if (isPartial) tally.partial++;
    if (unread !== null) {
      tally.unread++;
      onUnread(nameOf(unit.origin), unread.message);
    }
    if (sample === null || unread !== null) await put(printed);
    else if (found !== null && found.alerts.length > 0) sample.add(done, nameOf(unit.origin), printed);
    onText(tally, bytes);
    to.keep(progress);
  }
  return {
    tally,
    get progress() {
      return progress();
    },
    async end(tail) {
      await putHead();
      for (const { printed } of sample?.drawn() ?? []) await put(printed);
      await to.write(tail);
    },
  };
}

/** A number that depends on the names of all units so far, in their order. */
function nextNames(names: number, { origin }: Unit): number {
  let next = names;
  for (const unit of `${nameOf(origin)}\n`) next = (Math.imul(next, 31) + (unit.codePointAt(0) ?? 0)) | 0;
  return next;
}
