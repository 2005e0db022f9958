// Reads a folder of texts and says how well: `npm run corpus -- DIR`. A text with a gold file (NAME.json beside NAME.txt) is scored.
import { resolve } from 'node:path';
import { codeOf, systemReason } from '../cli/failure.ts';
import { createLanguage } from '../language/language.ts';
import { drawMeasured } from './corpus/draw.ts';
import { type CorpusText, readCorpus } from './corpus/gold.ts';
import { measure } from './corpus/measure.ts';
import { generatePacks } from './generate-packs.ts';
import { refuse } from './refuse.ts';
import { isStarted } from './root.ts';

const USAGE = 'usage: npm run corpus -- DIR';

if (isStarted(import.meta.filename)) {
  const words = process.argv.slice(2);
  const [folder = '', ...more] = words;
  if (words.includes('--help') || words.includes('-h')) console.log(USAGE);
  else if (folder === '' || folder.startsWith('-') || more.length > 0) refuse(USAGE);
  else {
    const corpus = read(resolve(process.env.INIT_CWD ?? process.cwd(), folder));
    if (corpus !== null) process.exitCode = await run(corpus);
  }
}

/** Null, and told in a line, where the folder or a gold file in it cannot be read. */
function read(folder: string): CorpusText[] | null {
  try {
    return readCorpus(folder);
  } catch (error) {
    refuse(`corpus: ${codeOf(error) === '' ? '' : `${folder}: `}${systemReason(error)}`);
    return null;
  }
}

/** Prints what was measured; 1 where the reader threw. */
async function run(corpus: readonly CorpusText[]): Promise<number> {
  generatePacks();
  const { packs, rules } = await import('../packs/emh.ts');
  const measured = measure(createLanguage({ packs, rules }), corpus, () => performance.now());
  process.stdout.write(drawMeasured(measured));
  return measured.thrown.length > 0 ? 1 : 0;
}
