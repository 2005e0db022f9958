// Reads a folder of texts and says how well: `npm run corpus -- DIR`. A text with a gold file (NAME.json beside NAME.txt) is scored.
import { resolve } from 'node:path';
import { createLanguage } from '../language/language.ts';
import { drawMeasured } from './corpus/draw.ts';
import { readCorpus } from './corpus/gold.ts';
import { measure } from './corpus/measure.ts';
import { generatePacks } from './generate-packs.ts';
import { isStarted } from './root.ts';

if (isStarted(import.meta.filename)) {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) {
    console.error('usage: npm run corpus -- DIR');
    process.exitCode = 2;
  } else process.exitCode = await run(resolve(process.env.INIT_CWD ?? process.cwd(), folder));
}

/** Prints what was measured; 1 where the reader threw. */
async function run(folder: string): Promise<number> {
  generatePacks();
  const { packs, rules } = await import('../packs/emh.ts');
  const measured = measure(createLanguage({ packs, rules }), readCorpus(folder), () => performance.now());
  process.stdout.write(drawMeasured(measured));
  return measured.thrown.length > 0 ? 1 : 0;
}
