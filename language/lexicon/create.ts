import { fold } from '../text/fold.ts';
import type { KnownIds } from './check-pack.ts';
import { completer, type Written } from './completer.ts';
import type { Form, Lexicon, Problem } from './lexicon.ts';
import { nearAmong, spellableWords } from './near.ts';
import { type PackTerm, readPack } from './pack.ts';
import { isPackFile, type PackFile, problemsOf, writtenIds } from './pack-file.ts';
import type { Category, Composition, Term } from './term.ts';
import { addPath, joinedKeys, keysOf, longestMatch, type Node, newNode, type OpenNode } from './trie.ts';
import { readTrie, trieText } from './trie-text.ts';
import { variants } from './variants.ts';

/** Entered last, in this order: what may be made of earlier ones. */
const LATE: readonly Category[] = ['observation', 'head'];

/** Words of these categories are medical enough that a near miss is likely meant to be one. */
const SPELT: ReadonlySet<Category> = new Set([
  'head',
  'site',
  'observation',
  'diagnosis',
  'morphology',
  'intensity',
  'enhancement',
  'severity',
  'side',
  'pattern',
  'sequence',
  'clinical',
  'procedure',
  'normal',
]);

/**
 * Makes a lexicon of packs (parsed YAML, or a `PackFile`, of which problems are told with their lines). A later pack's entry with the same category and id replaces the earlier one,
 * but keeps its synonyms. Nothing is thrown: what cannot be read is in `problems`. `prepared` is what `prepareWords` made of the same packs: with it
 * the costly part need not be done again.
 */
export function createLexicon(packs: readonly unknown[], prepared: PreparedWords | null = null): Lexicon {
  const { entries, compositions, parts, problems } = entriesOf(packs);
  const wholes = new Map<string, string[]>();
  for (const { part, whole } of parts) wholes.set(part, [...(wholes.get(part) ?? []), whole]);
  const isPart = new Set(parts.map(({ part, whole }) => `${part} ${whole}`));
  const implied = new Set(
    [...compositions.values()].filter(({ sites }) => sites.length === 0).map((row) => `${row.kind} ${row.structure}`),
  );

  const files = packs.filter(isPackFile);
  if (files.length > 0) {
    const known = knownIds(
      [...entries.values()].map(({ term }) => term),
      files,
    );
    for (const file of files) problems.push(...problemsOf(file, known));
  }

  const ordered = inOrder(entries);
  const terms = ordered.map(({ term }) => term);
  const root = prepared === null ? trieOf(ordered, compositions) : readTrie(prepared.trie, (number) => terms[number] as Term);
  const byId = new Map<string, Term>();
  for (const term of terms) {
    byId.set(`${term.category}:${term.id}`, term);
    if (!byId.has(term.id)) byId.set(term.id, term);
  }
  let near: ((word: string) => readonly string[]) | null = null;
  let complete: Lexicon['complete'] | null = null;
  return {
    terms,
    problems,
    term: (id, category) => byId.get(category === undefined ? id : `${category}:${id}`),
    match: (folded, offset) => longestMatch(root, folded, offset),
    composition: (observation, structure) => compositions.get(`${observation} ${structure}`),
    originOf: ({ category, id }) => {
      const origin = entries.get(`${category}:${id}`)?.origin;
      return origin ? { file: origin.file.file, line: origin.file.lineOf(origin.path) } : null;
    },
    isPart: (part, whole) => part === whole || isPart.has(`${part} ${whole}`),
    isBeside: (one, other) => wholes.get(one)?.some((whole) => wholes.get(other)?.includes(whole)) ?? false,
    implies: (kind, site) => implied.has(`${kind} ${site}`),
    complete: (prefix, categories, limit) => (complete ??= completer(writtenBy(ordered)))(prefix, categories, limit),
    near: (word) => (near ??= nearAmong(prepared === null ? spelt(ordered) : new Set(prepared.spelt.split(' '))))(fold(word)),
  };
}

/** What a start need not find out anew of packs. */
export interface PreparedWords {
  readonly trie: string;
  /** Words that a slip may be near to, with blanks between. */
  readonly spelt: string;
}

/** The words of packs as `createLexicon` takes them. */
export function prepareWords(packs: readonly unknown[]): PreparedWords {
  const { entries, compositions } = entriesOf(packs);
  const ordered = inOrder(entries);
  const numbers = new Map(ordered.map(({ term }, i) => [term, i]));
  return { trie: trieText(trieOf(ordered, compositions), (term) => numbers.get(term) ?? 0), spelt: [...spelt(ordered)].join(' ') };
}

interface Entries {
  readonly entries: ReadonlyMap<string, PackTerm>;
  /** By observation and structure. */
  readonly compositions: ReadonlyMap<string, Composition>;
  readonly parts: readonly { readonly part: string; readonly whole: string }[];
  readonly problems: Problem[];
}

