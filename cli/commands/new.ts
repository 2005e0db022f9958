import type { Language } from '../../language/language.ts';
import type { Template } from '../../language/template/template.ts';
import { type Arguments, suggestion } from '../arguments.ts';
import { type Command, EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { coloursFor } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { Failure, UsageFailure } from '../failure.ts';
import { readInput, STDIN } from '../input.ts';
import type { Io } from '../io.ts';
import { languagesWith } from '../language.ts';
import { LEXICON_OPTION } from '../options.ts';
import { drawFields, drawTemplates } from './template-lists.ts';

export const newReport: Command = {
  name: 'new',
  summary: 'write a report from a template',
  usage: ['TEMPLATE [--set FIELD=VALUE ...]', 'TEMPLATE --list', '--list'],
  notes: [
    'TEMPLATE is the name of a template that ships with the project or stands in .emh/templates/ of this site, or a file (.emht).',
    '--set mass=present turns a line on, --set mass.2.side=left fills a field of the second mass. Fields without a value stay open',
    'in their square brackets, to be filled in an editor; emh check reminds of them.',
    'Exit code: 0, or 2 where there is no such template, field or choice; nothing is written then.',
  ],
  options: {
    set: { value: 'FIELD=VALUE', multiple: true, help: 'fills a field; may be given again' },
    defaults: { help: 'fields that have a default take it' },
    list: { help: 'the fields of the template; without a template, the templates' },
    ...LEXICON_OPTION,
  },

  async run(args, io, makeLanguage) {
    const [name, ...more] = args.operands;
    if (more.length > 0) throw new UsageFailure('new takes one template');
    const colours = coloursFor(io.stdout, io, args);
    const language = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(null);
    if (name === undefined) {
      if (!args.has('list')) throw new UsageFailure('new needs a template; --list shows them');
      io.stdout.write(drawTemplates(language.templates.all, io, colours));
      return EXIT.clean;
    }
    const template = await templateOf(name, language, io);
    io.stdout.write(
      args.has('list')
        ? drawFields(template, language.templates, io, colours)
        : filled(template, valuesOf(args), args.has('defaults'), language, io),
    );
    return EXIT.clean;
  },
};

/** Throws a Failure where there is none of this name. */
export async function templateOf(name: string, { templates }: Language, io: Io): Promise<Template> {
  const known = templates.get(name);
  if (known !== undefined) return known;
  if (name !== STDIN && !/\.emht$/i.test(name)) {
    const names = templates.all.map((template) => template.name);
    throw new Failure(`there is no template ${oneLine(name)}${suggestion(name, names)}; emh new --list shows them`);
  }
  const input = await readInput(name, io);
  return templates.read({ name: input.name, text: input.text });
}

/** What `--set` gives. Throws a UsageFailure. */
export function valuesOf(args: Arguments): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const words of args.values('set')) {
    const at = words.indexOf('=');
    if (at <= 0) throw new UsageFailure(`--set is FIELD=VALUE, not '${words}'`);
    values[words.slice(0, at).trim().toLowerCase()] = words.slice(at + 1).trim();
  }
  return values;
}

/** The report; a value that does not fit throws a Failure, open fields are told of on standard error. */
function filled(template: Template, values: Record<string, string>, defaults: boolean, { templates }: Language, io: Io): string {
  const { text, open, unwritten, problems } = templates.fill(template, values, defaults);
  const [problem] = problems;
  if (problem !== undefined) {
    const known = [...template.fields.keys(), ...template.switches];
    throw new Failure(`${oneLine(problem.name)} ${problem.message}${known.includes(problem.name) ? '' : suggestion(problem.name, known)}`);
  }
  if (open.length > 0) io.stderr.write(`emh: ${plural(open.length, 'field')} to fill in: ${open.join(', ')}\n`);
  if (unwritten.length > 0)
    io.stderr.write(`emh: not in the report, as no line of it asks for them: ${unwritten.map(oneLine).join(', ')}\n`);
  return text;
}
