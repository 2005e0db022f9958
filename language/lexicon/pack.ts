import { isSourced } from './check-pack.ts';
import type { Problem } from './lexicon.ts';
import { isPackFile, nameOfFile, type PackFile } from './pack-file.ts';
import type { Path } from './shape.ts';
import type { Attribute, Category, Composition, Term } from './term.ts';
import { ATTRIBUTES, CATEGORIES } from './term.ts';

/** A pack as read: its terms with every optional field filled, and the forms of observations. */
export interface Pack {
  readonly name: string;
  readonly terms: readonly PackTerm[];
  readonly compositions: readonly Composition[];
  /** Whole -> its parts. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

export interface PackTerm {
  readonly term: Term;
  /** Written forms by word class, where the entry gives them. */
  readonly forms: Readonly<Record<'noun' | 'verb' | 'adjective', readonly string[]>>;
  /** The entry's path in its file; null for a pack that comes without one. */
  readonly origin: { readonly file: PackFile; readonly path: Path } | null;
  /** The keys that the entry has: what it does not say is as an earlier pack says it. */
  readonly said: readonly string[];
}

type Entry = Readonly<Record<string, unknown>>;

/**
 * Reads parsed YAML of any shape, or a `PackFile`; what is right is kept. What is wrong becomes problems, but not of a file: that is
 * looked at more closely where all packs are known.
 */
export function readPack(given: unknown, problemsOfData: Problem[]): Pack {
  const isFile = isPackFile(given);
  const pack = asEntry(isFile ? given.data : given);
  const name = asText(pack?.pack) || (isFile ? nameOfFile(given.file) : 'lexicon');
  const problems = isFile ? [] : problemsOfData;
  if (pack === null) {
    problems.push({ file: name, line: 0, message: 'A lexicon pack is a map with `version` and `terms`.' });
    return { name, terms: [], compositions: [], parts: {} };
  }
  const terms: PackTerm[] = [];
  asList(pack.terms).forEach((raw, i) => {
    const read = readTerm(raw, pack, name, (message) => problems.push({ file: name, line: 0, message: `terms[${i}]: ${message}` }));
    if (read !== null) terms.push({ ...read, origin: isFile ? { file: given, path: ['terms', i] } : null });
  });
  const parts = Object.fromEntries(Object.entries(asEntry(pack.parts) ?? {}).map(([whole, list]) => [whole, asTexts(list)]));
  return { name, terms, compositions: readCompositions(pack, name, problems), parts };
}

function readTerm(raw: unknown, from: Entry, pack: string, complain: (message: string) => void): Omit<PackTerm, 'origin'> | null {
  const entry = asEntry(raw);
  const id = asText(entry?.id);
  const category = asText(entry?.category) as Category;
  const label = asText(entry?.label);
  if (entry === null || id === '' || label === '') return (complain('needs `id`, `category` and `label`.'), null);
  if (!CATEGORIES.includes(category)) return (complain(`unknown category \`${category}\` of \`${id}\`.`), null);
  const forms = asEntry(entry.forms) ?? {};
  const direction = asText(entry.direction);
  const term: Term = {
    id,
    category,
    label,
    pack,
    synonyms: asTexts(entry.synonyms),
    value: asText(entry.value) || id,
    kinds: category === 'head' && asTexts(entry.kinds).length === 0 ? [id] : asTexts(entry.kinds),
    sites: category === 'site' && asTexts(entry.sites).length === 0 ? [id] : asTexts(entry.sites),
    direction: direction === 'after' || direction === 'both' ? direction : 'before',
    form: null,
    codes: sourcedCodes(entry, from),
    codeSources: asTextMap(entry.codeSources),
    definition: asText(entry.definition),
    frame: entry.frame === undefined ? NO_FRAME : asTexts(entry.frame).filter((a): a is Attribute => ATTRIBUTES.includes(a as Attribute)),
    modalities: asTexts(entry.modalities),
    rank: typeof entry.rank === 'number' ? entry.rank : category === 'head' ? 5 : 0,
    impression: asText(entry.impression),
    critical: entry.critical === true,
    asked: asTexts(entry.asked),
  };
  const written =
    entry.forms === undefined ? NO_FORMS : { noun: asTexts(forms.noun), verb: asTexts(forms.verb), adjective: asTexts(forms.adjective) };
  return { term, forms: written, said: Object.keys(entry) };
}

/** A code counts only where its source is known. */
function sourcedCodes(entry: Entry, pack: Entry): Readonly<Record<string, string>> {
  const sourced = Object.entries(asTextMap(entry.codes)).filter(([system]) => isSourced(entry, system, asEntry(pack.sources) ?? {}));
  return sourced.length === 0 ? NO_MAP : Object.fromEntries(sourced);
}

/** `structure: bone*` stands for every member of the group `bone`, which is then kept as the finding's site. */
function readCompositions(pack: Entry, name: string, problems: Problem[]): Composition[] {
  const groups = asEntry(pack.groups) ?? {};
  return asList(pack.compositions).flatMap((raw, i) => {
    const row = asEntry(raw);
    const observation = asText(row?.observation);
    const structure = asText(row?.structure);
    const kind = asText(row?.kind);
    if (observation === '' || structure === '' || kind === '') {
      problems.push({ file: name, line: 0, message: `compositions[${i}]: needs \`observation\`, \`structure\` and \`kind\`.` });
      return [];
    }
    const sites = asTexts(row?.sites);
    if (!structure.endsWith('*')) return [{ observation, structure, kind, sites }];
    return asTexts(groups[structure.slice(0, -1)]).map((member) => ({
      observation,
      structure: member,
      kind,
      sites: sites.length > 0 ? sites : [member],
    }));
  });
}

const asEntry = (x: unknown): Entry | null => (typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Entry) : null);
const asList = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : []);
const asText = (x: unknown): string =>
  typeof x === 'string' ? x.trim() : typeof x === 'number' ? String(x) : typeof x === 'boolean' ? (x ? 'yes' : 'no') : '';
const asTexts = (x: unknown): readonly string[] => {
  const texts = asList(x)
    .map(asText)
    .filter((s) => s !== '');
  return texts.length === 0 ? NO_TEXTS : texts;
};
const asTextMap = (x: unknown): Readonly<Record<string, string>> => {
  const entries = Object.entries(asEntry(x) ?? {}).map(([k, v]) => [k, asText(v)]);
  return entries.length === 0 ? NO_MAP : Object.fromEntries(entries);
};

// Most entries give few of the keys: what is empty is one thing for all of them.
const NO_TEXTS: readonly string[] = [];
const NO_FRAME: readonly Attribute[] = [];
const NO_MAP: Readonly<Record<string, string>> = {};
const NO_FORMS: PackTerm['forms'] = { noun: NO_TEXTS, verb: NO_TEXTS, adjective: NO_TEXTS };
