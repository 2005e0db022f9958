import { createLexicon } from '../../lexicon/create.ts';
import { isPackFile } from '../../lexicon/pack-file.ts';
import { isMap } from '../../lexicon/shape.ts';
import type { Category, Term } from '../../lexicon/term.ts';
import { keyOfTerm, mentionsIn } from './mentions.ts';
import type { LexiconReading } from './reading.ts';

/** Terms that findings are made of; small words of prose are used by the reader itself. */
const CONTENT: ReadonlySet<Category> = new Set([
  'head',
  'observation',
  'site',
  'diagnosis',
  'morphology',
  'clinical',
  'procedure',
  'pattern',
  'enhancement',
  'technique',
  'region',
]);

/** Keys of the file's own terms that nothing uses: no rule, template or example has their words, no other entry names them. */
export function unusedTerms({ pack, packs, others, sources, entries }: LexiconReading): ReadonlySet<string> {
  const own = entries.filter(({ category, id }) => CONTENT.has(category) && others.term(id, category) === undefined);
  if (own.length === 0) return new Set();
  const used = new Set<string>();
  // Its own words alone, so that looking for them costs little.
  const lexicon = createLexicon([{ terms: isMap(pack.data) ? pack.data.terms : [] }]);
  for (const { text } of sources) for (const { term } of mentionsIn(text, lexicon)) used.add(keyOfTerm(term));
  const named = namedIds(packs.map((each) => (isPackFile(each) ? each.data : each)));
  return new Set(own.map(keyOfTerm).filter((key) => !used.has(key) && !named.has(key.slice(key.indexOf(':') + 1))));
}

/** Ids that entries name: in compositions, as parts, groups, kinds and sites of others. */
function namedIds(packs: readonly unknown[]): Set<string> {
  const ids = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string') ids.add(value);
    else if (Array.isArray(value)) for (const each of value) add(each);
  };
  for (const data of packs) {
    if (!isMap(data)) continue;
    for (const row of listOf(data.compositions)) for (const key of ['observation', 'structure', 'kind', 'sites']) add(row[key]);
    for (const term of listOf(data.terms)) for (const key of ['kinds', 'sites']) add(without(term[key], term.id));
    for (const key of ['parts', 'groups']) {
      const map = data[key];
      for (const [name, members] of Object.entries(isMap(map) ? map : {})) {
        add(name);
        add(members);
      }
    }
  }
  return ids;
}

const listOf = (value: unknown): Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isMap) : []);
const without = (values: unknown, id: unknown): unknown => (Array.isArray(values) ? values.filter((each) => each !== id) : values);

/** A term under the key of its category and id. */
export type TermKey = Pick<Term, 'category' | 'id'>;
