import { checkLexicon } from '../../language/authoring/vocabulary/check.ts';
import { readLexiconFile } from '../../language/authoring/vocabulary/reading.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT } from '../command.ts';
import { coloursFor } from '../drawing/colours.ts';
import { drawDiagnostic, USUAL_ROOM } from '../drawing/diagnostic.ts';
import { linesOf } from '../drawing/lines.ts';
import { count, drawSummary, noCounts } from '../drawing/summary.ts';
import { Failure } from '../failure.ts';
import { type Io, widthOfScreen } from '../io.ts';
import { fileJson } from '../json.ts';
import { SITE_LEXICON, shelfFor } from './packs.ts';

/** Says what is wrong with lexicon files, as the editor does. */
export async function check(words: readonly string[], args: Arguments, io: Io): Promise<number> {
  const shelf = await shelfFor(words, io);
  if (shelf.files.length === 0)
    throw new Failure(`there is no lexicon of a site here (${SITE_LEXICON}/*.yaml); emh lexicon add begins one, or name a file`);
  const found = shelf.files.map((pack) => ({ pack, diagnostics: checkLexicon(readLexiconFile(pack, shelf)) }));
  const counts = noCounts();
  for (const { diagnostics } of found) count(counts, diagnostics);
  if (args.has('json')) {
    const files = found.map(({ pack, diagnostics }) => fileJson(pack.file, pack.text, diagnostics));
    io.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
  } else {
    const style = { colours: coloursFor(io.stdout, io, args), room: widthOfScreen(io.stdout) ?? USUAL_ROOM };
    for (const { pack, diagnostics } of found) {
      const lines = linesOf(pack.text);
      for (const diagnostic of diagnostics) io.stdout.write(`${drawDiagnostic(pack.file, lines, diagnostic, style)}\n`);
    }
    io.stdout.write(drawSummary(counts, found.length, style.colours));
  }
  return counts.error + counts.warning > 0 ? EXIT.found : EXIT.clean;
}
