import type { Arguments } from '../arguments.ts';
import type { Io, Output } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import { jobsOf } from '../options.ts';
import { type AboutKeys, FACETS, tellsAbout } from './about.ts';
import type { AlertsOrder } from './alerts-work.ts';
import type { Outcome } from './outcome.ts';
import { outcomesOf, stoppable } from './outcomes.ts';
import { readingOf } from './reading.ts';
import { stopOf } from './stop.ts';
import { addFound, noTally, type Tally } from './tally.ts';
import { nameOf, type Unit } from './unit.ts';
import { type Holding, type UnitOptions, unitsOf } from './units.ts';
import { ownFilesOf } from './written.ts';

/** The names of header lines, keys and columns that the command line gives. */
export const aboutKeysOf = (args: Arguments): AboutKeys =>
  Object.fromEntries(FACETS.map((facet) => [facet, args.value(`${facet}-key`)]).filter(([, name]) => name !== undefined)) as AboutKeys;

/** How the command line says that its files are to be read. */
export const unitOptionsOf = (args: Arguments, cwd: string): Omit<UnitOptions, 'onBytes'> => ({
  holding: (args.value('as') ?? null) as Holding | null,
  column: args.value('column') ?? null,
  idColumn: args.value('id-column') ?? null,
  only: null,
  not: ownFilesOf(args, cwd),
  keepsColumn: tellsAbout(aboutKeysOf(args)),
});

/** How a reading of an archive ended. */
export interface AlertsRead {
  readonly tally: Tally;
  /** A person stopped it before its end. */
  readonly isStopped: boolean;
}

/** Checks all that the command line names, or reads what was found before, and hands on what came of each text, in order. */
export async function readAlerts(
  args: Arguments,
  order: AlertsOrder,
  screen: Output,
  io: Io,
  makeLanguage: MakeLanguage,
  take: (outcome: Outcome, unit: Unit) => void,
): Promise<AlertsRead> {
  const reading = readingOf(args, screen, io);
  const units = unitsOf(args.operands, { ...unitOptionsOf(args, io.cwd), onBytes: reading.onBytes }, io);
  const stop = stopOf(io);
  const tally = noTally();
  try {
    const lexicons = args.values('lexicon');
    for await (const [unit, outcome] of outcomesOf(stoppable(units, stop.asked), { ...order, lexicons }, jobsOf(args), io, makeLanguage)) {
      const { found, unread, isPartial, bytes } = outcome;
      if (found !== null) addFound(tally, found);
      if (isPartial) tally.partial++;
      if (unread !== null) {
        tally.unread++;
        reading.clear();
        io.stderr.write(`emh: ${nameOf(unit.origin)}: ${unread.message}\n`);
      }
      take(outcome, unit);
      reading.onText(tally.texts, bytes);
    }
  } finally {
    stop.listenNoMore();
    reading.clear();
  }
  return { tally, isStopped: stop.isAsked() };
}
