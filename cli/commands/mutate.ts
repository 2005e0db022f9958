import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { CLASS_NAMES, type Mutant, type MutationClass } from '../../mutation/mutant.ts';
import { mutate } from '../../mutation/mutate.ts';
import { countOf } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { coloursFor } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { drawTable } from '../drawing/table.ts';
import { codeOf, Failure, systemReason, UsageFailure } from '../failure.ts';
import { REPORTS, readFiles } from '../files.ts';
import { widthOfScreen } from '../io.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

/** A mutant as the record has it. */
interface Entry extends Mutant {
  readonly source: string;
  /** Where it was written; null without --out. */
  readonly file: string | null;
}

const RECORD = 'mutants.json';

export const mutateCommand: Command = {
  name: 'mutate',
  summary: 'put mistakes into sound reports, to see what the checks find',
  usage: ['FILE... [--class CLASS] [--seed N] [--each N]', 'FILE... --out DIR', 'FILE... --json'],
  notes: [
    'FILE may also be a folder or - for standard input. No file that is read is changed.',
    `CLASS is one of ${CLASS_NAMES.join(', ')}.`,
    `--out writes each mutant as a file and ${RECORD}, which says what is wrong in it and where.`,
    'Exit code: 0, 2 where a file could not be read or written.',
  ],
  options: {
    class: { value: 'CLASS', choices: CLASS_NAMES, multiple: true, help: 'mistakes of this class alone; may be given again' },
    seed: { value: 'N', help: 'the same seed gives the same mutants; 1 if not given' },
    each: { value: 'N', help: 'so many mutants of a class for each file at most; 1 if not given' },
    out: { value: 'DIR', help: 'the folder to write into; made where it is missing' },
    json: { help: 'print the record, with the text of the mutants' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    if (args.operands.length === 0) throw new UsageFailure('mutate needs a file, a folder, or - for standard input');
    const languageFor = await languagesWith(args.values('lexicon'), io, makeLanguage);
    const classes = args.values('class') as readonly MutationClass[];
    const options = { seed: countOf(args, 'seed') ?? 1, each: countOf(args, 'each') ?? 1, ...(classes.length > 0 ? { classes } : {}) };
    const out = args.value('out');
    const entries: Entry[] = [];
    let failures = 0;
    for await (const input of readFiles(args.operands, REPORTS, io)) {
      if (input instanceof Failure) {
        io.stderr.write(`emh: ${input.message}\n`);
        failures++;
        continue;
      }
      const mutants = mutate(input.text, await languageFor(input.path), options);
      for (const mutant of mutants)
        entries.push({ source: input.name, file: out === undefined ? null : nameOf(input.name, entries.length, mutant), ...mutant });
    }
    if (out !== undefined) await writeAll(out, io.cwd, entries);
    if (args.has('json')) io.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
    else {
      const colours = coloursFor(io.stdout, io, args);
      const rows = entries.map((entry) => [entry.source, entry.class, entry.injected.words, entry.injected.what, entry.file ?? '']);
      if (rows.length > 0)
        io.stdout.write(drawTable(['source', 'class', 'words', 'what', 'file'], rows, widthOfScreen(io.stdout), colours));
      const why = entries.length + failures > 0 ? '' : ': nothing was found in these texts that such a mistake could be put into';
      io.stderr.write(`${plural(entries.length, 'mutant')}${why}.\n`);
    }
    return failures > 0 ? EXIT.unchecked : EXIT.clean;
  },
};

/** `003-side-swap-report.emh`: numbered, because sources in several folders may share a name. */
function nameOf(source: string, index: number, mutant: Mutant): string {
  const plain = basename(source).replaceAll(/[^\w.-]+/g, '_');
  const ending = extname(plain) === '' ? '.emh' : '';
  return `${String(index + 1).padStart(3, '0')}-${mutant.class}-${plain}${ending}`;
}

/** Writes the mutants and their record. Throws a Failure where the folder or a file cannot be written. */
async function writeAll(word: string, cwd: string, entries: readonly Entry[]): Promise<void> {
  const folder = resolve(cwd, word);
  try {
    await mkdir(folder, { recursive: true });
    for (const { file, text } of entries) if (file !== null) await writeFile(join(folder, file), text, { flag: 'wx' });
    const record = entries.map(({ text: _, ...rest }) => rest);
    await writeFile(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const reason = codeOf(error) === 'EEXIST' ? 'files of these names are there already' : systemReason(error);
    throw new Failure(`${oneLine(word)}: cannot be written: ${reason}`);
  }
}
