/** What the extension tells a panel's page. */
export type ToPage =
  | {
      readonly kind: 'map';
      readonly uri: string;
      readonly svg: string;
      readonly style: string;
      /** The picture in words, one finding a line, and what that list is called. */
      readonly description: string;
      readonly inWords: string;
    }
  | { readonly kind: 'preview'; readonly uri: string; readonly html: string; readonly style: string }
  /** There is no report to show; plain words say so. */
  | { readonly kind: 'empty'; readonly words: string }
  /** Where the cursor is: in these findings, at these levels, at this offset of the text. */
  | { readonly kind: 'cursor'; readonly findings: readonly string[]; readonly levels: readonly string[]; readonly offset: number }
  /** What is at the top of the editor, and where the cursor is if it is seen there: offsets of the text. */
  | { readonly kind: 'scroll'; readonly offset: number; readonly cursor: number | null };

/** What the page tells the extension. */
export type FromPage =
  /** It can be told what to show, for this much room; once more when that has become another. */
  | { readonly kind: 'ready'; readonly isNarrow: boolean }
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'words'; readonly start: number; readonly end: number }
  /** What is now at its top, after somebody scrolled it: an offset of the text. */
  | { readonly kind: 'scrolled'; readonly offset: number }
  /** It shows what it was told: the ids of its findings, the words of it, what is lit, and what is at its top. */
  | {
      readonly kind: 'shown';
      readonly findings: readonly string[];
      readonly text: string;
      readonly lit: readonly string[];
      readonly top: number;
    };

/** What a page remembers over a restart of the editor. */
export interface Kept {
  readonly uri: string;
}
