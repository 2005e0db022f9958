import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { addToLexicon } from '../../language/authoring/vocabulary/add.ts';
import { isMap } from '../../language/lexicon/shape.ts';
import { CATEGORIES } from '../../language/lexicon/term.ts';
import { commonEnds } from '../../language/text/common-ends.ts';
import type { TextEdit } from '../../language/text/edit.ts';
import { type Arguments, suggestion } from '../arguments.ts';
import { EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { Failure, systemReason, UsageFailure } from '../failure.ts';
import { type Input, readInput } from '../input.ts';
import type { Io } from '../io.ts';
import { createFile, writeEdits } from '../write.ts';
import { type Shelf, SITE_LEXICON, shelfFor } from './packs.ts';

const USUAL = 'site.yaml';

/** Writes words into a lexicon file of the site. */
export async function add(operands: readonly string[], args: Arguments, io: Io): Promise<number> {
  const [words, ...more] = operands;
  if (words === undefined || more.length > 0) throw new UsageFailure('lexicon add needs words, in quotes where they are several');
  const as = args.value('as');
  if (as === undefined) throw new UsageFailure('lexicon add needs --as: the id or words of what they mean');
  const kind = args.value('kind') ?? null;
  const category = kind === null ? null : CATEGORIES.find((known) => known === kind);
  if (category === undefined)
    throw new UsageFailure(
      `--kind is a category of terms, not '${kind}'${suggestion(kind ?? '', CATEGORIES) || '; such as head, site, diagnosis'}`,
    );
  const shelf = await shelfFor([], io);
  const path = fileFor(args.value('pack'), as, shelf, io);
  const name = shown(path, io);
  const input = await existing(path, name, io);
  const { readPackText } = await import('../../packs/yaml-pack.ts');
  const parse = (text: string) => readPackText(name, text);
  const before = input === null ? null : parse(input.text);
  const [broken] = before?.problems ?? [];
  if (broken !== undefined) throw new Failure(`${name}:${broken.line}: ${broken.message} Nothing is written.`);
  const added = addToLexicon({ words, as, kind: category }, input?.text ?? null, { packs: shelf.packs, sources: shelf.sources, parse });
  if (added.is === 'refused') {
    if (args.has('json')) io.stdout.write(`${JSON.stringify({ added: false, refused: added.reasons }, null, 2)}\n`);
    for (const reason of added.reasons) io.stderr.write(`emh: "${oneLine(words)}" is not added: ${oneLine(reason)}\n`);
    return EXIT.found;
  }
  if (added.is === 'known') {
    const { id, category: of } = added.term;
    io.stdout.write(
      args.has('json')
        ? `${JSON.stringify({ added: false, known: { id, category: of } }, null, 2)}\n`
        : `"${oneLine(words)}" means ${id} already; nothing is written.\n`,
    );
    return EXIT.clean;
  }
  if (input === null) {
    await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
      throw new Failure(`${name}: cannot be made: ${systemReason(error)}`);
    });
    await createFile(path, name, added.text);
  } else await writeEdits(input, [difference(input.text, added.text)]);
  const after = parse(added.text);
  const line = lineOf(after.data, added, after.lineOf);
  io.stdout.write(
    args.has('json')
      ? `${JSON.stringify({ added: true, file: name, line, id: added.id, category: added.category, isNew: added.isNew }, null, 2)}\n`
      : `${name}:${line}: "${oneLine(words)}" is ${added.isNew ? 'a new' : 'another word for the'} ${added.category} ${added.id}.\n`,
  );
  return EXIT.clean;
}

/** The file that was named; else the one that has the term, the only one, `site.yaml`. Throws a Failure where there are several to choose from. */
function fileFor(named: string | undefined, as: string, { site, root }: Shelf, io: Io): string {
  if (named !== undefined) {
    if (!/\.ya?ml$/i.test(named)) throw new UsageFailure(`--pack is a lexicon file (.yaml), not '${named}'`);
    return resolve(io.cwd, named);
  }
  const files = (site?.packs ?? []).map(({ file, data }) => ({ path: resolve(io.cwd, file), data }));
  const holding = files.filter(
    ({ data }) => isMap(data) && Array.isArray(data.terms) && data.terms.some((entry: unknown) => isMap(entry) && entry.id === as),
  );
  const usual = join(root ?? io.cwd, SITE_LEXICON, USUAL);
  const found = holding.length === 1 ? holding : files;
  if (found.length === 0) return usual;
  const only = found.length === 1 ? found[0] : found.find(({ path }) => path === usual);
  if (only !== undefined) return only.path;
  throw new Failure(`this site has several lexicons; say which with --pack: ${found.map(({ path }) => shown(path, io)).join(', ')}`);
}

const shown = (path: string, io: Io): string => {
  const below = relative(io.cwd, path);
  return oneLine(below === '' || below.startsWith('..') ? path : below);
};

/** Null where there is no such file. */
async function existing(path: string, name: string, io: Io): Promise<Input | null> {
  const { stat } = await import('node:fs/promises');
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere ? { ...(await readInput(path, io)), name } : null;
}

function difference(before: string, after: string): TextEdit {
  const { start, end } = commonEnds(before, after);
  return { range: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}

function lineOf(
  data: unknown,
  { id, category }: { id: string; category: string },
  at: (path: readonly (string | number)[]) => number,
): number {
  const terms: unknown = isMap(data) ? data.terms : null;
  const index = Array.isArray(terms)
    ? terms.findIndex((entry: unknown) => isMap(entry) && entry.id === id && entry.category === category)
    : -1;
  return at(['terms', Math.max(index, 0)]);
}
