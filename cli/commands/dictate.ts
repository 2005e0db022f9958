import { type Dictation, normaliseDictation } from '../../language/dictation/dictation.ts';
import { type Command, EXIT } from '../command.ts';
import { printable } from '../drawing/cells.ts';
import { type Colours, coloursFor } from '../drawing/colours.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { UsageFailure } from '../failure.ts';
import { type Input, readReport, STDIN } from '../input.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

export const dictate: Command = {
  name: 'dictate',
  summary: 'turn raw dictation into report text',
  usage: ['[FILE]', '[FILE] --changes', '[FILE] --json'],
  notes: [
    'FILE is dictation as a recogniser writes it (small letters, spoken marks, numbers in words); - or nothing for standard input.',
    'What was written with care is left as it is. Nothing is changed in FILE.',
    'Exit code: 0, or 2 where the file or a lexicon could not be read.',
  ],
  options: {
    changes: { help: 'in place of the text, what is changed in it' },
    json: { help: 'text, changes and the way back from its places to those of the dictation (offsets count UTF-16 code units)' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    if (args.operands.length > 1) throw new UsageFailure('dictate takes one file');
    if (args.has('changes') && args.has('json')) throw new UsageFailure('--changes and --json do not go together');
    const input = await readReport(args.operands[0] ?? STDIN, io);
    const { lexicon } = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(input.path);
    const dictation = normaliseDictation(input.text, lexicon);
    if (args.has('json')) io.stdout.write(`${JSON.stringify(plain(input.text, dictation), null, 2)}\n`);
    else if (args.has('changes')) io.stdout.write(drawChanges(input, dictation, coloursFor(io.stdout, io, args)));
    else io.stdout.write(dictation.text.endsWith('\n') ? dictation.text : `${dictation.text}\n`);
    return EXIT.clean;
  },
};

/**
 * Each change with its place in the dictation (`original`) and in the text (`range`), and in `map` the stretches between, which are the
 * same in both: `start` in the text, `original` in the dictation.
 */
function plain(dictated: string, { text, changes }: Dictation): object {
  const map: { start: number; original: number; length: number }[] = [];
  const placed: object[] = [];
  let from = 0;
  let grown = 0;
  const keep = (to: number): void => {
    if (to > from) map.push({ start: from + grown, original: from, length: to - from });
  };
  for (const { original, words, written, why } of changes) {
    keep(original.start);
    const start = original.start + grown;
    placed.push({ original, range: { start, end: start + written.length }, words, written, why });
    from = original.end;
    grown += written.length - (original.end - original.start);
  }
  keep(dictated.length);
  return { text, changes: placed, map };
}

function drawChanges({ name, text }: Input, { changes }: Dictation, colours: Colours): string {
  const lines = linesOf(text);
  const rows = changes.map(({ original, words, written, why }) => {
    const start = original.start + Math.max(0, text.slice(original.start, original.end).indexOf(words));
    const { line, column } = lines.placeOf(start);
    const before = words === '' ? '' : `${colours.removed(`"${printable(words)}"`)} `;
    const after = written === '' ? 'is left out' : `-> ${colours.added(`"${printable(written)}"`)}`;
    return `${colours.strong(`${name}:${line}:${column}:`)} ${before}${after} ${colours.frame(`[${why}]`)}\n`;
  });
  return `${rows.join('')}${changes.length === 0 ? 'No changes' : plural(changes.length, 'change')}.\n`;
}
