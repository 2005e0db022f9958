import type { Lexicon } from '../lexicon/lexicon.ts';
import { formsOf, is, isAnd, isComma, isDeterminer, isListMark, isMark, isModifier, isWord, type Node, termOf, verbOf } from './node.ts';

/** A structure that an observation speaks of. */
export interface Structure {
  readonly site: string;
  readonly node: number;
}

const siteOf = (node: Node | undefined): string | null => termOf(node, 'site')?.sites[0] ?? null;
const allSites = (node: Node | undefined): readonly string[] => termOf(node, 'site')?.sites ?? [];

/** `pulmonary vasculature`: an adjective of a structure before a noun that is not known speaks of that noun. */
const isOfOther = (nodes: readonly Node[], i: number): boolean =>
  /(ary|al|ic|ar|eal|ous)$/.test(nodes[i]?.text ?? '') && nodes[i + 1]?.type === 'word' && !/(ly|ed|ing|s)$/.test(nodes[i + 1]?.text ?? '');

/** Structures to the right: `compresses the cord and thecal sac`, `expanded left ribs`, `of the liver`. */
export function structuresRight(nodes: readonly Node[], from: number, end: number, crossPreposition: boolean): Structure[] {
  const found: Structure[] = [];
  let crossed = !crossPreposition;
  let words = 0;
  for (let i = from; i < end; i++) {
    const node = nodes[i] as Node;
    const site = siteOf(node);
    if (site !== null && !(is(node, 'head') && found.length === 0 && crossed && i === from && !is(nodes[i + 1], 'site'))) {
      for (const s of allSites(node)) found.push({ site: s, node: i });
      words = 0;
      continue;
    }
    if (isDeterminer(node) || isMark(node, '-') || isMark(node, '(')) continue;
    // `enlarged liver and small spleen`
    if (found.length > 0 && isListMark(nodes[i - 1]) && termOf(node, 'morphology')?.id === 'small') break;
    if (found.length > 0 && node.text === 'of' && isListMark(nodes[i - 1])) continue;
    // `of the left lateral aspect of the thecal sac`
    if (found.length === 0 && node.text === 'of' && PART.test(nodes[i - 1]?.text ?? '')) continue;
    if (found.length === 0 && is(node, 'preposition', 'to') && isWord(nodes[i + 1]) && isWord(nodes[i - 1])) continue;
    if (isListMark(node)) {
      if (found.length > 0 && !listContinues(nodes, i, end)) break;
      if (found.length === 0 && !isAnd(node) && !isMark(node, '/') && !adjectiveList(nodes, i)) break;
      continue;
    }
    if (
      (is(node, 'preposition', 'in') || is(node, 'preposition', 'to')) &&
      found.length === 0 &&
      !crossed &&
      nodes[i + 1]?.type !== 'levels'
    ) {
      crossed = true;
      continue;
    }
    if (is(node, 'preposition', 'in') && found.length === 0 && words === 0 && nodes[i + 1]?.type !== 'levels') continue;
    if (isWord(node) && ++words <= 4) continue;
    if (found.length === 0 && isModifier(node) && verbOf(node) === null) continue;
    if (
      found.length > 0 &&
      (node.type === 'severities' || is(node, 'side') || is(node, 'region') || is(node, 'count') || is(node, 'morphology')) &&
      nodes.slice(i, i + 4).some((n) => is(n, 'site')) &&
      isListMark(nodes[i - 1])
    )
      continue;
    break;
  }
  return found;
}

const PART = /\b(aspect|part|side|surface|margin|portion|half|wall|border)s?$/;

/** Whether behind a list mark another structure of the same list comes, not a new thing. */
function listContinues(nodes: readonly Node[], mark: number, end: number): boolean {
  for (let i = mark + 1; i < Math.min(end, mark + 7); i++) {
    const node = nodes[i] as Node;
    if (siteOf(node) !== null) {
      for (let j = i + 1; j < Math.min(end, i + 6); j++) {
        const next = nodes[j] as Node;
        if (is(next, 'head') || is(next, 'observation')) return false;
        if (isListMark(next) || is(next, 'preposition') || is(next, 'cause') || verbOf(next) !== null) break;
      }
      return true;
    }
    if (is(node, 'head') || is(node, 'observation') || is(node, 'cause') || verbOf(node) !== null || is(node, 'negation')) return false;
    if (isListMark(node) || isDeterminer(node) || isModifier(node) || is(node, 'preposition')) continue;
    return false;
  }
  return false;
}

/** `enlarged, necrotic nodes`: a comma between adjectives. */
const adjectiveList = (nodes: readonly Node[], i: number): boolean =>
  is(nodes[i + 1], 'morphology') || is(nodes[i + 1], 'pattern') || formsOf(nodes[i + 1]).includes('adjective');

