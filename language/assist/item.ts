import type { Term } from '../lexicon/term.ts';
import type { Span } from '../text/span.ts';

export type ItemKind =
  | 'header'
  | 'heading'
  | 'topic'
  | 'level'
  | 'sequence'
  | 'intensity'
  | 'reference'
  | 'pattern'
  | 'severity'
  | 'attribute'
  | 'term'
  | 'communication'
  | 'rule'
  | 'keyword'
  | 'variable'
  | 'choice';

/** A proposal at the cursor. `replace` is one stretch of one line that holds the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly insertText: string;
  readonly replace: Span;
  /** What it is, in a word or two. */
  readonly detail: string;
  readonly kind: ItemKind;
  /** Order among all items. */
  readonly sortText: string;
  /** What the typed words are compared with: the synonym that matched, where it is not the label. */
  readonly filterText: string;
  readonly term?: Term;
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** More would fit, or other forms of a word: ask again when more is typed. */
  readonly isIncomplete: boolean;
}

/** An item before its place in the list is known. */
export type Proposal = Omit<CompletionItem, 'sortText'>;

/** A proposal that is typed as it is called. */
export const plainProposal = (label: string, insertText: string, replace: Span, kind: ItemKind, detail: string): Proposal => ({
  label,
  insertText,
  replace,
  kind,
  detail,
  filterText: label,
});

/** Gives each proposal its place, and leaves out what would insert the same words at the same place again. */
export function inOrder(proposals: readonly Proposal[]): CompletionItem[] {
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const proposal of proposals) {
    const key = `${proposal.replace.start} ${proposal.insertText}`;
    if (seen.has(key)) continue;
    seen.add(key);
    items.push({ ...proposal, sortText: String(items.length).padStart(4, '0') });
  }
  return items;
}
