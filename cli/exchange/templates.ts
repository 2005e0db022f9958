import type { Exchanged } from '../../exchange/notice.ts';
import type { Language } from '../../language/language.ts';
import type { Template } from '../../language/template/template.ts';
import type { Arguments, Option } from '../arguments.ts';
import { UsageFailure } from '../failure.ts';
import { readInput } from '../input.ts';
import type { Io } from '../io.ts';
import { today } from '../today.ts';
import { OUTPUT_OPTIONS, writeExchanged } from './exchanged.ts';

const FORMATS = ['mrrt', 'powerscribe'] as const;

/** What each option of exchange belongs to. */
export const EXCHANGE_OPTIONS: Readonly<Record<string, Option>> = {
  from: { value: 'FORMAT', choices: FORMATS, help: 'import: mrrt or powerscribe; told by the file if not given' },
  to: { value: 'FORMAT', choices: FORMATS, help: 'export: mrrt or powerscribe' },
  set: { value: 'FIELD=VALUE', multiple: true, help: 'export to powerscribe: settles a line or a field; may be given again' },
  rights: { value: 'WORDS', help: 'export to mrrt: who may use the template' },
  license: { value: 'WORDS', help: 'export to mrrt: its licence, or where that stands' },
  ...OUTPUT_OPTIONS,
};

/** Throws a UsageFailure for options of another action. */
export function checkOptions(action: string, args: Arguments): void {
  const wanted: Readonly<Record<string, string>> = { from: 'import', to: 'export', set: 'export', rights: 'export', license: 'export' };
  for (const [option, of] of Object.entries(wanted))
    if (args.has(option) && action !== of) throw new UsageFailure(`--${option} belongs to ${of}`);
  for (const option of Object.keys(OUTPUT_OPTIONS))
    if (args.has(option) && action !== 'import' && action !== 'export') throw new UsageFailure(`--${option} belongs to import and export`);
}

/** Reads a file of another format as a template. */
export async function importTemplate(files: readonly string[], { lexicon }: Language, args: Arguments, io: Io): Promise<number> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageFailure('templates import takes one file');
  const input = await readInput(file, io);
  const format =
    args.value('from') ?? (/\.x?html?$/i.test(file) || /^\s*<(?:!doctype|html|!--)/i.test(input.text) ? 'mrrt' : 'powerscribe');
  return writeExchanged(input, await read(), args, io);

  async function read(): Promise<Exchanged> {
    if (format === 'mrrt') return (await import('../../exchange/mrrt/import.ts')).importMrrt(input, lexicon);
    return (await import('../../exchange/powerscribe/import.ts')).importPowerScribe(input);
  }
}

/** Writes a template in another format. */
export async function exportTemplate(
  template: Template,
  { lexicon, templates }: Language,
  values: Readonly<Record<string, string>>,
  args: Arguments,
  io: Io,
): Promise<number> {
  const format = args.value('to');
  if (format === undefined) throw new UsageFailure(`templates export needs --to ${FORMATS.join('|')}`);
  if (format === 'mrrt' && args.has('set')) throw new UsageFailure('--set belongs to --to powerscribe: MRRT keeps all lines');
  return writeExchanged({ name: template.file, text: template.text }, await write(), args, io);

  async function write(): Promise<Exchanged> {
    const library = templates.get;
    if (format === 'powerscribe') {
      const { exportPowerScribe } = await import('../../exchange/powerscribe/export.ts');
      return exportPowerScribe(template, { library, fill: (each, given) => templates.fill(each, given, false), values });
    }
    const { exportMrrt } = await import('../../exchange/mrrt/export.ts');
    const date = new Date(today() * 86_400_000).toISOString().slice(0, 10);
    return exportMrrt(template, { library, lexicon, date, rights: args.value('rights'), license: args.value('license') });
  }
}
