import { toContract } from '../../language/contract.ts';
import type { Arguments } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { coloursFor } from '../drawing/colours.ts';
import { USUAL_ROOM } from '../drawing/diagnostic.ts';
import { drawExplained } from '../drawing/explained.ts';
import { drawFindings } from '../drawing/findings.ts';
import { linesOf } from '../drawing/lines.ts';
import { UsageFailure } from '../failure.ts';
import { readReport, STDIN } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { type LanguageFor, languagesWith } from '../language.ts';
import { filterNdjson } from '../ndjson.ts';
import { JOBS_OPTION, jobsOf, LEXICON_OPTION } from '../options.ts';

const WAYS = ['json', 'explain', 'ndjson'] as const;

export const findings: Command = {
  name: 'findings',
  summary: 'show what a report says, as findings',
  usage: ['FILE', 'FILE --json', 'FILE --explain', '[FILE] --ndjson'],
  notes: [
    'FILE is a report, or - for standard input. A text may hold several reports, parted by lines of ---.',
    'With --ndjson, FILE (standard input where none is named) holds one object {"id": ..., "text": "..."} a line. Each gives one line,',
    'in the same order: the id, the other keys of the object but `error`, then what --json prints. A line that cannot be read gives',
    '{"id": ..., "error": {"code": ..., "message": ..., "line": ...}} and the next one is read.',
    'Exit code: 0, or 2 where the file or a lexicon could not be read.',
  ],
  options: {
    json: { help: 'findings, impression and diagnostics as JSON (offsets count UTF-16 code units)' },
    explain: { help: 'each statement: what its words were taken as, and why each finding came out as it did' },
    ndjson: { help: 'many texts: one JSON object a line in, one a line out' },
    ...JOBS_OPTION,
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const [file, ...more] = args.operands;
    const ways = WAYS.filter((way) => args.has(way));
    if (ways.length > 1) throw new UsageFailure(`--${ways[0]} and --${ways[1]} do not go together`);
    if (file === undefined && !args.has('ndjson')) throw new UsageFailure('findings needs a file, or - for standard input');
    if (more.length > 0) throw new UsageFailure('findings takes one file');
    const lexicons = args.values('lexicon');
    if (args.has('ndjson')) await filterNdjson(file ?? STDIN, { gives: 'findings', lexicons, jobs: jobsOf(args) }, io, makeLanguage);
    else await show(file ?? STDIN, args, await languagesWith(lexicons, io, makeLanguage), io);
    return EXIT.clean;
  },
};

async function show(file: string, args: Arguments, languageFor: LanguageFor, io: Io): Promise<void> {
  const { name, path, text } = await readReport(file, io);
  const language = await languageFor(path);
  const snapshot = language.read(text);
  if (args.has('json')) {
    io.stdout.write(`${JSON.stringify(toContract(snapshot), null, 2)}\n`);
    return;
  }
  const colours = coloursFor(io.stdout, io, args);
  const lines = linesOf(text);
  const room = widthOfScreen(io.stdout);
  const drawn = args.has('explain')
    ? language.explain(snapshot).map((each) => drawExplained(name, lines, each, language.lexicon, { colours, room: room ?? USUAL_ROOM }))
    : snapshot.reports.map((report) => drawFindings(name, lines, report, room, colours));
  io.stdout.write(drawn.join('\n'));
}
