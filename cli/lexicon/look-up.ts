import { CATEGORY_NAMES, CODE_SYSTEMS } from '../../language/assist/names.ts';
import { lookUp as find, type LookedUp } from '../../language/authoring/vocabulary/look-up.ts';
import { keyOfTerm } from '../../language/authoring/vocabulary/mentions.ts';
import { type Use, usesOf } from '../../language/authoring/vocabulary/uses.ts';
import { isPackFile } from '../../language/lexicon/pack-file.ts';
import { isMap } from '../../language/lexicon/shape.ts';
import type { Category, Term } from '../../language/lexicon/term.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT } from '../command.ts';
import { oneLine } from '../drawing/cells.ts';
import { type Colours, coloursFor } from '../drawing/colours.ts';
import { plural } from '../drawing/summary.ts';
import { UsageFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { MakeLanguage } from '../language.ts';
import { type Shelf, shelfFor } from './packs.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

/** A term with all that is to be told of it. */
interface Known {
  readonly term: Term;
  readonly places: readonly Place[];
  readonly uses: readonly Use[];
}

const MOST_USES = 6;

/** Says what words are read as, where that comes from and where it is used. */
export async function lookUp(operands: readonly string[], args: Arguments, io: Io, makeLanguage: MakeLanguage): Promise<number> {
  if (operands.length === 0) throw new UsageFailure('lexicon lookup needs words or the id of a term');
  const words = operands.join(' ');
  const shelf = await shelfFor(args.values('lexicon'), io);
  const extra = args.values('lexicon').length > 0 ? shelf.files : [];
  const language = await makeLanguage({ site: shelf.site, packs: extra, rules: null });
  const found = find(words, language.lexicon, language.read);
  const { termLines } = await import('../../packs/term-lines.ts');
  const places = placesIn(shelf, termLines);
  const uses = usesOf(found.terms, shelf.sources, language.lexicon);
  const known = found.terms.map((term) => ({
    term,
    places: places.get(keyOfTerm(term)) ?? [],
    uses: uses.get(keyOfTerm(term)) ?? [],
  }));
  io.stdout.write(
    args.has('json')
      ? `${JSON.stringify(plain(words, found, known), null, 2)}\n`
      : draw(words, found, known, coloursFor(io.stdout, io, args)),
  );
  return found.terms.length > 0 ? EXIT.clean : EXIT.found;
}

/** Where the entries of each term stand, the first first. */
function placesIn({ packs }: Shelf, shipped: Readonly<Record<string, readonly number[]>>): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const pack of packs) {
    const data = isPackFile(pack) ? pack.data : pack;
    const terms: unknown = isMap(data) ? data.terms : null;
    if (!isMap(data) || !Array.isArray(terms)) continue;
    const file = isPackFile(pack) ? pack.file : String(data.file ?? data.pack);
    terms.forEach((entry: unknown, i) => {
      if (!isMap(entry) || typeof entry.id !== 'string') return;
      const key = keyOfTerm({ id: entry.id, category: entry.category as Category });
      const line = isPackFile(pack) ? pack.lineOf(['terms', i]) : (shipped[file]?.[i] ?? 0);
      places.set(key, [...(places.get(key) ?? []), { file, line }]);
    });
  }
  return places;
}

const plain = (words: string, { parts, unknown, near }: LookedUp, known: readonly Known[]): object => ({
  words,
  terms: known.map(({ term, places, uses }) => ({
    id: term.id,
    category: term.category,
    label: term.label,
    definition: term.definition,
    synonyms: term.synonyms,
    codes: term.codes,
    codeSources: term.codeSources,
    pack: term.pack,
    places,
    uses,
  })),
  parts,
  unknown,
  near,
});

function draw(words: string, found: LookedUp, known: readonly Known[], colours: Colours): string {
  const rows = known.map((each) => drawTerm(each, colours));
  if (rows.length === 0) rows.push(`"${oneLine(words)}" is no term.\n`);
  const isSplit = found.parts.length > 1 || (known.length === 0 && found.parts.length > 0);
  if (isSplit)
    rows.push(
      `${colours.frame('read as:')}\n${found.parts.map(({ words: part, category, id }) => `  "${oneLine(part)}" ${CATEGORY_NAMES[category as Category] ?? category} ${oneLine(id)}\n`).join('')}`,
    );
  if (found.unknown.length > 0) rows.push(`${colours.frame('unknown:')} ${found.unknown.map(oneLine).join(', ')}\n`);
  if (found.near.length > 0) rows.push(`${colours.frame('near it:')} ${found.near.map(oneLine).join(', ')}\n`);
  return rows.join('\n');
}

/** Each rule once, with its first line. */
function drawTerm({ term, places, uses }: Known, colours: Colours): string {
  const { label, id, category, definition, synonyms, codes, codeSources } = term;
  const line = (name: string, text: string): string => (text === '' ? '' : `  ${colours.frame(`${name}:`.padEnd(10))} ${oneLine(text)}\n`);
  const written = Object.entries(codes).map(
    ([system, code]) =>
      `${CODE_SYSTEMS[system] ?? system} ${code}${codeSources[system] === undefined ? '' : ` (source ${codeSources[system]})`}`,
  );
  const once = uses.filter(({ file, rule }, i) => rule === null || uses.findIndex((use) => use.file === file && use.rule === rule) === i);
  const shown = once.slice(0, MOST_USES).map(({ file, line: at, rule }) => `${file}:${at}${rule === null ? '' : ` (${rule})`}`);
  const more = once.length > MOST_USES ? `, and ${plural(once.length - MOST_USES, 'more place')}` : '';
  return [
    `${colours.strong(oneLine(label))} (${CATEGORY_NAMES[category]}) ${oneLine(id)}\n`,
    line('from', places.map(({ file, line: at }) => `${file}:${at}`).join(', ')),
    line('is', definition),
    line('also', synonyms.join(', ')),
    line('codes', written.join('; ')),
    line('used', uses.length === 0 ? 'by no rule and no template' : shown.join(', ') + more),
  ].join('');
}