/** Structures right before a noun: `cord compression`, `left neural foraminal narrowing`, `cord and root compression`. */
export function structuresBefore(nodes: readonly Node[], from: number, start: number): Structure[] {
  const found: Structure[] = [];
  for (let i = from; i >= start; i--) {
    const node = nodes[i] as Node;
    const site = siteOf(node);
    if (site !== null) {
      for (const s of allSites(node)) found.unshift({ site: s, node: i });
      continue;
    }
    if (found.length > 0) {
      if (isListMark(node) && siteOf(nodes[i - 1]) !== null && !isComma(node)) continue;
      if (isListMark(node) && siteOf(nodes[i - 1]) !== null && isComma(node) && found.length > 1) continue;
      break;
    }
    if (
      node.type === 'severities' ||
      is(node, 'side') ||
      is(node, 'pattern') ||
      is(node, 'morphology') ||
      is(node, 'region') ||
      node.type === 'levels' ||
      isMark(node, '-')
    )
      continue;
    if (formsOf(node).length > 0 || (isAnd(node) && formsOf(nodes[i - 1]).length > 0)) continue;
    if (isWord(node)) continue;
    break;
  }
  return found;
}

/** The subject of a predicate: `The liver and spleen are mildly enlarged`, `Ribs wide and trabeculated`. */
export function subjectBefore(nodes: readonly Node[], from: number, start: number, through = false): Structure[] {
  let found: Structure[] = [];
  for (let i = from; i >= start; i--) {
    const node = nodes[i] as Node;
    if (is(node, 'reference')) {
      found = [];
      continue;
    }
    if ((is(node, 'exception') && !through) || isMark(node, ':')) break;
    if (found.length > 0 && isComma(node) && isFinished(nodes, i, start)) break;
    if (is(node, 'head') && !is(node, 'site')) {
      if (found.length === 0) return [];
      break;
    }
    if (
      isOfOther(nodes, i) ||
      isReference(nodes, i) ||
      is(nodes[i - 1], 'modality') ||
      /^(examination|study|scan|images?|views?)$/.test(nodes[i + 1]?.text ?? '')
    )
      continue;
    for (const site of [...allSites(node)].reverse()) found.unshift({ site, node: i });
  }
  return found;
}

/** `Lesion in the left kidney 3 cm, right kidney normal`: before the comma another thing is told to its end. */
function isFinished(nodes: readonly Node[], comma: number, start: number): boolean {
  for (let i = comma - 1; i >= start && !isComma(nodes[i]); i--) {
    const node = nodes[i] as Node;
    if (node.type === 'size' || node.type === 'levels' || (is(node, 'head') && !is(node, 'site'))) return true;
  }
  return false;
}

export interface Composed {
  readonly kind: string;
  readonly sites: string[];
  readonly nodes: number[];
  readonly structure: string;
}

/** `portal and mesenteric lymph nodes`: regions before `nodes` are stations. */
function nodeStations(lexicon: Lexicon, found: readonly Structure[]): readonly Structure[] {
  if (!found.some((s) => s.site === 'lymph-node' || s.site.startsWith('node-'))) return found;
  const stations = found.map((s) => ({ ...s, site: lexicon.composition('lymphadenopathy', s.site)?.sites[0] ?? s.site }));
  return stations.some((s) => s.site.startsWith('node-')) ? stations.filter((s) => s.site !== 'lymph-node') : stations;
}

/** `isointense to cord`: a tissue only compared with. */
function isReference(nodes: readonly Node[], i: number): boolean {
  let j = i - 1;
  while (isDeterminer(nodes[j]) || isMark(nodes[j], '(') || is(nodes[j], 'region')) j--;
  return is(nodes[j], 'reference') || (is(nodes[j], 'preposition', 'to') && [1, 2, 3].some((d) => nodes[j - d]?.type === 'intensities'));
}

/** Structures of `found` that an observation makes a kind of, one entry a kind, in reading order. */
export function composeKinds(lexicon: Lexicon, observation: string, found: readonly Structure[]): Composed[] {
  const kinds: Composed[] = [];
  const stations = nodeStations(lexicon, found);
  const rows = stations.map((s) => ({ ...s, row: lexicon.composition(observation, s.site) }));
  for (const { node, row, site } of rows) {
    if (row === undefined) continue;
    // `calvarial diploic space`: of structures side by side the last is the noun, the others tell where it is.
    if (rows.some((r) => r.node === node + 1 && r.row !== undefined && r.row.kind !== row.kind)) continue;
    const same = kinds.find((k) => k.kind === row.kind);
    if (same === undefined) kinds.push({ kind: row.kind, sites: [...row.sites], nodes: [node], structure: site });
    else {
      same.sites.push(...row.sites.filter((s) => !same.sites.includes(s)));
      same.nodes.push(node);
    }
  }
  return kinds;
}

/** `Collapsed L4`, `T7 has collapsed`, `wedging of T12`: a bare level is its vertebra. */
export function levelAsVertebra(nodes: readonly Node[], i: number, form: 'noun' | 'verb' | 'adjective', start: number): Structure[] {
  const next = nodes[i + 1];
  if (form !== 'noun' && next?.type === 'levels') return [{ site: 'vertebra', node: i + 1 }];
  if (form === 'noun' && is(next, 'preposition', 'in') && next?.text === 'of' && nodes[i + 2]?.type === 'levels')
    return [{ site: 'vertebra', node: i + 2 }];
  if (form === 'noun') return [];
  for (let j = i - 1; j >= start; j--) {
    const node = nodes[j] as Node;
    if (node.type === 'levels') return is(nodes[j - 1], 'preposition') && j > start + 1 ? [] : [{ site: 'vertebra', node: j }];
    if (verbOf(node) === null && node.type !== 'severities' && !is(node, 'pattern') && node.type !== 'word') return [];
  }
  return [];
}
