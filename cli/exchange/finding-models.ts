import type { Arguments } from '../arguments.ts';
import { UsageFailure } from '../failure.ts';
import { readInput } from '../input.ts';
import type { Io } from '../io.ts';
import { languagesWith, type MakeLanguage } from '../language.ts';
import { writeExchanged } from './exchanged.ts';

/** Reads finding models (JSON) as a lexicon pack. */
export async function importModels(files: readonly string[], args: Arguments, io: Io, makeLanguage: MakeLanguage): Promise<number> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageFailure('lexicon import takes one file');
  const input = await readInput(file, io);
  const { lexicon } = await (await languagesWith(args.values('lexicon'), io, makeLanguage))(null);
  const { importFindingModels } = await import('../../exchange/oifm/import.ts');
  return writeExchanged(input, importFindingModels(input, lexicon), args, io);
}
