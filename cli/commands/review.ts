import { HOLDING_OPTIONS } from '../archive/check-options.ts';
import { aboutKeysOf, readAlerts, unitOptionsOf } from '../archive/read-alerts.ts';
import { stopOf } from '../archive/stop.ts';
import { ownFilesOf } from '../archive/written.ts';
import { type Arguments, countOf } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { coloursFor } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { STDIN } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { knownRules } from '../known-rules.ts';
import type { MakeLanguage } from '../language.ts';
import { JOBS_OPTION, LEXICON_OPTION } from '../options.ts';
import { type DecisionsRead, decisionsBeside, readDecisions, writeDecisions } from '../review/decisions.ts';
import { alertsDrawn, type DrawnAlert } from '../review/drawn.ts';
import { findTexts } from '../review/find-texts.ts';
import { drawReview, reviewReport } from '../review/report.ts';
import { sessionOf } from '../review/session.ts';

/** Enough for a confidence interval of ten in a hundred either way, at its widest. */
const USUAL_SAMPLE = 100;
const MOST_SAMPLE = 10_000;

export const review: Command = {
  name: 'review',
  summary: 'judge alerts one by one on a page of this machine, and measure how often rules are right',
  usage: ['PATH... [--reviewer NAME]', '[PATH] --report [--json]'],
  notes: [
    'PATH is what emh check reads, which is then checked, or results that emh check --format ndjson wrote, beside the texts that they are about. The page is served',
    'on this machine alone, at the address that is printed; Ctrl+C ends it. Each decision is kept at once in PATH.emh-decisions.jsonl, and known again when the same',
    'text is checked again, wherever it then lies.',
    "--report shows the precision of each rule that was judged, with its 95 % confidence interval (Wilson), and how far reviewers agree (Cohen's kappa).",
    'Exit code: 0, 2 where something could not be read or written, 130 where it was stopped before the page was there.',
  ],
  options: {
    reviewer: { value: 'NAME', help: 'who judges; the name of the user if not given' },
    decisions: {
      value: 'FILE',
      multiple: true,
      help: 'where decisions are kept; of several, the first is written to, and all count in --report',
    },
    sample: { value: 'N', help: `so many alerts of each rule, drawn at random; ${USUAL_SAMPLE} if not given` },
    seed: { value: 'N', help: 'the same seed draws the same sample; 1 if not given' },
    rule: { value: 'ID', help: 'alerts of this rule alone' },
    port: { value: 'N', help: 'port of the page; any free one if not given' },
    report: { help: 'no page: what the decisions come to' },
    json: { help: '--report: as JSON' },
    ...HOLDING_OPTIONS,
    ...JOBS_OPTION,
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const files = filesOf(args);
    if (args.has('json') && !args.has('report')) throw new UsageFailure('--json needs --report');
    const read = readDecisions(files, io, args.has('report'));
    for (const problem of read.problems) io.stderr.write(`emh: ${problem}\n`);
    return args.has('report') ? report(args, read, io) : serve(args, files[0] ?? '', read, io, makeLanguage);
  },
};

function filesOf(args: Arguments): readonly string[] {
  const named = args.values('decisions');
  if (named.length > 0) return named;
  const [first] = args.operands;
  if (first === undefined)
    throw new UsageFailure(args.has('report') ? 'review --report needs a path or --decisions' : 'review needs a file or a folder');
  if (first === STDIN) throw new UsageFailure('review of standard input needs --decisions');
  return [decisionsBeside(first)];
}

function report(args: Arguments, { decisions }: DecisionsRead, io: Io): number {
  const found = reviewReport(decisions, args.value('rule') ?? null);
  io.stdout.write(
    args.has('json') ? `${JSON.stringify(found, null, 2)}\n` : drawReview(found, widthOfScreen(io.stdout), coloursFor(io.stdout, io, args)),
  );
  return EXIT.clean;
}

async function serve(args: Arguments, file: string, { decisions }: DecisionsRead, io: Io, makeLanguage: MakeLanguage): Promise<number> {
  if (args.operands.length === 0) throw new UsageFailure('review needs a file or a folder');
  const port = countOf(args, 'port') ?? 0;
  if (port > 65535) throw new UsageFailure(`--port is a number up to 65535, not '${args.value('port')}'`);
  const reviewer = oneLine(args.value('reviewer') ?? io.env.USER ?? io.env.USERNAME ?? 'reviewer').slice(0, 80);
  ownFilesOf(args, io.cwd);
  const kept = readDecisions([file], io);
  if (kept.decisions.length === 0 && kept.foreign > 0)
    throw new Failure(`${oneLine(file)}: holds no decisions but something else; nothing is added to it`);
  // Before all is checked: what is said must find its place.
  const writer = writeDecisions(file, io);
  try {
    const alerts = await alertsOf(args, io, makeLanguage);
    if (alerts === null) return EXIT.stopped;
    if (alerts.length === 0) {
      io.stderr.write('emh: there is no alert to judge\n');
      return EXIT.clean;
    }
    const rules = await knownRules(args.values('lexicon'), io, makeLanguage);
    const session = sessionOf({ alerts, rules, reviewer, decisions, writer, now: () => new Date() });
    // Listens before the address is told: whoever reads it may ask for an end at once.
    const stop = stopOf(io);
    const { serveReview } = await import('../review/server.ts');
    const server = await serveReview(session, port);
    io.stdout.write(`${server.url}\n`);
    io.stderr.write(`emh: ${plural(alerts.length, 'alert')} to judge at this address, on this machine alone; Ctrl+C ends it\n`);
    await stop.asked;
    stop.listenNoMore();
    await server.close();
    const { judged, all } = session.counts();
    io.stderr.write(`emh: ${judged} of ${plural(all, 'alert')} judged by ${reviewer}, kept in ${oneLine(file)}\n`);
    return EXIT.clean;
  } finally {
    writer.close();
  }
}

/** The alerts that are to be judged, each with its text; null where a person stopped it. */
async function alertsOf(args: Arguments, io: Io, makeLanguage: MakeLanguage): Promise<readonly DrawnAlert[] | null> {
  const count = countOf(args, 'sample') ?? USUAL_SAMPLE;
  if (count < 1 || count > MOST_SAMPLE)
    throw new UsageFailure(`--sample is a number from 1 to ${MOST_SAMPLE}, not '${args.value('sample')}'`);
  const sample = alertsDrawn(count, countOf(args, 'seed') ?? 1);
  const order = { does: 'alerts', gives: 'alerts', keys: aboutKeysOf(args), rule: args.value('rule') ?? null } as const;
  const { isStopped } = await readAlerts(args, order, { write: () => true }, io, makeLanguage, sample.take);
  if (isStopped) return null;
  const drawn = sample.drawn();
  for (const problem of await findTexts([...new Set(drawn.map(({ text }) => text))], unitOptionsOf(args, io.cwd), io))
    io.stderr.write(`emh: ${problem}\n`);
  const there = drawn.filter(({ text }) => text.text !== null);
  if (there.length === 0 && drawn.length > 0) throw new Failure('none of the texts that these results are about is there');
  io.stderr.write(`emh: ${plural(sample.found(), 'alert')} found, ${there.length} drawn\n`);
  return there;
}
