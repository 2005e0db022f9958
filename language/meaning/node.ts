import type { Form, Sense } from '../lexicon/lexicon.ts';
import type { Category, Term } from '../lexicon/term.ts';
import type { Phrase, StatementTree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** A phrase of a statement in its place, with the senses of its words at hand. */
export interface Node {
  readonly i: number;
  readonly span: Span;
  readonly type: Phrase['type'];
  readonly phrase: Phrase;
  /** Folded words as written. */
  readonly text: string;
  readonly senses: readonly Sense[];
}

export function nodesOf(tree: StatementTree): Node[] {
  return tree.phrases.map((phrase, i) => ({
    i,
    span: phrase.span,
    type: phrase.type,
    phrase,
    text: 'text' in phrase ? phrase.text : tree.folded.slice(phrase.span.start, phrase.span.end),
    senses: phrase.type === 'term' ? phrase.senses : NO_SENSES,
  }));
}

const NO_SENSES: readonly Sense[] = [];

/** The node's term of a category, or undefined. */
export function termOf(node: Node | undefined, category: Category): Term | undefined {
  if (node !== undefined) for (const { term } of node.senses) if (term.category === category) return term;
  return undefined;
}

export function is(node: Node | undefined, category: Category, value?: string): boolean {
  if (node !== undefined)
    for (const { term } of node.senses) if (term.category === category && (value === undefined || term.value === value)) return true;
  return false;
}

/** Word classes that an observation's words can have here. */
export const formsOf = (node: Node | undefined): readonly Form[] =>
  (node?.senses ?? []).filter((s) => s.term.category === 'observation').map((s) => s.form);

export const isMark = (node: Node | undefined, text: string): boolean => node?.type === 'mark' && node.text === text;
export const isComma = (node: Node | undefined): boolean => isMark(node, ',');
/** `shadow, D8-D12 - EMH`: a dash with blanks on both sides ends what stands before it. */
export const isDashApart = (nodes: readonly Node[], i: number): boolean =>
  isMark(nodes[i], '-') &&
  (nodes[i - 1]?.span.end ?? 0) < (nodes[i]?.span.start ?? 0) &&
  (nodes[i + 1]?.span.start ?? 0) > (nodes[i]?.span.end ?? 0);

export const isAnd = (node: Node | undefined): boolean => is(node, 'conjunction');

/** `and`, `or`, a comma or a slash: what stands between the members of a list. */
export const isListMark = (node: Node | undefined): boolean => isComma(node) || isAnd(node) || isMark(node, '/');

export const isDeterminer = (node: Node | undefined): boolean => is(node, 'word', 'determiner') || is(node, 'all', 'all');

/** A word that carries no meaning of its own here: unknown, or known only as a plain word (`anterior`). */
export const isWord = (node: Node | undefined): boolean =>
  node !== undefined &&
  (node.type === 'word' ||
    (node.senses.length > 0 && node.senses.every((s) => PLAIN.has(s.term.category) && !MEANINGFUL.has(s.term.value))));

const PLAIN: ReadonlySet<Category> = new Set([
  'word',
  'clinical',
  'procedure',
  'region',
  'modality',
  'grade',
  'technique',
  'recommendation',
  'heading',
  'header',
]);
const MEANINGFUL: ReadonlySet<string> = new Set([
  'determiner',
  'worst',
  'disc',
  'level',
  'measuring',
  'prior-size',
  'pseudo-negation',
  'no-new',
]);

/** What may stand before a noun within its phrase. */
export function isModifier(node: Node | undefined): boolean {
  if (node === undefined) return false;
  if (['sequences', 'intensities', 'severities', 'size', 'levels'].includes(node.type)) return true;
  if (isWord(node)) return true;
  if (isMark(node, '-')) return true;
  return node.senses.some((s) => MODIFIERS.has(s.term.category) || (s.term.category === 'observation' && s.form === 'adjective'));
}

const MODIFIERS: ReadonlySet<Category> = new Set([
  'site',
  'region',
  'side',
  'pattern',
  'morphology',
  'count',
  'change',
  'enhancement',
  'normal',
  'all',
  'grade',
  'clinical',
  'modality',
  'technique',
  'unit',
]);

/** `is`, `shows`, `compresses`: what makes a clause of its own; `exist` for `is seen`, `there is`. */
export function verbOf(node: Node): 'exist' | 'be' | 'show' | 'act' | null {
  const verb = termOf(node, 'verb')?.value;
  if (verb === 'exist' || verb === 'be' || verb === 'show') return verb;
  const forms = formsOf(node);
  if (forms.length > 0 && forms.every((f) => f === 'verb') && !is(node, 'head') && !is(node, 'site')) return 'act';
  return null;
}
