import { HEAD_KEYS, PACK } from './pack-shape.ts';
import { inWords, isMap, type Path, type Tell } from './shape.ts';

/**
 * What is wrong within one pack file: its shape, entries that stand twice, keys of heads on other terms, codes without a source.
 * `lineOf` is asked for the line of an entry that another one repeats.
 */
export function checkPack(data: unknown, lineOf: (path: Path) => number, tell: Tell): void {
  if (!isMap(data)) {
    tell([], `a lexicon is a map with \`version: 1\` and \`terms\`, not ${inWords(data)}.`);
    return;
  }
  PACK(data, [], tell);
  const sources = isMap(data.sources) ? data.sources : {};
  const first = new Map<string, number>();
  entriesOf(data.terms).forEach(([entry, i]) => {
    const key = `${String(entry.category)}:${String(entry.id)}`;
    const before = first.get(key);
    if (before !== undefined && typeof entry.id === 'string')
      tell(['terms', i, 'id'], `stands already in line ${lineOf(['terms', before])} with this category; the later entry counts.`, {
        rule: 'lexicon-duplicate',
      });
    else first.set(key, i);
    if (typeof entry.category === 'string' && entry.category !== 'head')
      for (const only of HEAD_KEYS)
        if (Object.hasOwn(entry, only)) tell(['terms', i, only], 'belongs to terms of the category `head` alone.', { on: 'key' });
    for (const system of Object.keys(isMap(entry.codes) ? entry.codes : {}))
      if (!isSourced(entry, system, sources))
        tell(['terms', i, 'codes', system], sourceless(entry, system), { rule: 'lexicon-code-source' });
  });
  checkCompositions(data, lineOf, tell);
}

/** Rows that say of an observation and a structure what an earlier one says otherwise. */
function checkCompositions(data: Readonly<Record<string, unknown>>, lineOf: (path: Path) => number, tell: Tell): void {
  const first = new Map<string, number>();
  for (const [row, i] of entriesOf(data.compositions)) {
    const key = `${String(row.observation)} ${String(row.structure)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else
      tell(
        ['compositions', i, 'structure'],
        `stands already in line ${lineOf(['compositions', before])} with this observation; the later row counts.`,
        {
          rule: 'lexicon-duplicate',
        },
      );
  }
}

/** Whether the entry says where its code of this system was read, by tags that the file explains. */
export function isSourced(entry: Readonly<Record<string, unknown>>, system: string, sources: Readonly<Record<string, unknown>>): boolean {
  const tags = isMap(entry.codeSources) ? entry.codeSources[system] : undefined;
  return typeof tags === 'string' && tags.split('+').every((tag) => Object.hasOwn(sources, tag));
}

function sourceless(entry: Readonly<Record<string, unknown>>, system: string): string {
  const tags = isMap(entry.codeSources) ? entry.codeSources[system] : undefined;
  return tags === undefined
    ? `names no source and is not used: add \`codeSources: { ${system}: TAG }\`, with TAG explained in \`sources\`.`
    : `has a source, ${inWords(tags)}, that \`sources\` does not explain, and is not used.`;
}

/** Ids that entries may point to. */
export interface KnownIds {
  /** Ids and values of every term: an observation may be any of them. */
  readonly any: ReadonlySet<string>;
  readonly sites: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  /** What can be examined: regions and sites. */
  readonly regions: ReadonlySet<string>;
}

/** What a pack points to that is in no pack: sites, kinds, observations, groups. */
export function checkReferences(data: unknown, known: KnownIds, tell: Tell): void {
  if (!isMap(data)) return;
  const groups = isMap(data.groups) ? data.groups : {};
  const isStructure = (word: string): boolean => known.sites.has(word) || known.kinds.has(word);
  const refer = (value: unknown, path: Path, isKnown: (word: string) => boolean, what: string): void => {
    if (typeof value === 'string' && value !== '' && !isKnown(value))
      tell(path, `names no known ${what}: ${inWords(value)}.`, { rule: 'lexicon-reference' });
  };
  const referAll = (values: unknown, path: Path, isKnown: (word: string) => boolean, what: string): void => {
    if (Array.isArray(values)) for (const [i, value] of values.entries()) refer(value, [...path, i], isKnown, what);
  };
  const isSite = (word: string): boolean => known.sites.has(word);
  const isRegion = (word: string): boolean => known.regions.has(word) || word === ANY_SPINE;
  const isKind = (word: string): boolean => known.kinds.has(word);
  for (const [entry, i] of entriesOf(data.terms)) {
    if (entry.category === 'head') referAll(entry.kinds, ['terms', i, 'kinds'], isKind, 'kind (the id of a head)');
    referAll(entry.sites, ['terms', i, 'sites'], isSite, 'site');
    referAll(entry.asked, ['terms', i, 'asked'], isRegion, 'region');
  }
  for (const [row, i] of entriesOf(data.compositions)) {
    const path: Path = ['compositions', i];
    refer(row.observation, [...path, 'observation'], (word) => known.any.has(word), 'observation');
    if (typeof row.structure === 'string' && row.structure.endsWith('*'))
      refer(row.structure, [...path, 'structure'], (word) => Object.hasOwn(groups, word.slice(0, -1)), 'group of this file');
    else refer(row.structure, [...path, 'structure'], isStructure, 'structure (the id of a site)');
    refer(row.kind, [...path, 'kind'], isKind, 'kind (the id of a head)');
    referAll(row.sites, [...path, 'sites'], isSite, 'site');
  }
  for (const [row, i] of entriesOf(data.relatedCodes)) {
    refer(row.term, ['relatedCodes', i, 'term'], (word) => known.any.has(word), 'term');
    referAll(row.sites, ['relatedCodes', i, 'sites'], isSite, 'site');
  }
  for (const key of ['groups', 'parts'] as const) {
    for (const [name, members] of Object.entries(isMap(data[key]) ? data[key] : {})) {
      if (key === 'parts') refer(name, [key, name], isSite, 'site');
      if (key === 'parts' && Array.isArray(members) && members.includes(name))
        tell([key, name, members.indexOf(name)], 'is a part of itself.');
      referAll(members, [key, name], isSite, 'site');
    }
  }
}

/** Stands for any region of the spine. */
const ANY_SPINE = 'spine';

/** The maps of a list, with their positions in it. */
const entriesOf = (value: unknown): [Readonly<Record<string, unknown>>, number][] =>
  (Array.isArray(value) ? value : []).flatMap((entry: unknown, i) => (isMap(entry) ? [[entry, i] as [typeof entry, number]] : []));