/** What the packs say together, a later one over an earlier one. */
function entriesOf(packs: readonly unknown[]): Entries {
  const problems: Problem[] = [];
  const entries = new Map<string, PackTerm>();
  const compositions = new Map<string, Composition>();
  const parts: { part: string; whole: string }[] = [];
  for (const data of packs) {
    const pack = readPack(data, problems);
    for (const entry of pack.terms) {
      const key = `${entry.term.category}:${entry.term.id}`;
      const before = entries.get(key);
      entries.set(key, before === undefined ? entry : override(before, entry));
    }
    for (const row of pack.compositions) compositions.set(`${row.observation} ${row.structure}`, row);
    for (const [whole, list] of Object.entries(pack.parts)) parts.push(...list.map((part) => ({ part, whole })));
  }
  return { entries, compositions, parts, problems };
}

/** Heads last: one that is made of a structure and an observation (`foraminal stenosis`) is left to composition. */
const inOrder = (entries: Entries['entries']): PackTerm[] =>
  [...entries.values()].sort((a, b) => LATE.indexOf(a.term.category) - LATE.indexOf(b.term.category));

function trieOf(ordered: readonly PackTerm[], compositions: Entries['compositions']): OpenNode {
  const root = newNode();
  for (const { term, forms } of ordered) {
    for (const [words, form] of writtenForms(term, forms)) {
      const folded = fold(words);
      const keys = keysOf(folded);
      if (keys.length === 0) continue;
      if ((term.category === 'head' || term.category === 'observation') && isComposed(root, folded, term, compositions)) continue;
      const joined = joinedKeys(keys);
      for (const path of joined === null ? [keys] : [keys, joined]) {
        addPath(root, path, { term, form });
        for (const other of variants(path, term.category, form)) addPath(root, other, { term, form });
      }
    }
  }
  return root;
}

/** Words, folded, of which a near miss is likely meant to be one. */
const spelt = (ordered: readonly PackTerm[]): ReadonlySet<string> =>
  spellableWords(
    ordered
      .filter(({ term }) => SPELT.has(term.category))
      .flatMap(({ term, forms }) => writtenForms(term, forms).map(([words]) => fold(words))),
  );

/** Every form of every term that words of a report can be. */
const writtenBy = (ordered: readonly PackTerm[]): Written[] =>
  ordered
    .flatMap(({ term, forms }) => writtenForms(term, forms).map(([words]) => ({ words, term })))
    .filter(({ words }) => keysOf(fold(words)).length > 0);

/** What compositions and terms of a pack may point to: also entries that something else is wrong with. */
function knownIds(terms: readonly Term[], files: readonly PackFile[]): KnownIds {
  const written = files.flatMap(writtenIds);
  const ids = (category: Category): string[] => [...terms, ...written].filter((t) => t.category === category).map((t) => t.id);
  return {
    any: new Set([...terms.flatMap((t) => [t.id, t.value]), ...written.map(({ id }) => id)]),
    sites: new Set(ids('site')),
    regions: new Set([...ids('region'), ...ids('site')]),
    kinds: new Set(ids('head')),
  };
}

/** Whether the words are a structure and an observation (or another form of the head) that together give the head's kinds. */
function isComposed(root: Node, folded: string, term: Term, compositions: ReadonlyMap<string, Composition>): boolean {
  const first = longestMatch(root, folded, 0);
  if (first === null || first.end >= folded.length) return false;
  const sites = first.senses.filter((s) => s.term.category === 'site').flatMap((s) => s.term.sites);
  const rest = longestMatch(root, folded, first.end + 1);
  // `massive splenomegaly` is the grade and the head.
  if (first.senses.some((s) => s.term.category === 'severity')) return true;
  if (sites.length === 0 || rest === null || rest.end !== folded.length) return false;
  return rest.senses.some(({ term: t, form }) =>
    t.category === 'observation' && form === 'noun'
      ? sites.some((site) => term.kinds.length === 1 && compositions.get(`${t.id} ${site}`)?.kind === term.kinds[0])
      : t.category === 'head' && t.id === term.id && term.sites.length === 0,
  );
}

/** The entry over an earlier one with its id and category: what it says counts, all else stays. */
function override(before: PackTerm, entry: PackTerm): PackTerm {
  const kept = [before.term.label, ...before.term.synonyms].filter((w) => w !== entry.term.label && !entry.term.synonyms.includes(w));
  const forms = (['noun', 'verb', 'adjective'] as const).map((f) => [f, [...entry.forms[f], ...before.forms[f]]] as const);
  return {
    term: {
      ...before.term,
      ...Object.fromEntries(Object.entries(entry.term).filter(([key]) => key === 'pack' || entry.said.includes(key))),
      synonyms: [...entry.term.synonyms, ...kept],
      codes: { ...before.term.codes, ...entry.term.codes },
      codeSources: { ...before.term.codeSources, ...entry.term.codeSources },
    },
    forms: Object.fromEntries(forms) as unknown as PackTerm['forms'],
    origin: entry.origin ?? before.origin,
    said: [...before.said, ...entry.said],
  };
}

function writtenForms(term: Term, forms: PackTerm['forms']): (readonly [string, Form])[] {
  const classed = (['noun', 'verb', 'adjective'] as const).flatMap((form) => forms[form].map((w) => [w, form] as const));
  const known = new Set(classed.map(([w]) => w));
  const plain = term.category === 'observation' ? 'noun' : null;
  return [...classed, ...[term.label, ...term.synonyms].filter((w) => !known.has(w)).map((w) => [w, plain] as const)];
}
