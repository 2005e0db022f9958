import type { Language } from '../../language/language.ts';
import type { Diagnostic } from '../../language/text/diagnostic.ts';
import { type Arguments, countOf } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { coloursFor } from '../drawing/colours.ts';
import { drawDiagnostic, USUAL_ROOM } from '../drawing/diagnostic.ts';
import { linesOf } from '../drawing/lines.ts';
import { drawMatches } from '../drawing/matches.ts';
import { type Counts, count, drawSummary, noCounts } from '../drawing/summary.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { REPORTS, readFiles } from '../files.ts';
import type { Input } from '../input.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { diagnosticsJson } from '../json.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';

export const check: Command = {
  name: 'check',
  summary: 'check reports and show what is wrong in them',
  usage: ['PATH...'],
  notes: [
    'PATH is a file, a folder (the .emh and .txt files in it) or - for standard input.',
    'Columns and offsets count UTF-16 code units, as editors do.',
    'Exit code: 0 without errors and warnings, 1 with some, 2 where something could not be checked: a file that cannot be read, a rule',
    'that was not finished on a very long report, a rule, term or setting of the site that could not be understood.',
  ],
  options: {
    format: { value: 'FORMAT', choices: ['text', 'json'], help: 'text (the default) or json' },
    explain: { help: 'below each, which line of its rule matched which words' },
    quiet: { short: 'q', help: 'errors and warnings alone: no infos, hints or summary' },
    'max-warnings': { value: 'N', help: 'so many warnings are no failure' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    if (args.operands.length === 0) throw new UsageFailure('check needs a file, a folder, or - for standard input');
    const most = countOf(args, 'max-warnings') ?? 0;
    let failures = 0;
    const languageFor = await languagesWith(args.values('lexicon'), io, makeLanguage, ({ isMinor }) => {
      if (isMinor !== true) failures++;
    });
    const printer = args.value('format') === 'json' ? jsonPrinter(io) : textPrinter(args, io);
    const counts = noCounts();
    for await (const input of readFiles(args.operands, REPORTS, io)) {
      if (input instanceof Failure) {
        io.stderr.write(`emh: ${input.message}\n`);
        failures++;
        continue;
      }
      const diagnostics = diagnosticsOf(await languageFor(input.path), input, args);
      if (tellUnfinished(input, diagnostics, io)) failures++;
      count(counts, diagnostics);
      printer.show(input, diagnostics);
    }
    printer.end(counts);
    if (failures > 0) return EXIT.unchecked;
    return counts.error > 0 || counts.warning > most ? EXIT.found : EXIT.clean;
  },
};

/** Says in one line which rules were not finished on a file; whether there are any. */
function tellUnfinished({ name }: Input, diagnostics: readonly Diagnostic[], io: Io): boolean {
  const ids = new Set(diagnostics.flatMap(({ unfinished }) => unfinished ?? []));
  if (ids.size > 0) io.stderr.write(`emh: ${name}: states too much for some rules, which were not finished: ${[...ids].join(', ')}\n`);
  return ids.size > 0;
}

function diagnosticsOf(language: Language, { text }: Input, args: Arguments): readonly Diagnostic[] {
  const snapshot = language.read(text);
  const diagnostics = args.has('explain') ? language.explainChecks(snapshot) : snapshot.diagnostics;
  return args.has('quiet') ? diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning') : diagnostics;
}

/** Prints each file as it is checked, and something at the end. */
interface Printer {
  show(input: Input, diagnostics: readonly Diagnostic[]): void;
  end(counts: Counts): void;
}

function textPrinter(args: Arguments, io: Io): Printer {
  const colours = coloursFor(io.stdout, io, args);
  const style = { colours, room: widthOfScreen(io.stdout) ?? USUAL_ROOM };
  let files = 0;
  return {
    show({ name, text }, diagnostics) {
      files++;
      if (diagnostics.length === 0) return;
      const lines = linesOf(text);
      for (const diagnostic of diagnostics) {
        const why = drawMatches(lines, diagnostic.matches ?? [], style);
        io.stdout.write(`${drawDiagnostic(name, lines, diagnostic, style)}${why}\n`);
      }
    },
    end(counts) {
      if (files > 0 && !args.has('quiet')) io.stdout.write(drawSummary(counts, files, colours));
    },
  };
}

/** One array, written file by file, so that an archive need not fit into memory. */
function jsonPrinter(io: Io): Printer {
  let before = '[';
  return {
    show(input, diagnostics) {
      io.stdout.write(`${before}\n${JSON.stringify(diagnosticsJson(input, diagnostics))}`);
      before = ',';
    },
    end() {
      io.stdout.write(before === '[' ? '[]\n' : '\n]\n');
    },
  };
}
