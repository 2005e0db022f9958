import { EMPTY } from '../../language/map/describe.ts';
import { spineMap } from '../../language/map/spine-map.ts';
import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';
import { readReport } from '../input.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION, REPORT_OPTION, reportNumber } from '../options.ts';

export const map: Command = {
  name: 'map',
  summary: 'draw what a report says of the spine',
  usage: ['FILE > spine.svg', 'FILE --report N > spine.svg', 'FILE --words'],
  notes: [
    'FILE is a report, or - for standard input. The picture (SVG) goes to standard output: the spine from C1 to the coccyx with the',
    'findings at their levels and sides, and where the impression says otherwise.',
    'Exit code: 0, 1 where no finding of the spine has a level (the picture says so), 2 where a file could not be read.',
  ],
  options: {
    ...REPORT_OPTION,
    words: { help: 'the same in words, one finding a line' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const [file, ...more] = args.operands;
    if (file === undefined) throw new UsageFailure('map needs a file, or - for standard input');
    if (more.length > 0) throw new UsageFailure('map takes one file');
    const { name, path, text } = await readReport(file, io);
    const language = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(path);
    const snapshot = language.read(text);
    const number = reportNumber(args, snapshot.reports.length, name);
    const drawn = spineMap(snapshot, number, language.lexicon, { kind: 'standalone' });
    if (drawn === null) return EXIT.found;
    io.stdout.write(`${args.has('words') ? drawn.description : drawn.svg}\n`);
    if (!drawn.isEmpty) return EXIT.clean;
    io.stderr.write(`emh: ${name}: ${EMPTY}\n`);
    return EXIT.found;
  },
};
