import { checkAll } from '../archive/check-all.ts';
import { CHECK_OPTIONS, checkFilterOptions, checkOptions } from '../archive/check-options.ts';
import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';
import { STDIN } from '../input.ts';
import { filterNdjson, filterSummary } from '../ndjson.ts';
import { jobsOf } from '../options.ts';

export const check: Command = {
  name: 'check',
  summary: 'check reports and show what is wrong in them',
  usage: ['PATH...', 'PATH... --format FORMAT --output FILE [--resume]', '[FILE] --ndjson'],
  notes: [
    'PATH is a file, a folder, a pattern such as "2024-*.txt", or - for standard input. Files end in .emh or .txt (a report), .ndjson or .jsonl (one',
    '{"id": ..., "text": ...} a line), .csv or .tsv (a column of reports); each may be packed (.gz). Of a folder, such files are read.',
    'With --ndjson, FILE (standard input where none is named) is NDJSON. Each line gives one line, in the same order: the id, the other keys of the object',
    'but `error`, then version, checked ({"tool": ..., "rules": ..., "key": ...}: what checked it, and what it checked) and diagnostics. A line that cannot',
    'be read gives {"id": ..., "checked": ..., "error": {"code": ..., "message": ..., "line": ...}}. The last line on standard error is a summary (JSON).',
    'Columns and offsets count UTF-16 code units, as editors do.',
    'Exit code: 0 without errors and warnings, 1 with some, 2 where something could not be checked: a file that cannot be read, a rule',
    'that was not finished on a very long report, a rule, term or setting of the site that could not be understood; 130 where a person',
    'stopped it. With --ndjson: 0, or 2 where the file or a lexicon could not be read.',
  ],
  options: CHECK_OPTIONS,

  async run(args, io, makeLanguage) {
    if (args.has('ndjson')) {
      checkFilterOptions(args);
      const options = { gives: 'diagnostics', lexicons: args.values('lexicon'), jobs: jobsOf(args) } as const;
      io.stderr.write(filterSummary(await filterNdjson(args.operands[0] ?? STDIN, options, io, makeLanguage)));
      return EXIT.clean;
    }
    if (args.operands.length === 0) throw new UsageFailure('check needs a file, a folder, or - for standard input');
    return checkAll(args, checkOptions(args), io, makeLanguage);
  },
};
