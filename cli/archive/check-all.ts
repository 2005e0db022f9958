import type { Rule } from '../../language/rules/rule.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT } from '../command.ts';
import { coloursFor, wantsColour } from '../drawing/colours.ts';
import { USUAL_ROOM } from '../drawing/diagnostic.ts';
import { drawRates } from '../drawing/rates.ts';
import { FORMATS } from '../formats/formats.ts';
import { changedSince } from '../git.ts';
import { type Io, type Output, widthOfScreen, writeSlowly } from '../io.ts';
import { knownRules } from '../known-rules.ts';
import type { MakeLanguage } from '../language.ts';
import { jobsOf } from '../options.ts';
import { VERSION } from '../version.ts';
import { tellsAbout } from './about.ts';
import { writeBaseline } from './baseline.ts';
import { CHECK_OPTIONS, type CheckOptions } from './check-options.ts';
import type { Destination } from './destination.ts';
import { outcomesOf, stoppable } from './outcomes.ts';
import { readingOf } from './reading.ts';
import { resultFile } from './result-file.ts';
import { runCheck, skipDone } from './run-check.ts';
import { stopOf } from './stop.ts';
import { per1000, type Tally } from './tally.ts';
import { unitsOf } from './units.ts';
import type { Order } from './work.ts';
import { ownFilesOf } from './written.ts';

/** Checks all that the words of the command line name, writes what was found, and gives the exit code. */
export async function checkAll(args: Arguments, options: CheckOptions, io: Io, makeLanguage: MakeLanguage): Promise<number> {
  const output = args.value('output');
  const not = ownFilesOf(args, io.cwd);
  const to =
    output === undefined ? toStream(io.stdout) : resultFile(output, askedFor(args, Object.keys(CHECK_OPTIONS)), args.has('resume'), io);
  if (to === null) {
    io.stderr.write(`emh: ${output}: is complete; there is nothing to resume\n`);
    return EXIT.clean;
  }
  const screen: Output = output === undefined ? io.stdout : { write: () => true };
  const colours = coloursFor(screen, io, args);
  const style = { room: widthOfScreen(screen) ?? USUAL_ROOM, colours };
  const format = FORMATS[options.format](style);
  const order: Order = {
    does: 'check',
    format: options.format,
    explain: args.has('explain'),
    quiet: args.has('quiet'),
    words: !args.has('no-words'),
    baseline: args.value('baseline') ?? null,
    writesBaseline: args.has('write-baseline'),
    style: { room: style.room, colours: wantsColour(screen, io.env, args) },
    lexicons: args.values('lexicon'),
  };
  const reading = readingOf(args, screen, io);
  const units = unitsOf(
    args.operands,
    {
      holding: options.holding,
      column: args.value('column') ?? null,
      idColumn: args.value('id-column') ?? null,
      ...(format.tellsReports === true ? { keepsColumn: tellsAbout({}) } : {}),
      not,
      words: order.words,
      onBytes: reading.onBytes,
      only: args.has('since') ? await changedSince(args.value('since') ?? '', io.cwd) : null,
    },
    io,
  );
  await skipDone(units, to.before);
  const baseline = args.has('write-baseline') ? writeBaseline(args.value('write-baseline') ?? '', io) : null;
  const stop = stopOf(io);
  const end = await runCheck(outcomesOf(stoppable(units, stop.asked), order, jobsOf(args), io, makeLanguage), {
    format,
    to,
    baseline,
    sample: options.sample,
    onUnread: (name, message) => {
      reading.clear();
      io.stderr.write(`emh: ${name}: ${message}\n`);
    },
    onText: ({ texts }, bytes) => reading.onText(texts, bytes),
  }).finally(() => {
    stop.listenNoMore();
    reading.clear();
  });
  const { tally } = end;
  if (stop.isAsked()) {
    baseline?.abandon();
    if (output !== undefined) {
      to.pause(end.progress);
      io.stderr.write(`emh: stopped after ${end.progress.done}; --resume goes on from there\n`);
      return EXIT.stopped;
    }
  }
  const rules = ['sarif', 'html'].includes(options.format) ? await rulesOf(tally, args, io, makeLanguage) : [];
  await end.end(format.tail({ tally, some: end.progress.some, quiet: order.quiet, complete: !stop.isAsked(), rules, version: VERSION }));
  to.finish();
  if (args.has('stats')) {
    const where = options.format === 'text' && output === undefined ? io.stdout : io.stderr;
    where.write(drawRates(tally, widthOfScreen(where), coloursFor(where, io, args)));
  }
  if (stop.isAsked()) return EXIT.stopped;
  baseline?.finish();
  return exitCodeOf(tally, options);
}

function exitCodeOf(tally: Tally, { most }: CheckOptions): number {
  const { counts, unread, partial } = tally;
  if (unread + partial > 0) return EXIT.unchecked;
  if (most.per1000 !== null) return per1000(counts.error + counts.warning, tally) > most.per1000 ? EXIT.found : EXIT.clean;
  return counts.error > most.errors || counts.warning > most.warnings ? EXIT.found : EXIT.clean;
}

const toStream = (output: Output): Destination => ({
  before: null,
  write: (text) => (text === '' ? undefined : writeSlowly(output, text)),
  keep: () => {},
  finish: () => {},
  pause: () => {},
});

/** Options that change nothing in a result file. */
const ASIDE = new Set(['resume', 'jobs', 'output', 'color', 'no-color', 'max-errors', 'max-warnings', 'max-per-1000', 'stats']);

/** What a run is asked for, so that another one is not taken for it. */
function askedFor(args: Arguments, options: readonly string[]): string {
  const values = options.filter((name) => !ASIDE.has(name) && args.has(name)).map((name) => [name, args.values(name)]);
  return JSON.stringify([VERSION, args.operands, values]);
}

/** The rules that found something. */
const rulesOf = async (tally: Tally, args: Arguments, io: Io, makeLanguage: MakeLanguage): Promise<readonly Rule[]> =>
  (await knownRules(args.values('lexicon'), io, makeLanguage)).filter(({ id }) => Object.hasOwn(tally.rules, id));
