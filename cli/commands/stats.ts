import { ABOUT_OPTIONS } from '../archive/about.ts';
import { countsIn } from '../archive/alerts-work.ts';
import { HOLDING_OPTIONS } from '../archive/check-options.ts';
import type { DateOrder } from '../archive/month.ts';
import { aboutKeysOf, readAlerts } from '../archive/read-alerts.ts';
import { countOf } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';
import { knownRules } from '../known-rules.ts';
import { JOBS_OPTION, LEXICON_OPTION } from '../options.ts';
import { readPrecisions } from '../review/decisions-precision.ts';
import { type ArchiveCounts, addReport, noArchive } from '../stats/counts.ts';
import { summaryOf } from '../stats/summary.ts';
import { writeWhole } from '../write.ts';

export const stats: Command = {
  name: 'stats',
  summary: 'show what is found over months, rules, exams, authors and templates',
  usage: ['PATH... -o FILE.html', 'PATH... --json'],
  notes: [
    'PATH is what emh check reads, which is then checked, or results that emh check --format ndjson wrote. The page (HTML) needs nothing else: no script, no',
    'network. When, what, by whom and from which template a report is, is taken from keys of its record, columns of its CSV file, or its header lines.',
    'Results hold that too, under the usual names alone.',
    'Exit code: 0, 2 where something could not be read or checked, 130 where a person stopped it.',
  ],
  options: {
    output: { short: 'o', value: 'FILE', help: 'write into a file; standard output if not given' },
    json: { help: 'the numbers as JSON, no page' },
    'min-count': { value: 'N', help: 'tell no count below N, and nothing of groups with fewer reports' },
    decisions: { value: 'FILE', multiple: true, help: 'decisions of emh review, for the precision of rules; may be given again' },
    title: { value: 'TITLE', help: 'title of the page' },
    ...ABOUT_OPTIONS,
    'date-order': { value: 'ORDER', choices: ['dmy', 'mdy'], help: 'how 02/03/2024 is meant; dmy or mdy' },
    ...HOLDING_OPTIONS,
    ...JOBS_OPTION,
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    if (args.operands.length === 0) throw new UsageFailure('stats needs a file, a folder, or - for standard input');
    if (args.has('json') && args.has('title')) throw new UsageFailure('--json and --title do not go together');
    const precisions = readPrecisions(args.values('decisions'), io);
    const archive: ArchiveCounts = noArchive();
    const order = (args.value('date-order') ?? null) as DateOrder | null;
    const does = { does: 'alerts', gives: 'counts', keys: aboutKeysOf(args), rule: null } as const;
    const { tally, isStopped } = await readAlerts(
      args,
      does,
      args.has('output') ? { write: () => true } : io.stdout,
      io,
      makeLanguage,
      (outcome) => {
        for (const report of countsIn(outcome)) addReport(archive, report, order);
      },
    );
    if (isStopped) {
      io.stderr.write(`emh: stopped after ${tally.texts}; nothing is written\n`);
      return EXIT.stopped;
    }
    const { texts, unread, partial } = tally;
    const titles = new Map((await knownRules(args.values('lexicon'), io, makeLanguage)).map(({ id, title }) => [id, title]));
    const summary = summaryOf(archive, { texts, unread, least: Math.max(1, countOf(args, 'min-count') ?? 1), titles, precisions });
    const written = args.has('json')
      ? `${JSON.stringify(summary, null, 2)}\n`
      : await pageOf(summary, args.value('title') ?? 'Report check: statistics');
    const output = args.value('output');
    if (output === undefined) io.stdout.write(written);
    else writeWhole(output, written, io);
    return unread + partial > 0 ? EXIT.unchecked : EXIT.clean;
  },
};

/** The charts come with the page, and are loaded only where one is drawn. */
async function pageOf(summary: ReturnType<typeof summaryOf>, title: string): Promise<string> {
  const { statsPage } = await import('../stats/page.ts');
  return statsPage(summary, title);
}
