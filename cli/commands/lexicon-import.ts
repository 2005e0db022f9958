import type { Command } from '../command.ts';
import { OUTPUT_OPTIONS } from '../exchange/exchanged.ts';
import { importModels } from '../exchange/finding-models.ts';
import { UsageFailure } from '../failure.ts';
import { LEXICON_OPTION } from '../options.ts';

export const lexicon: Command = {
  name: 'lexicon',
  summary: 'make a lexicon of finding models',
  usage: ['import FILE [-o FILE.yaml]'],
  notes: [
    'import makes a lexicon (YAML) of finding models of the Open Imaging Data Model (JSON); put it into .emh/lexicon/ of a site to use it.',
    'What a lexicon has no place for is listed on standard error.',
    'Exit code: 0, 1 where the file is refused, 2 where a file could not be read or written.',
  ],
  options: { json: { help: 'the answer as JSON' }, ...OUTPUT_OPTIONS, ...LEXICON_OPTION },

  async run(args, io, makeLanguage) {
    const [action, ...files] = args.operands;
    if (action !== 'import') throw new UsageFailure(action === undefined ? 'lexicon needs import' : `lexicon can import, not '${action}'`);
    return importModels(files, args, io, makeLanguage);
  },
};
