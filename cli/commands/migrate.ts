import type { Migration } from '../../language/template/migrate/migrate.ts';
import type { Template } from '../../language/template/template.ts';
import { type Command, EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { coloursFor } from '../drawing/colours.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { REPORTS, readFiles } from '../files.ts';
import type { Input } from '../input.ts';
import type { Io } from '../io.ts';
import { type LanguageFor, languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';
import { REWRITE_OPTIONS, type Rewriting, rewriteFiles } from '../rewrite.ts';
import { templateOf } from './new.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring reports to a newer version of their template',
  usage: ['OLD NEW REPORT... [--diff]', 'OLD NEW REPORT... --check', 'OLD NEW REPORT... --write', 'OLD NEW REPORT... --json'],
  notes: [
    'OLD is the template that the reports were made from, NEW the one that they shall follow: names, or files (.emht). REPORT may be a folder.',
    'What a person wrote or filled in stays word for word. Normals that nobody touched become those of NEW, what NEW has more is added, and',
    'normals that it has no more go. Where both changed the same words, the report keeps its own, and standard error says what to look at.',
    'Exit code: 0, 1 where something is left for you or --check found a report to migrate, 2 where a file could not be read or written.',
  ],
  options: { ...REWRITE_OPTIONS, json: { help: 'what would change and what is left for you, as JSON' }, ...LEXICON_OPTION },

  async run(args, io, makeLanguage) {
    const [old, next, ...reports] = args.operands;
    if (old === undefined || next === undefined || reports.length === 0) throw new UsageFailure('migrate needs two templates and a report');
    if (args.has('json') && ['diff', 'check', 'write'].some((option) => args.has(option)))
      throw new UsageFailure('--json shows, and goes with no other option');
    const languageFor = await languagesWith(args.values('lexicon'), io, makeLanguage);
    const language = await languageFor(null);
    const [from, to] = [sound(await templateOf(old, language, io)), sound(await templateOf(next, language, io))];
    if (args.has('json')) return asJson(reports, from, to, io, languageFor);
    let left = 0;
    const own: Rewriting = {
      name: 'migrate',
      summary: '',
      notes: [],
      edits: (text, { templates }) => templates.migrate(text, from, to).edits,
      left: (text, { templates }) => {
        const count = templates.migrate(text, from, to).notes.length;
        left += count;
        return { count, words: `${plural(count, 'place')} for you to look at` };
      },
      tell: (input, { templates }) => {
        for (const line of noted(input, templates.migrate(input.text, from, to), from, coloursFor(io.stderr, io, args)))
          io.stderr.write(`${line}\n`);
      },
      says: { same: 'nothing to migrate', differs: 'to be migrated', done: 'migrated' },
      showsEdits: false,
    };
    const code = await rewriteFiles(own, reports, args, io, languageFor);
    return code === EXIT.clean && left > 0 ? EXIT.found : code;
  },
};

/** Throws a Failure for a template that cannot be understood: what it wrote could not be told from what a person wrote. */
function sound(template: Template): Template {
  const fault = template.problems.find(({ rule }) => rule === 'template-syntax');
  if (fault === undefined) return template;
  const { line, column } = linesOf(template.text).placeOf(fault.range.start);
  throw new Failure(`${oneLine(template.file)}:${line}:${column}: ${fault.message} Mend the template first`);
}

function noted({ name, text }: Input, { notes, count }: Migration, from: Template, colours: ReturnType<typeof coloursFor>): string[] {
  if (count === 0) return [`${name}: no report in it names the template ${from.name}.`];
  const lines = linesOf(text);
  return notes.map(({ message, range }) => {
    const { line, column } = lines.placeOf(range.start);
    return `${colours.strong(`${name}:${line}:${column}:`)} ${colours.severity.warning('conflict:')} ${oneLine(message)}`;
  });
}

async function asJson(reports: readonly string[], from: Template, to: Template, io: Io, languageFor: LanguageFor): Promise<number> {
  const all: object[] = [];
  let code: number = EXIT.clean;
  for await (const input of readFiles(reports, REPORTS, io)) {
    if (input instanceof Failure) {
      io.stderr.write(`emh: ${input.message}\n`);
      code = EXIT.unchecked;
      continue;
    }
    const migration = (await languageFor(input.path)).templates.migrate(input.text, from, to);
    if (migration.notes.length > 0 && code === EXIT.clean) code = EXIT.found;
    all.push(plainOf(input, migration));
  }
  io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  return code;
}

function plainOf({ name, text }: Input, { count, edits, notes }: Migration): object {
  const lines = linesOf(text);
  const placed = <T extends { readonly range: { start: number; end: number } }>(what: T) => ({
    ...what,
    start: lines.placeOf(what.range.start),
    end: lines.placeOf(what.range.end),
  });
  return { file: name, reports: count, edits: edits.map(placed), conflicts: notes.map(placed) };
}
