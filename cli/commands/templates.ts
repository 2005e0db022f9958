import type { Language } from '../../language/language.ts';
import type { Template } from '../../language/template/template.ts';
import { type Command, EXIT } from '../command.ts';
import { coloursFor } from '../drawing/colours.ts';
import { drawDiagnostic, USUAL_ROOM } from '../drawing/diagnostic.ts';
import { linesOf } from '../drawing/lines.ts';
import { plural } from '../drawing/summary.ts';
import { checkOptions, EXCHANGE_OPTIONS, exportTemplate, importTemplate } from '../exchange/templates.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { readFiles, TEMPLATES } from '../files.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';
import { today } from '../today.ts';
import { templateOf, valuesOf } from './new.ts';
import { drawTemplates, plainTemplates } from './template-lists.ts';

export const templates: Command = {
  name: 'templates',
  summary: 'list templates, check them and run the examples that test them, bring them from and to other formats',
  usage: ['list [FILE...]', 'test [FILE...]', 'import FILE [--from FORMAT] [-o FILE.emht]', 'export TEMPLATE --to FORMAT [-o FILE]'],
  notes: [
    'FILE is a template (.emht) or a folder of them; without one, the templates that ship with the project and those of this site.',
    'test also finds what no report would show: choices that cannot be chosen, defaults that contradict each other, overdue reviews.',
    'import and export know IHE MRRT (HTML) and text with fields as PowerScribe has them; what is lost is listed on standard error.',
    'Exit code: 0, 1 where an example fails, a template has an error or a warning, or a file is refused, 2 where a file could not be read or written.',
  ],
  options: { json: { help: 'all but test: as JSON' }, ...EXCHANGE_OPTIONS, ...LEXICON_OPTION },

  async run(args, io, makeLanguage) {
    const [action, ...files] = args.operands;
    if (action !== 'list' && action !== 'test' && action !== 'import' && action !== 'export') {
      const ways = 'list, test, import or export';
      throw new UsageFailure(action === undefined ? `templates needs ${ways}` : `templates can ${ways}, not '${action}'`);
    }
    if (action === 'test' && args.has('json')) throw new UsageFailure('--json belongs to list, import and export');
    checkOptions(action, args);
    const language = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(null);
    if (action === 'import') return importTemplate(files, language, args, io);
    if (action === 'export') {
      const [name, ...more] = files;
      if (name === undefined || more.length > 0) throw new UsageFailure('templates export takes one template');
      return exportTemplate(await templateOf(name, language, io), language, valuesOf(args), args, io);
    }
    const all = files.length === 0 ? language.templates.all : await readTemplates(files, language, io);
    if (action === 'test') return test(all, language, io, coloursFor(io.stdout, io, args));
    io.stdout.write(
      args.has('json') ? `${JSON.stringify(plainTemplates(all), null, 2)}\n` : drawTemplates(all, io, coloursFor(io.stdout, io, args)),
    );
    return EXIT.clean;
  },
};

/** Throws a Failure for the first file that cannot be read: half the templates would be tested as if they were all. */
async function readTemplates(files: readonly string[], language: Language, io: Io): Promise<Template[]> {
  const found: Template[] = [];
  for await (const input of readFiles(files, TEMPLATES, io)) {
    if (input instanceof Failure) throw input;
    found.push(language.templates.read({ name: input.name, text: input.text }));
  }
  return found;
}

function test(all: readonly Template[], language: Language, io: Io, colours: ReturnType<typeof coloursFor>): number {
  const style = { colours, room: widthOfScreen(io.stdout) ?? USUAL_ROOM };
  let faults = 0;
  for (const template of all) {
    const lines = linesOf(template.text);
    for (const diagnostic of language.templates.check(template, today())) {
      if (diagnostic.severity === 'error' || diagnostic.severity === 'warning') faults++;
      io.stdout.write(`${drawDiagnostic(template.file, lines, diagnostic, style)}\n`);
    }
  }
  const examples = all.reduce((sum, template) => sum + template.examples.length, 0);
  io.stdout.write(
    `${plural(all.length, 'template')}, ${plural(examples, 'example')}: ${faults === 0 ? 'all pass' : plural(faults, 'fault')}.\n`,
  );
  return faults === 0 ? EXIT.clean : EXIT.found;
}
