import type { Sense } from './lexicon.ts';
import { spellingKey } from './spelling.ts';

/** Words of all terms; a path from the root spells a term, its last node holds the senses. */
export interface Node {
  readonly next: { get(word: string): Node | undefined; readonly size: number };
  readonly senses: readonly Sense[] | null;
}

/** A node that is being made. */
export interface OpenNode {
  readonly next: Map<string, OpenNode>;
  senses: Sense[] | null;
}

export const newNode = (): OpenNode => ({ next: new Map(), senses: null });

export function addPath(root: OpenNode, words: readonly string[], sense: Sense): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = newNode()));
    node = next;
  }
  node.senses ??= [];
  if (!node.senses.some((s) => s.term === sense.term && s.form === sense.form)) node.senses.push(sense);
}

/** Words of a folded term in the form of trie keys; hyphens and blanks only part them. */
export function keysOf(folded: string): string[] {
  const keys: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const end = wordEnd(folded, at);
    if (end > at) keys.push(spellingKey(folded.slice(at, end)));
    at = Math.max(end, at + 1);
  }
  return keys;
}

/** The same keys with a prefix joined to what follows it (`para aortic` as `paraaortic`); null where there is none. */
export function joinedKeys(keys: readonly string[]): string[] | null {
  const at = keys.findIndex((key, i) => PREFIXES.has(key) && i + 1 < keys.length);
  return at < 0 ? null : [...keys.slice(0, at), spellingKey(`${keys[at]}${keys[at + 1]}`), ...keys.slice(at + 2)];
}

/** Where the longest term beginning at `start` ends, with its senses. Both spellings of `para-aortic`, `paraaortic` lead to one node. */
export function longestMatch(root: Node, folded: string, start: number): { end: number; senses: readonly Sense[] } | null {
  let best: { end: number; senses: readonly Sense[] } | null = null;
  const walk = (node: Node, at: number): void => {
    const end = wordEnd(folded, at);
    if (end <= at) return;
    const word = folded.slice(at, end);
    const next = node.next.get(spellingKey(word));
    const gap = gapEnd(folded, end);
    if (next !== undefined) {
      if (next.senses !== null && (best === null || end > best.end)) best = { end, senses: next.senses };
      if (next.next.size > 0 && gap >= 0) {
        walk(next, gap);
        if (word === 'of') walk(next, skipDeterminers(folded, gap));
      }
    }
    if (gap >= 0 && gap - end <= 2 && PREFIXES.has(word)) {
      const rest = wordEnd(folded, gap);
      const joined = rest > gap ? node.next.get(spellingKey(word + folded.slice(gap, rest))) : undefined;
      if (joined !== undefined) {
        if (joined.senses !== null && (best === null || rest > best.end)) best = { end: rest, senses: joined.senses };
        const after = gapEnd(folded, rest);
        if (joined.next.size > 0 && after >= 0) walk(joined, after);
      }
    }
  };
  walk(root, start);
  return best;
}

/** `posterior ends of (all the visualised) ribs` is the term without what stands in brackets. */
function skipDeterminers(folded: string, at: number): number {
  for (let from = at, n = 0; n < 4; n++) {
    const end = wordEnd(folded, from);
    const gap = DETERMINERS.has(folded.slice(from, end)) ? gapEnd(folded, end) : -1;
    if (gap < 0) return from;
    from = gap;
  }
  return at;
}

const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'all',
  'both',
  'these',
  'those',
  'visualised',
  'visualized',
  'visible',
  'imaged',
  'several',
  'multiple',
  'most',
  'many',
]);

/** Parts of words that are written joined, hyphened or apart. */
const PREFIXES: ReadonlySet<string> = new Set([
  'para',
  'pre',
  'retro',
  'extra',
  'intra',
  'inter',
  'sub',
  'epi',
  'non',
  'hypo',
  'hyper',
  'iso',
  'multi',
  'peri',
  'post',
  'hemi',
  'un',
  'aorto',
  'supra',
  'infra',
  'trans',
  'poly',
  'osteo',
  'hepato',
  'cardio',
  'spleno',
]);

const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || c > 127;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSymbol = (c: number): boolean => c === 47 || c === 43 || c === 62 || c === 42 || c === 37 || c === 38 || c === 63; // / + > * % & ?

/** End of the word (letters, digits, inner apostrophes) or single symbol at `at`; `at` itself where there is neither. */
export function wordEnd(folded: string, at: number): number {
  let i = at;
  let c = folded.charCodeAt(i);
  if (isSymbol(c)) return at + 1;
  while (i < folded.length && (isLetter(c) || isDigit(c) || (c === 39 && i > at && isLetter(folded.charCodeAt(i + 1)))))
    c = folded.charCodeAt(++i);
  return i;
}

/** Start of the next word of a term after `at`: over blanks, one line break and hyphens; -1 where something else parts the words. */
function gapEnd(folded: string, at: number): number {
  let i = at;
  for (; i < folded.length; i++) {
    const c = folded.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 10 && c !== 13 && c !== 45) break;
  }
  return i < folded.length && i - at <= MAX_GAP ? i : -1;
}

const MAX_GAP = 40;
