import { previewPage } from '../../language/preview/preview.ts';
import { type Command, EXIT } from '../command.ts';
import { UsageFailure } from '../failure.ts';
import { readReport } from '../input.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

export const preview: Command = {
  name: 'preview',
  summary: 'write a report as a page to read, print or keep',
  usage: ['FILE > report.html'],
  notes: [
    'FILE is a report, or - for standard input. The page (HTML) goes to standard output and needs nothing else; a browser prints it, also to',
    'PDF. Comments are left out. What is wrong stands in the margin on the screen, and is not printed.',
    'Exit code: 0, or 2 where the file or a lexicon could not be read.',
  ],
  options: LEXICON_OPTION,

  async run(args, io, makeLanguage) {
    const [file, ...more] = args.operands;
    if (file === undefined) throw new UsageFailure('preview needs a file, or - for standard input');
    if (more.length > 0) throw new UsageFailure('preview takes one file');
    const { name, path, text } = await readReport(file, io);
    const language = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(path);
    io.stdout.write(previewPage(language.read(text), name.split(/[\\/]/).at(-1) ?? name));
    return EXIT.clean;
  },
};
