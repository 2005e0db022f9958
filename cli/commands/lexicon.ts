import type { Command } from '../command.ts';
import { OUTPUT_OPTIONS } from '../exchange/exchanged.ts';
import { importModels } from '../exchange/finding-models.ts';
import { UsageFailure } from '../failure.ts';
import { add } from '../lexicon/add.ts';
import { check } from '../lexicon/check.ts';
import { lookUp } from '../lexicon/look-up.ts';
import { LEXICON_OPTION } from '../options.ts';

/** Options that belong to one of its ways alone. */
const OWN = { as: ['add'], kind: ['add'], pack: ['add'], lexicon: ['lookup', 'import'], output: ['import'], force: ['import'] } as const;

const ACTIONS = ['check', 'lookup', 'add', 'import'] as const;

export const lexicon: Command = {
  name: 'lexicon',
  summary: 'check the words of a department, look words up, add or import some',
  usage: ['check [FILE...]', 'lookup WORDS', 'add WORDS --as TERM [--kind CATEGORY] [--pack FILE]', 'import FILE [-o FILE.yaml]'],
  notes: [
    'FILE is a lexicon (.yaml) or a folder of them; without one, those of this site (.emh/lexicon/*.yaml).',
    'lookup says what words are read as, where that stands, its codes, and which rules and templates use it; WORDS may be an id.',
    'add writes one line: words for a term that there is (--as mass), or a new term, whose category --kind gives (head, site, ...).',
    'Words that mean something else already, or that no report could match, are refused.',
    'import makes a lexicon of finding models of the Open Imaging Data Model (JSON); what it has no place for is listed on standard error.',
    'Exit code: 0, 1 where an error or a warning was found, words are unknown or refused, 2 where a file could not be read or written.',
  ],
  options: {
    json: { help: 'the answer as JSON' },
    as: { value: 'TERM', help: 'add: the id or words of what is meant; of a new term, its id' },
    kind: { value: 'CATEGORY', help: 'add: the category of a new term, such as head, site or diagnosis' },
    pack: { value: 'FILE', help: `add: the lexicon to write to, if not the site's only one or its site.yaml` },
    ...OUTPUT_OPTIONS,
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const [word, ...operands] = args.operands;
    const action = ACTIONS.find((own) => own === word);
    if (action === undefined)
      throw new UsageFailure(
        word === undefined ? 'lexicon needs check, lookup, add or import' : `lexicon can check, lookup, add or import, not '${word}'`,
      );
    for (const [option, of] of Object.entries(OWN))
      if (args.has(option) && !(of as readonly string[]).includes(action))
        throw new UsageFailure(`--${option} belongs to ${of.join(' and ')}`);
    if (action === 'import') return importModels(operands, args, io, makeLanguage);
    if (action === 'check') return check(operands, args, io);
    return action === 'lookup' ? lookUp(operands, args, io, makeLanguage) : add(operands, args, io);
  },
};
